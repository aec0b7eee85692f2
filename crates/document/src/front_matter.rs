//! Reads front matter. The entry point is [`read`].

mod salvage;
mod schema;

use super::spelling::{nearest, suggestion};
use super::{Block, Code, Diagnostic, Metadata, Position, Run, RunKind, Source, Word};
use schema::{FrontMatter, OneOrMany, RawSource};
use std::str::FromStr;
use terms::{Date, SourceKind, TermError};

/// The front matter of a document, as far as it could be parsed.
#[derive(Default)]
pub(super) struct Reading {
    pub metadata: Metadata,
    /// The text of front matter that could not be parsed, to be shown as code.
    pub kept: Option<Block>,
}

/// Reads front matter that starts on line 2. Errors are reported, and the keys
/// that could be read are kept.
pub(super) fn read(yaml: &str, diagnostics: &mut Vec<Diagnostic>) -> Reading {
    if yaml.trim().is_empty() {
        return Reading::default();
    }
    match schema::parse(yaml) {
        Ok(raw) => {
            report_misspelt_keys(yaml, diagnostics);
            let metadata = Reader { yaml, diagnostics }.metadata(raw);
            Reading {
                metadata,
                kept: None,
            }
        }
        Err((position, message)) => {
            // YAML may be valid and still have a list where a word is needed.
            let what = if schema::is_yaml(yaml) {
                "the front matter has a value that cannot be used"
            } else {
                "the front matter is not YAML"
            };
            let message = format!("{what}: {message}");
            diagnostics.push(Diagnostic::new(
                Code::FrontMatter,
                in_file(position),
                message,
            ));
            let raw = salvage::plain_keys(yaml);
            let metadata = Reader { yaml, diagnostics }.metadata(raw);
            let kept = Some(Block::Code {
                language: "yaml".to_owned(),
                text: yaml.to_owned(),
            });
            Reading { metadata, kept }
        }
    }
}

/// Reads the plain keys at the start of unclosed front matter.
pub(super) fn read_unclosed(body: &str, diagnostics: &mut Vec<Diagnostic>) -> Metadata {
    let yaml = body.strip_prefix("---").unwrap_or(body).trim_start();
    let yaml = yaml.split("\n\n").next().unwrap_or_default();
    Reader { yaml, diagnostics }.metadata(salvage::plain_keys(yaml))
}

/// The keys whose values are prose.
const PROSE_KEYS: [&str; 2] = ["title", "description"];

/// The values that are prose, as far as they are on the same line as their key.
pub(super) fn prose(yaml: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (position, key, is_of_source) in salvage::keys(yaml) {
        let line = yaml.lines().nth(position.line.saturating_sub(1) as usize);
        if let Some((_, value)) = line.and_then(|line| line.split_once(':'))
            && PROSE_KEYS.contains(&key)
            && !is_of_source
        {
            let blank = value.len() - value.trim_start().len();
            runs.push(Run {
                kind: RunKind::Text,
                text: value.trim().to_owned(),
                position: in_file(position).right(key.len() + 1 + blank),
            });
        }
    }
    runs
}

