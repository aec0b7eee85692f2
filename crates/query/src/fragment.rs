//! The text form of a [`Route`]: the fragment of a link, such as
//! `#?version=3.12..3.14&status=final&q=annotations`.
//!
//! Reading never fails: a part that makes no sense is dropped with a
//! [`Notice`], and the rest is kept.

use super::field::Field;
use super::route::{Code, Route, View};
use terms::TermError;

/// A part of a link that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// A key that no link has.
    #[error("the link's `{key}` is nothing that this page knows; it was left out")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A value that its key cannot have.
    #[error("the link's `{key}` was left out: {problem}")]
    Malformed {
        /// The key.
        key: &'static str,
        /// What is wrong with its value.
        problem: String,
    },
}

/// The longest text that a link may bring, in bytes. Browsers cut links at
/// about two megabytes.
const LONGEST: usize = 1 << 20;

impl Route {
    /// Reads a fragment, with or without its `#` and `?`.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<Notice>) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let fragment = fragment.strip_prefix('?').unwrap_or(fragment);
        let mut reader = Reader::default();
        if fragment.len() > LONGEST {
            let problem = format!("it is longer than {LONGEST} bytes");
            reader.notices.push(Notice::Malformed { key: "#", problem });
            return (reader.route, reader.notices);
        }
        for (key, value) in form_urlencoded::parse(fragment.as_bytes()) {
            reader.read(&key, &value);
        }
        (reader.route, reader.notices)
    }

    /// Writes the fragment that reads back as this route, `#` included.
    pub fn to_fragment(&self) -> String {
        let mut parts = form_urlencoded::Serializer::new(String::new());
        let mut add = |key: &str, value: &str| {
            if !value.is_empty() {
                parts.append_pair(key, value);
            }
        };
        let query = &self.query;
        if self.view != View::default() {
            add("view", self.view.key());
        }
        for field in Field::ALL {
            add(field.key(), &field.value(query));
        }
        add("q", &query.text);
        add("feature", self.feature.as_deref().unwrap_or_default());
        add("document", self.document.as_deref().unwrap_or_default());
        add("series", &self.series.map(text).unwrap_or_default());
        add("from", &self.from.map(text).unwrap_or_default());
        add("to", &self.to.map(text).unwrap_or_default());
        add("sample", self.sample.as_deref().unwrap_or_default());
        let run: Vec<String> = self.run.iter().map(text).collect();
        add("run", &run.join(","));
        // An emptied editor is worth a link, too.
        match &self.code {
            Some(Code::Plain(code)) => {
                parts.append_pair("code", code);
            }
            Some(Code::Deflated(code)) => {
                parts.append_pair("deflate", code);
            }
            None => {}
        }
        // A range, a list and a slug read better as they are; none of these
        // characters means anything in a fragment.
        let readable = parts.finish().replace("%2C", ",").replace("%2F", "/");
        format!("#?{readable}")
    }
}

#[derive(Default)]
struct Reader {
    route: Route,
    notices: Vec<Notice>,
}

impl Reader {
    fn read(&mut self, key: &str, value: &str) {
        if let Some(field) = Field::ALL.into_iter().find(|field| field.key() == key) {
            self.filter(field, value);
            return;
        }
        match key {
            "view" => {
                let view = View::ALL.into_iter().find(|view| view.key() == value);
                let known = "explore, upgrade, releases, documents, try, page";
                let view = view.ok_or_else(|| TermError::new(value, "view", known));
                self.set("view", view, |route, view| route.view = view);
            }
            "q" => value.clone_into(&mut self.route.query.text),
            "feature" => self.route.feature = slug(value),
            "document" => self.route.document = slug(value),
            "series" => self.set("series", value.parse(), |route, series| {
                route.series = Some(series);
            }),
            "from" => self.set("from", value.parse(), |route, series| {
                route.from = Some(series);
            }),
            "to" => self.set("to", value.parse(), |route, series| {
                route.to = Some(series);
            }),
            "sample" => self.route.sample = slug(value),
            "run" => {
                for word in value.split(',').filter(|word| !word.is_empty()) {
                    self.set("run", word.parse(), |route, series| {
                        if !route.run.contains(&series) {
                            route.run.push(series);
                        }
                    });
                }
            }
            "code" => self.route.code = Some(Code::Plain(value.to_owned())),
            "deflate" => self.set("deflate", deflated(value), |route, code| {
                route.code = Some(code);
            }),
            "" => {}
            other => self.notices.push(Notice::UnknownKey {
                key: other.chars().take(40).collect(),
            }),
        }
    }

    fn set<T>(
        &mut self,
        key: &'static str,
        value: Result<T, TermError>,
        set: impl FnOnce(&mut Route, T),
    ) {
        match value {
            Ok(value) => set(&mut self.route, value),
            Err(error) => self.notices.push(Notice::Malformed {
                key,
                problem: error.to_string(),
            }),
        }
    }

    fn filter(&mut self, field: Field, value: &str) {
        if value.is_empty() {
            return;
        }
        let errors = field.set(value, &mut self.route.query);
        let key = field.key();
        let notices = errors.iter().map(|error| Notice::Malformed {
            key,
            problem: error.to_string(),
        });
        self.notices.extend(notices);
    }
}

