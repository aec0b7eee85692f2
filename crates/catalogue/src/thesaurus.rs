//! Search terms that differ from the words of the documents. The entry point is
//! [`Thesaurus`].

use super::model::Feature;
use document::plain_text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Aliases of features in addition to those in the documents, and synonyms of
/// words in titles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thesaurus {
    /// Additional aliases, by the slug of the feature.
    #[serde(default)]
    aliases: BTreeMap<String, Vec<String>>,
    /// Synonyms, by the words in a title.
    #[serde(default)]
    synonyms: BTreeMap<String, Vec<String>>,
}

impl Thesaurus {
    /// Its file, relative to the assets folder.
    #[cfg(not(target_arch = "wasm32"))]
    pub const FILE: &str = "search/thesaurus.toml";

    /// Reads the table.
    ///
    /// # Errors
    /// If it is not TOML or has unknown keys.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The slugs that have aliases.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.aliases.keys().map(String::as_str)
    }

    /// The aliases of a feature in addition to those in its documents.
    pub(super) fn aliases(&self, feature: &Feature) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.get(&feature.slug).into_iter().flatten();
        aliases.map(String::as_str)
    }

    /// The synonyms of words in a feature's title.
    pub(super) fn synonyms(&self, feature: &Feature) -> impl Iterator<Item = &str> {
        let title = format!(" {} ", plain_text(&feature.title).to_ascii_lowercase());
        let fitting = self.synonyms.iter().filter(move |(word, _)| {
            let mut found = title.match_indices(word.as_str());
            // A suffix may follow, but the match must start at a word boundary.
            found.any(|(place, _)| !title[..place].ends_with(|c: char| c.is_ascii_alphanumeric()))
        });
        fitting.flat_map(|(_, others)| others.iter().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Shelf;

    #[test]
    fn titles_bring_the_words_that_readers_write() {
        let catalogue = Shelf::empty()
            .reference(
                "notes",
                "## Free-threaded builds {#3.14-a kind=added}\n\nText.",
            )
            .catalogue();
        let feature = &catalogue.features[0];
        let table = "[aliases]\n'3.14-a' = ['no GIL']\n[synonyms]\nfree-thread = ['nogil']\n\
                     thread = ['pthread']\nree = ['no']";
        let thesaurus = Thesaurus::from_toml(table).expect("a table");
        let aliases: Vec<&str> = thesaurus.aliases(feature).collect();
        assert_eq!(aliases, ["no GIL"]);
        let synonyms: Vec<&str> = thesaurus.synonyms(feature).collect();
        assert_eq!(synonyms, ["nogil", "pthread"]);
        assert!(Thesaurus::from_toml("[words]").is_err());
    }
}
