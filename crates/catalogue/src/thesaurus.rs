//! What readers call things that the documents call otherwise. The entry point
//! is [`Thesaurus`].

use super::model::Feature;
use document::plain_text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of features in addition to those in the documents, and synonyms of
/// words in titles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thesaurus {
    /// By slug: what one feature is called as well.
    #[serde(default)]
    aliases: BTreeMap<String, Vec<String>>,
    /// By what a title says: what readers write for it.
    #[serde(default)]
    synonyms: BTreeMap<String, Vec<String>>,
}

impl Thesaurus {
    /// The file that it is read from, below the folder of assets.
    #[cfg(not(target_arch = "wasm32"))]
    pub const FILE: &str = "search/thesaurus.toml";

    /// Reads the table.
    ///
    /// # Errors
    /// Where it is not TOML or has other keys.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The slugs that it gives aliases to.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.aliases.keys().map(String::as_str)
    }

    /// What a feature is called in addition to what its documents say.
    pub(super) fn aliases(&self, feature: &Feature) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.get(&feature.slug).into_iter().flatten();
        aliases.map(String::as_str)
    }

    /// What readers write for words in a feature's title.
    pub(super) fn synonyms(&self, feature: &Feature) -> impl Iterator<Item = &str> {
        let title = format!(" {} ", plain_text(&feature.title).to_ascii_lowercase());
        let fitting = self.synonyms.iter().filter(move |(word, _)| {
            let mut found = title.match_indices(word.as_str());
            // The title may go on with an ending, but not begin within a word.
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
