//! Parses the attributes of a `<whats-new>`. The entry point is [`Request::read`].

use catalogue::Catalogue;
use query::{Field, Notice, Route, language};
use terms::Series;

/// The parsed attributes of a `<whats-new>`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The filters, the open feature and both ends of an upgrade, as in a link.
    pub(super) route: Route,
    /// The most rows to show.
    pub(super) limit: Option<usize>,
    /// Whether features are shown in one line each.
    pub(super) is_compact: bool,
    /// What Python said, if that is to be explained.
    pub(super) error: Option<String>,
}

/// The keys of links that are supported as attributes, besides filters.
const KEYS: [&str; 4] = ["q", "feature", "from", "to"];

/// Whether a key of links is supported as an attribute.
fn is_link_key(key: &str) -> bool {
    KEYS.contains(&key) || Field::ALL.iter().any(|field| field.key() == key)
}

impl Request {
    /// Whether an attribute is known. `assets/embed/attributes.ts` lists the same names.
    pub fn knows(attribute: &str) -> bool {
        matches!(attribute, "limit" | "compact" | "theme" | "error") || is_link_key(attribute)
    }

    /// Parses attributes and their values, encoded as in a link
    /// (`version=3.14&limit=5&compact`). It never fails: invalid attributes are left out
    /// and reported as sentences.
    pub fn read(attributes: &str, catalogue: &Catalogue) -> (Self, Vec<String>) {
        let mut request = Self::default();
        let mut notices = Vec::new();
        let pairs = || form_urlencoded::parse(attributes.as_bytes());
        let explains = pairs().any(|(key, _)| key == "error");
        let mut link = form_urlencoded::Serializer::new(String::new());
        for (key, value) in pairs() {
            match &*key {
                "limit" => match value.parse() {
                    Ok(limit) if limit > 0 => request.limit = Some(limit),
                    _ => notices.push(left_out("limit", "it is not a number above 0")),
                },
                "error" => request.error = Some(value.trim().to_owned()),
                "compact" => request.is_compact = value != "false",
                "theme" if matches!(&*value, "light" | "dark" | "auto" | "") => {}
                "theme" => notices.push(left_out("theme", "it must be light, dark or auto")),
                key if explains && is_link_key(key) => {
                    notices.push(left_out(key, "an error is explained without filters"));
                }
                key if is_link_key(key) => {
                    link.append_pair(key, &value);
                }
                unknown => {
                    let unknown: String = unknown.chars().take(40).collect();
                    notices.push(left_out(&unknown, "there is no such attribute"));
                }
            }
        }
        let (route, dropped) = Route::from_fragment(&link.finish());
        notices.extend(dropped.iter().map(notice));
        request.route = route;
        language::extract_filters(&mut request.route.query, catalogue);
        let Route { from, to, .. } = &mut request.route;
        for (key, end) in [("from", from), ("to", to)] {
            let is_unknown = |series: &Series| catalogue.calendar(*series).is_none();
            if let Some(series) = end.take_if(|series| is_unknown(series)) {
                let problem = format!("the release calendar has no version {series}");
                notices.push(left_out(key, &problem));
            }
        }
        (request, notices)
    }
}

/// A notice about a link, worded for an attribute.
fn notice(notice: &Notice) -> String {
    match notice {
        Notice::UnknownKey { key } => left_out(key, "there is no such attribute"),
        Notice::Malformed { key, problem } => left_out(key, problem),
    }
}

fn left_out(key: &str, problem: &str) -> String {
    format!("“{key}” was left out: {problem}.")
}
