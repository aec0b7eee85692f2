//! The keys that front matter may have, and YAML to them.

use crate::Position;
use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};
use std::fmt;

/// Every key there is.
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
];

/// Every key that the source may have.
pub(super) const SOURCE_KEYS: &[&str] = &["name", "url", "kind"];

/// The keys as text: a value is checked one by one later, so that a single
/// wrong date does not cost the rest. Text also keeps `series: 3.10` what it
/// is, which as a number would be 3.1.
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

/// Reads YAML; an error is the place within the YAML and what is wrong there.
pub(super) fn parse(yaml: &str) -> Result<FrontMatter, (Position, String)> {
    let options = serde_saphyr::options! {
        // The caller names the place; a drawn snippet does not fit a message.
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(yaml, options).map_err(|error| {
        let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let position = error.location().map(|location| Position {
            line: number(location.line()),
            column: number(location.column()),
        });
        let message = error.to_string();
        // It repeats the place, counted from where the YAML begins.
        let message = message.lines().next().unwrap_or_default();
        let message = message.split(" at line ").next().unwrap_or_default();
        (position.unwrap_or_default(), message.to_owned())
    })
}
