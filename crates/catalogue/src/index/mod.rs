//! The search index: every word with the features that contain it.
//!
//! [`Index::of`] builds it from the texts in a native build, for the bundle.
//! [`Index::postings`] unpacks it for the search and merges it with the words
//! of titles and names, [`OwnWords`]. [`lexemes`] splits all texts into words.

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

/// The fields of a feature that contain a word, as a bit set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields(pub u8);

impl Fields {
    /// A whole name, a whole alias or the number of the feature's PEP.
    pub const EXACT: Self = Self(1);
    /// The last part of a qualified name, or the number of a related PEP.
    pub const LAST: Self = Self(1 << 1);
    /// Another part of a name, a part of an alias, or the module.
    pub const PART: Self = Self(1 << 2);
    /// The title.
    pub const TITLE: Self = Self(1 << 3);
    /// The first words of the title, which say what it is about.
    pub const SUBJECT: Self = Self(1 << 4);
    /// The title of one of the feature's PEPs, from the PEP index.
    pub const PEP_TITLE: Self = Self(1 << 5);
    /// The text.
    pub const TEXT: Self = Self(1 << 6);
    /// The feature added what the word is the name of.
    pub const ORIGIN: Self = Self(1 << 7);

    /// Whether the set contains any of the given fields.
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

/// All words of a text joined into one: `dict union` becomes `dictunion`. Used
/// to match an alias of several words as a whole.
pub fn joined(text: &str) -> String {
    let segments = lexemes(text).flat_map(|lexeme| lexeme.segments());
    segments.map(|segment| segment.whole).collect()
}

/// Whether a word is a stop word. Stop words are indexed in names, titles and
/// aliases, but not in running text.
pub fn is_common(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

const STOP_WORDS: [&str; 154] = [
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
        assert!(STOP_WORDS.is_sorted());
        assert!(is_common("the") && !is_common("walrus"));
    }

    #[test]
    fn words_are_joined_as_names_are() {
        assert_eq!(joined("dict union"), "dictunion");
        assert_eq!(joined("Task_group"), joined("TaskGroup"));
        assert_eq!(joined(":="), ":=");
    }
}
