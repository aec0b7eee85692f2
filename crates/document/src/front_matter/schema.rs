//! The keys of front matter, and parsing them from YAML.

use crate::Position;
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, SeqAccess, Visitor},
};
use std::fmt;

/// All keys.
pub(super) const KEYS: &[&str] = &[
    "title",
    "publishDate",
    "updatedDate",
    "author",
    "description",
    "tags",
    "published",
    "legacyUrl",
    "source",
    "series",
    "release",
    "as_of",
    "highlights",
];

/// All keys of `source`.
pub(super) const SOURCE_KEYS: &[&str] = &["name", "url", "kind"];

/// The values as text. Each is validated later, so that a single invalid date
/// does not cost the rest. Text also preserves `series: 3.10`, which as a
/// number would be 3.1.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    #[serde(rename = "publishDate")]
    pub published_on: Option<String>,
    #[serde(rename = "updatedDate")]
    pub updated_on: Option<String>,
    pub author: Option<OneOrMany>,
    pub description: Option<String>,
    pub tags: Option<OneOrMany>,
    pub published: Option<String>,
    #[serde(rename = "legacyUrl")]
    pub legacy_url: Option<String>,
    pub source: Option<RawSource>,
    pub series: Option<String>,
    pub release: Option<String>,
    pub as_of: Option<String>,
    pub highlights: Option<OneOrMany>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RawSource {
    pub name: Option<String>,
    pub url: Option<String>,
    pub kind: Option<String>,
}

/// A word or a list of words.
#[derive(Default)]
pub(super) struct OneOrMany(pub Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a list of words")
            }

            fn visit_str<E>(self, word: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany(vec![word.to_owned()]))
            }

            fn visit_unit<E>(self) -> Result<OneOrMany, E> {
                Ok(OneOrMany::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<OneOrMany, A::Error> {
                let mut all = Vec::new();
                while let Some(word) = words.next_element()? {
                    all.push(word);
                }
                Ok(OneOrMany(all))
            }
        }

        deserializer.deserialize_any(Words)
    }
}

/// Whether a text is YAML, whatever it holds.
pub(super) fn is_yaml(text: &str) -> bool {
    serde_saphyr::from_str::<IgnoredAny>(text).is_ok()
}

/// Parses YAML; an error is a position in the YAML and a message.
pub(super) fn parse(yaml: &str) -> Result<FrontMatter, (Position, String)> {
    let options = serde_saphyr::options! {
        // The caller reports the position, and messages are a single line.
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(yaml, options).map_err(|error| {
        let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let position = error.location().map(|location| Position {
            line: number(location.line()),
            column: number(location.column()),
        });
        let message = error.to_string();
        // The message repeats the position, relative to the YAML.
        let message = message.lines().next().unwrap_or_default();
        let message = message.split(" at line ").next().unwrap_or_default();
        (position.unwrap_or_default(), message.to_owned())
    })
}
