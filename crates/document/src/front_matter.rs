//! The front matter's schema. The entry point is [`read`].

mod salvage;
mod schema;

use super::{Block, Metadata, Source, Warning};
use schema::{FrontMatter, RawSource};
use std::{fmt::Display, str::FromStr};
use terms::{Date, SourceKind};

/// The front matter of a document as far as it could be read.
#[derive(Default)]
pub(super) struct Reading {
    pub metadata: Metadata,
    /// The text of front matter that is no YAML, to be shown as it stands.
    pub kept: Option<Block>,
}

/// Reads front matter that starts on line 2. Whatever is wrong with it is told
/// in warnings that name the line; the keys that could be read are kept.
pub(super) fn read(yaml: &str, warnings: &mut Vec<Warning>) -> Reading {
    if yaml.trim().is_empty() {
        return Reading::default();
    }
    match schema::parse(yaml) {
        Ok(raw) => {
            warn_of_misspelt_keys(yaml, warnings);
            let metadata = Reader { yaml, warnings }.metadata(raw);
            Reading {
                metadata,
                kept: None,
            }
        }
        Err((line, message)) => {
            let message = format!("the front matter is no YAML: {message}");
            warnings.push(Warning::new(line.saturating_add(1), message));
            let raw = salvage::plain_keys(yaml);
            let metadata = Reader { yaml, warnings }.metadata(raw);
            let kept = Some(Block::Code {
                language: "yaml".to_owned(),
                text: yaml.to_owned(),
            });
            Reading { metadata, kept }
        }
    }
}

/// What the plain keys at the start of an unclosed front matter say.
pub(super) fn read_unclosed(body: &str, warnings: &mut Vec<Warning>) -> Metadata {
    let yaml = body.strip_prefix("---").unwrap_or(body).trim_start();
    let yaml = yaml.split("\n\n").next().unwrap_or_default();
    Reader { yaml, warnings }.metadata(salvage::plain_keys(yaml))
}

struct Reader<'a> {
    yaml: &'a str,
    warnings: &'a mut Vec<Warning>,
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
        }
    }

    /// A date; of a time stamp only the day, as the source wrote it.
    fn date(&mut self, key: &str, text: Option<String>) -> Option<Date> {
        let text = text?;
        let text = text.trim();
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let date = day.parse().ok();
        if date.is_none() {
            self.warn(
                key,
                format!("`{text}` is no date; write it like 2024-10-15"),
            );
        }
        date
    }

    fn term<T: FromStr<Err: Display>>(&mut self, key: &str, text: Option<String>) -> Option<T> {
        match text?.trim().parse() {
            Ok(term) => Some(term),
            Err(error) => {
                self.warn(key, format!("{key}: {error}"));
                None
            }
        }
    }

    fn draft(&mut self, published: Option<String>) -> bool {
        match published.as_deref().map(str::trim) {
            None | Some("true" | "True" | "TRUE" | "yes" | "on") => false,
            Some("false" | "False" | "FALSE" | "no" | "off") => true,
            Some(other) => {
                self.warn(
                    "published",
                    format!("published: `{other}` is neither true nor false"),
                );
                false
            }
        }
    }

    fn source(&mut self, raw: RawSource) -> Option<Source> {
        let Some(name) = raw.name else {
            self.warn(
                "source",
                "the source has no name; add `name:` to it".to_owned(),
            );
            return None;
        };
        let kind = self.term("kind", raw.kind).unwrap_or(SourceKind::Article);
        Some(Source {
            name,
            url: raw.url,
            kind,
        })
    }

    fn warn(&mut self, key: &str, message: String) {
        let line = salvage::line_of(self.yaml, key).unwrap_or(1) + 1;
        self.warnings.push(Warning::new(line, message));
    }
}

fn one_line(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn warn_of_misspelt_keys(yaml: &str, warnings: &mut Vec<Warning>) {
    for (line, key) in salvage::keys(yaml) {
        if schema::KEYS.contains(&key) {
            continue;
        }
        if let Some(meant) = super::spelling::nearest(key, schema::KEYS) {
            let message = format!("the key `{key}` is unknown; did you mean `{meant}`?");
            warnings.push(Warning::new(line + 1, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(yaml: &str) -> (Metadata, Vec<Warning>) {
        let mut warnings = Vec::new();
        let reading = read(yaml, &mut warnings);
        (reading.metadata, warnings)
    }

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn every_key_is_read() {
        let (metadata, warnings) = metadata(
            "title: 'It''s Python 3.14'\npublishDate: '2024-10-15'\nupdatedDate: 2024-10-16\n\
             author: Jo Doe\ndescription: One.\ntags:\n  - releases\n  - alpha\npublished: false\n\
             legacyUrl: /2024/10/x.html\nsource:\n  name: A blog\n  url: https://example.org\n  \
             kind: announcement\nseries: 3.10\nrelease: 3.14.0a1\nas_of: 2026-08-22T10:00:00Z\n\
             layout: post\n",
        );
        assert_eq!(warnings, []);
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
        let (metadata, warnings) = metadata(
            "title: T\npublishDate: soon\nseries: three\nauthor:\n  - A\n  - B\nsource:\n  kind: essay\n",
        );
        assert_eq!(metadata.title, "T");
        assert_eq!(metadata.author.as_deref(), Some("A, B"));
        let lines: Vec<u32> = warnings.iter().map(|warning| warning.line).collect();
        assert_eq!(lines, [3, 8, 4]);
    }

    #[test]
    fn broken_yaml_keeps_its_text_and_plain_keys() {
        let mut warnings = Vec::new();
        let yaml = "title: Python 3.14: the best\npublishDate: '2024-10-15'\ntags: [a\n";
        let reading = read(yaml, &mut warnings);
        assert_eq!(reading.metadata.title, "Python 3.14: the best");
        assert_eq!(reading.metadata.published, day("2024-10-15"));
        assert!(matches!(reading.kept, Some(Block::Code { text, .. }) if text == yaml));
        assert_eq!(warnings.len(), 1);
        assert!(
            warnings[0]
                .message
                .starts_with("the front matter is no YAML")
        );
    }

    #[test]
    fn misspelt_keys_are_told() {
        let (_, warnings) = metadata("title: T\npublishedDate: 2024-10-15\n");
        assert_eq!(
            warnings,
            [Warning::new(
                3,
                "the key `publishedDate` is unknown; did you mean `publishDate`?"
            )]
        );
    }
}
