//! The index of the search: every word with the features that it stands in.
//!
//! [`Index::build`] makes it natively of the texts, and the bundle carries it;
//! [`Index::postings`] unpacks it for the search and adds what the features
//! bring themselves, [`OwnWords`]. What a word is, [`lexemes`] decides for all of it.

mod build;
mod interned;
mod own;
mod packed;
mod postings;
mod words;

pub use own::OwnWords;
pub use packed::Index;
pub use postings::Postings;
pub use words::{Lexeme, Segment, Shape, lexemes};

/// Where in a feature a word stands: a set of places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields(pub u8);

impl Fields {
    /// The word is a whole name, a whole alias or the number of a PEP.
    pub const EXACT: Self = Self(1);
    /// The last part of a qualified name.
    pub const LAST: Self = Self(1 << 1);
    /// Another part of a name, a part of an alias, or the module.
    pub const PART: Self = Self(1 << 2);
    /// In the feature's title.
    pub const TITLE: Self = Self(1 << 3);
    /// Among the first words of the title, which say what it is about.
    pub const SUBJECT: Self = Self(1 << 4);
    /// In the title of a PEP that the feature belongs to, as the PEP index has
    /// it.
    pub const PEP_TITLE: Self = Self(1 << 5);
    /// In the running text.
    pub const TEXT: Self = Self(1 << 6);
    /// The feature is the one that brought what the word is the name of.
    pub const ORIGIN: Self = Self(1 << 7);

    /// Whether a place is in the set.
    pub const fn has(self, place: Self) -> bool {
        self.0 & place.0 != 0
    }
}

impl std::ops::BitOr for Fields {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// All words of a text written as one: `dict union` becomes `dictunion`, by
/// which an alias of several words is found whole.
pub fn joined(text: &str) -> String {
    let segments = lexemes(text).flat_map(|lexeme| lexeme.segments());
    segments.map(|segment| segment.whole).collect()
}

/// Words that say nothing of what a text is about. The index has them where
/// they stand in a name, a title or an alias, not in running text.
pub fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

const COMMON: [&str; 154] = [
    "a",
    "about",
    "added",
    "after",
    "again",
    "all",
    "also",
    "always",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "at",
    "back",
    "be",
    "been",
    "before",
    "between",
    "both",
    "but",
    "by",
    "called",
    "calls",
    "can",
    "cannot",
    "changed",
    "come",
    "comes",
    "could",
    "deprecated",
    "deprecation",
    "did",
    "do",
    "does",
    "done",
    "during",
    "each",
    "else",
    "end",
    "even",
    "every",
    "first",
    "for",
    "from",
    "get",
    "gets",
    "give",
    "given",
    "gives",
    "go",
    "goes",
    "gone",
    "had",
    "has",
    "have",
    "how",
    "if",
    "in",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "keeps",
    "later",
    "left",
    "like",
    "longer",
    "made",
    "makes",
    "many",
    "may",
    "more",
    "most",
    "must",
    "need",
    "never",
    "new",
    "no",
    "not",
    "notes",
    "nothing",
    "now",
    "of",
    "off",
    "old",
    "on",
    "one",
    "only",
    "or",
    "other",
    "others",
    "out",
    "over",
    "own",
    "part",
    "place",
    "python",
    "release",
    "removed",
    "same",
    "says",
    "second",
    "several",
    "since",
    "so",
    "some",
    "stand",
    "stands",
    "still",
    "such",
    "take",
    "takes",
    "tells",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "three",
    "through",
    "to",
    "too",
    "two",
    "up",
    "use",
    "used",
    "uses",
    "version",
    "was",
    "way",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "without",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted_for_the_search() {
        assert!(COMMON.is_sorted());
        assert!(is_common("the") && !is_common("walrus"));
    }

    #[test]
    fn words_are_joined_as_names_are() {
        assert_eq!(joined("dict union"), "dictunion");
        assert_eq!(joined("Task_group"), joined("TaskGroup"));
        assert_eq!(joined(":="), ":=");
    }
}