struct Reader<'a> {
    yaml: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn metadata(mut self, raw: FrontMatter) -> Metadata {
        Metadata {
            title: raw.title.map(one_line).unwrap_or_default(),
            published: self.date("publishDate", raw.published_on),
            updated: self.date("updatedDate", raw.updated_on),
            author: raw.author.map(|authors| authors.0.join(", ")),
            description: raw.description,
            tags: raw.tags.map(|tags| tags.0).unwrap_or_default(),
            draft: self.draft(raw.published),
            legacy_url: raw.legacy_url,
            source: raw.source.and_then(|source| self.source(source)),
            series: self.term("series", raw.series),
            release: self.term("release", raw.release),
            as_of: self.date("as_of", raw.as_of),
            highlights: self.words("highlights", raw.highlights),
        }
    }

    /// A date; a timestamp is reduced to its day, without time zone conversion.
    fn date(&mut self, key: &str, text: Option<String>) -> Option<Date> {
        let text = text?;
        let text = text.trim();
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let date = day.parse().ok();
        if date.is_none() {
            let message = format!("`{}` is not a valid date", shortened(text));
            self.report(key, Code::Date, message, "write it like 2024-10-15");
        }
        date
    }

    /// The items of a list, each with its position.
    fn words(&mut self, key: &str, words: Option<OneOrMany>) -> Vec<Word> {
        let words = words.map(|words| words.0).unwrap_or_default();
        let positions = salvage::positions_of(self.yaml, key, &words);
        words
            .into_iter()
            .zip(positions)
            .map(|(text, position)| Word {
                text,
                position: in_file(position),
            })
            .collect()
    }

    fn term<T: FromStr<Err = TermError>>(&mut self, key: &str, text: Option<String>) -> Option<T> {
        match text?.trim().parse() {
            Ok(term) => Some(term),
            Err(error) => {
                let code = match key {
                    "series" => Code::Series,
                    _ => Code::FrontMatter,
                };
                let message = format!("`{}` is not a valid {}", error.text, error.what);
                self.report(
                    key,
                    code,
                    message,
                    format!("write it like {}", error.example),
                );
                None
            }
        }
    }

    fn draft(&mut self, published: Option<String>) -> bool {
        match published.as_deref().map(str::trim) {
            None | Some("true" | "True" | "TRUE" | "yes" | "on") => false,
            Some("false" | "False" | "FALSE" | "no" | "off") => true,
            Some(other) => {
                let message = format!("`{}` is neither true nor false", shortened(other));
                let help = suggestion(other, &["true", "false"]);
                self.report("published", Code::FrontMatter, message, help);
                false
            }
        }
    }

    fn source(&mut self, raw: RawSource) -> Option<Source> {
        let Some(name) = raw.name else {
            let message = "the source has no name";
            self.report("source", Code::FrontMatter, message, "add `name:` to it");
            return None;
        };
        let kind = raw.kind.and_then(|kind| self.source_kind(kind.trim()));
        Some(Source {
            name,
            url: raw.url,
            kind: kind.unwrap_or(SourceKind::Article),
        })
    }

    fn source_kind(&mut self, text: &str) -> Option<SourceKind> {
        let kind = text.parse().ok();
        if kind.is_none() {
            let keys: Vec<&str> = SourceKind::ALL.iter().map(|kind| kind.key()).collect();
            let message = format!("`{}` is not a valid source kind", shortened(text));
            self.report("kind", Code::FrontMatter, message, suggestion(text, &keys));
        }
        kind
    }

    /// Reports a diagnostic at the value of a key.
    fn report(
        &mut self,
        key: &str,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let position = salvage::value_of(self.yaml, key).unwrap_or_default();
        let diagnostic = Diagnostic::new(code, in_file(position), message).with_help(help);
        self.diagnostics.push(diagnostic);
    }
}

/// Converts a position in the YAML, which starts on line 2, to one in the file.
fn in_file(position: Position) -> Position {
    Position {
        line: position.line.saturating_add(1),
        column: position.column,
    }
}

/// A value, shortened for a message.
fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

