//! What the attributes of a `<whats-new>` ask for. The entry point is
//! [`Request::read`].

use catalogue::Catalogue;
use query::{Field, Notice, Route, language};
use terms::Series;

/// What a `<whats-new>` is asked to show, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The filters, an open feature, both ends of an upgrade: as in a link.
    pub(super) route: Route,
    /// How many rows there may be.
    pub(super) limit: Option<usize>,
    /// Whether a feature is one line.
    pub(super) is_compact: bool,
}

/// The keys of a link that are not filters and have a meaning here.
const KEYS: [&str; 4] = ["q", "feature", "from", "to"];

/// Whether a key of a link has a meaning here.
fn is_of_links(key: &str) -> bool {
    KEYS.contains(&key) || Field::ALL.iter().any(|field| field.key() == key)
}

impl Request {
    /// Whether an attribute means anything. `assets/embed/attributes.ts` lists the
    /// same.
    pub fn knows(attribute: &str) -> bool {
        matches!(attribute, "limit" | "compact" | "theme") || is_of_links(attribute)
    }

    /// Reads attributes and their values, written as in a link
    /// (`version=3.14&limit=5&compact`). It never fails: what makes no sense
    /// is left out and told in a sentence, and the rest is kept.
    pub fn read(attributes: &str, catalogue: &Catalogue) -> (Self, Vec<String>) {
        let mut request = Self::default();
        let mut notices = Vec::new();
        let mut link = form_urlencoded::Serializer::new(String::new());
        for (key, value) in form_urlencoded::parse(attributes.as_bytes()) {
            match &*key {
                "limit" => match value.parse() {
                    Ok(limit) if limit > 0 => request.limit = Some(limit),
                    _ => notices.push(left_out("limit", "it is not a number above 0")),
                },
                "compact" => request.is_compact = value != "false",
                "theme" if matches!(&*value, "light" | "dark" | "auto" | "") => {}
                "theme" => notices.push(left_out("theme", "known are light, dark, auto")),
                key if is_of_links(key) => {
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
                let problem = format!("the release calendar has no series {series}");
                notices.push(left_out(key, &problem));
            }
        }
        (request, notices)
    }
}

/// The same for an attribute as what is said of a link.
fn notice(notice: &Notice) -> String {
    match notice {
        Notice::UnknownKey { key } => left_out(key, "there is no such attribute"),
        Notice::Malformed { key, problem } => left_out(key, problem),
    }
}

fn left_out(key: &str, problem: &str) -> String {
    format!("“{key}” was left out: {problem}.")
}