fn slug(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// What it holds is seen when it is decompressed, which is not done here.
fn deflated(text: &str) -> Result<Code, TermError> {
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !text.is_empty() && text.bytes().all(is_base64) {
        return Ok(Code::Deflated(text.to_owned()));
    }
    Err(TermError::new(
        text,
        "compressed code",
        "letters, digits, - and _",
    ))
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Query, SeriesRange};
    use terms::{Area, Content, Kind, PepNumber, Series, Status};

    #[test]
    fn a_route_reads_back_as_it_was_written() {
        let route = Route {
            view: View::Try,
            query: Query {
                introduced: SeriesRange {
                    from: Some(Series::python3(12)),
                    to: None,
                },
                usable_in: Some(Series::python3(9)),
                peps: vec![PepNumber(649), PepNumber(758)],
                statuses: vec![Status::Final, Status::AprilFool],
                kinds: vec![Kind::Removed],
                areas: vec![Area::CApi],
                modules: vec!["asyncio".into(), "xml.etree".into()],
                contents: vec![Content::Sample],
                documents: vec!["a".into(), "b".into()],
                text: "except* & co = 100 % ünïcode".into(),
            },
            feature: Some("3.14-asyncio-ps".into()),
            document: Some("cloudsmith-314".into()),
            series: Some(Series::python3(13)),
            from: Some(Series::python3(14)),
            to: Some(Series::python3(9)),
            sample: Some("pep-758/bare".into()),
            code: Some(Code::Plain(
                "try:\n\tf()\nexcept A, B:\n    pass#&=+\n".into(),
            )),
            run: vec![Series::python3(13), Series::python3(15)],
        };
        let fragment = route.to_fragment();
        assert_eq!(Route::from_fragment(&fragment), (route.clone(), vec![]));
        let route = Route {
            code: Some(Code::Deflated("AZaz09-_".into())),
            ..route
        };
        let fragment = route.to_fragment();
        assert!(fragment.ends_with("&run=3.13,3.15&deflate=AZaz09-_"));
        assert_eq!(Route::from_fragment(&fragment), (route, vec![]));
        let default = Route::default();
        assert_eq!(default.to_fragment(), "#?");
        assert_eq!(Route::from_fragment(""), (default, vec![]));
    }

    #[test]
    fn links_are_readable() {
        let (route, _) = Route::from_fragment("#?version=3.12..3.14&status=final,active&pep=758");
        assert_eq!(route.query.peps, [PepNumber(758)]);
        assert_eq!(
            route.to_fragment(),
            "#?version=3.12..3.14&pep=758&status=final,active"
        );
    }

    #[test]
    fn a_broken_part_is_dropped_and_the_rest_kept() {
        let (route, notices) =
            Route::from_fragment("#?version=banana&status=final,finished&colour=red&q=zstd");
        assert_eq!(route.query.statuses, [Status::Final]);
        assert_eq!(route.query.text, "zstd");
        assert!(route.query.introduced.is_open());
        let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
        assert_eq!(notices.len(), 3, "{notices:?}");
        let (broken, noticed) = Route::from_fragment("#?sample=a/b&run=3.14,x&deflate=a+b=");
        assert_eq!((broken.run, broken.code), (vec![Series::python3(14)], None));
        assert_eq!(noticed.len(), 2, "{noticed:?}");
        assert!(notices[0].contains("version") && notices[0].contains("banana"));
        assert!(notices[1].contains("status") && notices[1].contains("finished"));
        assert!(notices[2].contains("colour"));
    }

    #[test]
    fn an_empty_part_means_no_choice() {
        for fragment in [
            "#?doc=",
            "#?doc=,&feature=&document=&sample=",
            "#?q=&pep=&in",
        ] {
            let (route, _) = Route::from_fragment(fragment);
            assert_eq!(route, Route::default(), "{fragment}");
        }
        let (route, _) = Route::from_fragment("#?doc=a,b,a&doc=c");
        assert_eq!(route.query.documents, ["a", "b", "c"]);
    }

    #[test]
    fn no_character_of_the_code_is_lost() {
        let code = "\0\u{feff} \r\n\t%2C,+&=#;é\u{10ffff}\0";
        let route = Route {
            code: Some(Code::Plain(code.to_owned())),
            ..Route::default()
        };
        assert_eq!(Route::from_fragment(&route.to_fragment()).0, route);
    }

    #[test]
    fn a_link_beyond_the_limit_is_refused_whole() {
        let (route, notices) = Route::from_fragment(&"q".repeat(LONGEST + 1));
        assert_eq!(route, Route::default());
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn nonsense_never_fails() {
        for fragment in [
            "#%%%",
            "#?&&==&",
            "#?version=..",
            "#?q=%ff%00",
            "#?pep=,,,",
            "####",
        ] {
            Route::from_fragment(fragment);
        }
        let (route, _) = Route::from_fragment("#?version=3.14..3.12");
        assert!(route.query.introduced.contains(Series::python3(13)));
    }
}