fn one_line(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report_misspelt_keys(yaml: &str, diagnostics: &mut Vec<Diagnostic>) {
    for (position, key, is_of_source) in salvage::keys(yaml) {
        let known = if is_of_source {
            schema::SOURCE_KEYS
        } else {
            schema::KEYS
        };
        if known.contains(&key) {
            continue;
        }
        if let Some(meant) = nearest(key, known.iter().copied()) {
            let message = format!("the key `{key}` is unknown");
            diagnostics.push(
                Diagnostic::new(Code::FrontMatter, in_file(position), message)
                    .with_help(format!("did you mean `{meant}`?")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(yaml: &str) -> (Metadata, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let reading = read(yaml, &mut diagnostics);
        (reading.metadata, diagnostics)
    }

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn every_key_is_read() {
        let (metadata, diagnostics) = metadata(
            "title: 'It''s Python 3.14'\npublishDate: '2024-10-15'\nupdatedDate: 2024-10-16\n\
             author: Jo Doe\ndescription: One.\ntags:\n  - releases\n  - alpha\npublished: false\n\
             legacyUrl: /2024/10/x.html\nsource:\n  name: A blog\n  url: https://example.org\n  \
             kind: announcement\nseries: 3.10\nrelease: 3.14.0a1\nas_of: 2026-08-22T10:00:00Z\n\
             layout: post\n",
        );
        assert_eq!(diagnostics, []);
        assert_eq!(metadata.title, "It's Python 3.14");
        assert_eq!(metadata.published, day("2024-10-15"));
        assert_eq!(metadata.updated, day("2024-10-16"));
        assert_eq!(metadata.as_of, day("2026-08-22"));
        assert_eq!(metadata.author.as_deref(), Some("Jo Doe"));
        assert_eq!(metadata.tags, ["releases", "alpha"]);
        assert!(metadata.draft);
        assert_eq!(metadata.legacy_url.as_deref(), Some("/2024/10/x.html"));
        let source = metadata.source.expect("a source");
        assert_eq!(
            (source.name.as_str(), source.kind),
            ("A blog", SourceKind::Announcement)
        );
        // 3.10 must not be read as the number 3.1.
        assert_eq!(metadata.series.map(|series| series.minor), Some(10));
        assert_eq!(
            metadata
                .release
                .map(|release| release.to_string())
                .as_deref(),
            Some("3.14.0a1")
        );
    }

    #[test]
    fn a_wrong_value_costs_only_itself() {
        let (metadata, diagnostics) = metadata(
            "title: T\npublishDate: soon\nseries: three\nauthor:\n  - A\n  - B\nsource:\n  kind: essay\n",
        );
        assert_eq!(metadata.title, "T");
        assert_eq!(metadata.author.as_deref(), Some("A, B"));
        let places: Vec<(u32, u32)> = diagnostics.iter().map(|d| (d.line, d.column)).collect();
        assert_eq!(places, [(3, 14), (8, 1), (4, 9)]);
    }

    #[test]
    fn broken_yaml_keeps_its_text_and_plain_keys() {
        let mut diagnostics = Vec::new();
        let yaml = "title: Python 3.14: the best\npublishDate: '2024-10-15'\ntags: [a\n";
        let reading = read(yaml, &mut diagnostics);
        assert_eq!(reading.metadata.title, "Python 3.14: the best");
        assert_eq!(reading.metadata.published, day("2024-10-15"));
        assert!(matches!(reading.kept, Some(Block::Code { text, .. }) if text == yaml));
        assert_eq!(diagnostics.len(), 1);
        assert!(
            diagnostics[0]
                .message
                .starts_with("the front matter is not YAML")
        );
    }

    #[test]
    fn valid_yaml_with_other_values_is_not_said_to_be_no_yaml() {
        for yaml in [
            "title: [A, B]\n",
            "title: T\nauthor: { name: Jo, url: https://example.org }\n",
            "source: A blog\ntitle: T\n",
            "- a\n- b\n",
            "tags: 3\n",
        ] {
            let (_, diagnostics) = metadata(yaml);
            let messages: Vec<&str> = diagnostics.iter().map(|it| it.message.as_str()).collect();
            let [message] = messages[..] else {
                panic!("{yaml}: {messages:?}");
            };
            assert!(
                message.contains("a value that cannot be used: "),
                "{message}"
            );
        }
    }

    #[test]
    fn misspelt_keys_and_kinds_get_a_suggestion() {
        let (metadata, diagnostics) = metadata(
            "title: T\npublishedDate: 2024-10-15\nlayout: post\nsource:\n  name: N\n  \
             knd: guide\n",
        );
        assert_eq!(metadata.published, None);
        let shown: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "3:1: error[front-matter]: the key `publishedDate` is unknown; \
                 did you mean `publishDate`?",
                "7:3: error[front-matter]: the key `knd` is unknown; did you mean `kind`?",
            ]
        );
        for (written, help) in [
            (
                "source: { name: N, kind: refrence }\n",
                "did you mean `reference`?",
            ),
            (
                "source:\n  name: N\n  kind: essay\n",
                "use `announcement`, `reference`, `article` or `guide`",
            ),
        ] {
            let (metadata, diagnostics) = self::metadata(written);
            assert!(metadata.source.is_some());
            let [diagnostic] = diagnostics.as_slice() else {
                panic!("one diagnostic is expected: {diagnostics:?}");
            };
            assert_eq!(diagnostic.help.as_deref(), Some(help));
            let line = written
                .lines()
                .nth(diagnostic.line as usize - 2)
                .expect("its line");
            let at: String = line.chars().skip(diagnostic.column as usize - 1).collect();
            assert!(
                at.starts_with("refrence") || at.starts_with("essay"),
                "{at}"
            );
        }
    }
}
