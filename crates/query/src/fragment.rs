//! The text form of a [`Route`]: the fragment of a link, such as
//! `#?version=3.12..3.14&status=final&q=annotations`.
//!
//! Parsing never fails: each invalid parameter is ignored with a [`Notice`].

use super::field::Field;
use super::route::{Code, Route, View};
use terms::TermError;

/// A parameter of a link that was ignored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// An unknown parameter.
    #[error("the link has an unknown parameter `{key}`; it was ignored")]
    UnknownKey {
        /// The first 40 characters of the key.
        key: String,
    },
    /// A parameter with an invalid value.
    #[error("the link has an invalid value for `{key}`, which was ignored: {problem}")]
    Malformed {
        /// The key.
        key: &'static str,
        /// What is wrong with its value.
        problem: String,
    },
}

/// The maximum length of a fragment in bytes. Browsers cut links at about two megabytes.
const MAX_BYTES: usize = 1 << 20;

impl Route {
    /// Parses a fragment, with or without its `#` and `?`.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<Notice>) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let fragment = fragment.strip_prefix('?').unwrap_or(fragment);
        let mut parser = Parser::default();
        if fragment.len() > MAX_BYTES {
            let problem = format!("it is longer than {MAX_BYTES} bytes");
            parser.notices.push(Notice::Malformed { key: "#", problem });
            return (parser.route, parser.notices);
        }
        for (key, value) in form_urlencoded::parse(fragment.as_bytes()) {
            parser.add(&key, &value);
        }
        (parser.route, parser.notices)
    }

    /// The fragment of this route, including the `#`. Parsing it results in an equal
    /// route.
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
        add("name", self.name.as_deref().unwrap_or_default());
        add("series", &self.series.map(text).unwrap_or_default());
        add("from", &self.from.map(text).unwrap_or_default());
        add("to", &self.to.map(text).unwrap_or_default());
        add("sample", self.sample.as_deref().unwrap_or_default());
        let run: Vec<String> = self.run.iter().map(text).collect();
        add("run", &run.join(","));
        add("mine", &self.mine.map(text).unwrap_or_default());
        // Unlike other values, code and steps are written even if they are empty.
        match &self.code {
            Some(Code::Plain(code)) => {
                parts.append_pair("code", code);
            }
            Some(Code::Deflated(code)) => {
                parts.append_pair("deflate", code);
            }
            None => {}
        }
        if let Some(done) = &self.done {
            parts.append_pair("done", &done.join(","));
        }
        // Keep lists and slugs readable; these characters have no meaning in a fragment.
        let readable = parts.finish().replace("%2C", ",").replace("%2F", "/");
        format!("#?{readable}")
    }
}

#[derive(Default)]
struct Parser {
    route: Route,
    notices: Vec<Notice>,
}

impl Parser {
    /// Adds a parameter to the route.
    fn add(&mut self, key: &str, value: &str) {
        if let Some(field) = Field::ALL.into_iter().find(|field| field.key() == key) {
            self.add_filter(field, value);
            return;
        }
        match key {
            "view" => {
                let view = View::ALL.into_iter().find(|view| view.key() == value);
                let known = "explore, upgrade, check, errors, releases, documents, try, page";
                let view = view.ok_or_else(|| TermError::new(value, "view", known));
                self.set("view", view, |route, view| route.view = view);
            }
            "q" => value.clone_into(&mut self.route.query.text),
            "feature" => self.route.feature = slug(value),
            "document" => self.route.document = slug(value),
            "name" => self.route.name = slug(value),
            "series" => self.set("series", value.parse(), |route, series| {
                route.series = Some(series);
            }),
            "from" => self.set("from", value.parse(), |route, series| {
                route.from = Some(series);
            }),
            "to" => self.set("to", value.parse(), |route, series| {
                route.to = Some(series);
            }),
            "done" => {
                let slugs = value.split(',').filter(|slug| !slug.is_empty());
                self.route.done = Some(slugs.map(str::to_owned).collect());
            }
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
            "mine" => self.set("mine", value.parse(), |route, mine| route.mine = Some(mine)),
            "code" => self.route.code = Some(Code::Plain(value.to_owned())),
            "deflate" => self.set("deflate", parse_deflated(value), |route, code| {
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

    fn add_filter(&mut self, field: Field, value: &str) {
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

/// Checks the encoding of compressed code. It is decompressed elsewhere.
fn parse_deflated(text: &str) -> Result<Code, TermError> {
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
    use crate::{MyVersions, Query, SeriesRange};
    use terms::{Area, Content, Kind, PepNumber, Series, Status};

    #[test]
    fn a_fragment_is_parsed_back_to_its_route() {
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
            name: Some("asyncio.timeout".into()),
            series: Some(Series::python3(13)),
            from: Some(Series::python3(14)),
            to: Some(Series::python3(9)),
            done: Some(vec!["pep-632".into(), "3.12-imp".into()]),
            sample: Some("pep-758/bare".into()),
            code: Some(Code::Plain(
                "try:\n\tf()\nexcept A, B:\n    pass#&=+\n".into(),
            )),
            run: vec![Series::python3(13), Series::python3(15)],
            mine: Some(MyVersions::Spec0),
        };
        let fragment = route.to_fragment();
        assert_eq!(Route::from_fragment(&fragment), (route.clone(), vec![]));
        let route = Route {
            code: Some(Code::Deflated("AZaz09-_".into())),
            ..route
        };
        let fragment = route.to_fragment();
        assert!(
            fragment.ends_with("&run=3.13,3.15&mine=spec0&deflate=AZaz09-_&done=pep-632,3.12-imp")
        );
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
    fn the_versions_of_the_reader_stay_in_links_to_other_views() {
        let (route, notices) = Route::from_fragment("#?q=zstd&mine=3.10..3.14");
        assert_eq!(notices, []);
        let other = route.in_view(View::Upgrade).to_fragment();
        assert_eq!(other, "#?view=upgrade&q=zstd&mine=3.10..3.14");
        let (old, notices) = Route::from_fragment("#?q=zstd&mine=all");
        assert_eq!((old.mine, notices.len()), (None, 1));
    }

    #[test]
    fn invalid_parameters_are_ignored_and_the_rest_is_kept() {
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
    fn empty_values_are_not_filters() {
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
    fn code_may_contain_any_character() {
        let code = "\0\u{feff} \r\n\t%2C,+&=#;é\u{10ffff}\0";
        let route = Route {
            code: Some(Code::Plain(code.to_owned())),
            ..Route::default()
        };
        assert_eq!(Route::from_fragment(&route.to_fragment()).0, route);
    }

    #[test]
    fn a_link_that_is_too_long_is_ignored() {
        let (route, notices) = Route::from_fragment(&"q".repeat(MAX_BYTES + 1));
        assert_eq!(route, Route::default());
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn parsing_never_fails() {
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
