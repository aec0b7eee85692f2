//! Words of questions, such as "when was asyncore removed", that need not occur in a
//! feature. The entry point is [`hint_for`].

use catalogue::index::is_common;
use terms::Kind;

/// How a word of a query affects the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// Features have to contain the word.
    None,
    /// Features need not contain the word.
    Optional,
    /// Features need not contain the word, and those of this kind are ranked higher.
    Kind(Kind),
}

/// The words of questions that are not stop words of the index.
const QUESTION_WORDS: [&str; 26] = [
    "allow",
    "alternative",
    "anymore",
    "available",
    "best",
    "change",
    "didnt",
    "doesnt",
    "feature",
    "features",
    "happened",
    "i",
    "introduce",
    "let",
    "me",
    "my",
    "should",
    "supported",
    "syntax",
    "using",
    "want",
    "work",
    "works",
    "would",
    "you",
    "your",
];

/// The hint for a word in lower case.
pub(super) fn hint_for(word: &str) -> Hint {
    let kind = match word {
        "added" | "adds" | "new" | "introduced" => Kind::Added,
        "changed" | "changes" => Kind::Changed,
        "deprecated" | "deprecation" | "deprecations" | "deprecate" => Kind::Deprecated,
        "removed" | "removal" | "removals" | "gone" | "dropped" | "deleted" => Kind::Removed,
        _ if is_common(word) || QUESTION_WORDS.binary_search(&word).is_ok() => {
            return Hint::Optional;
        }
        _ => return Hint::None,
    };
    Hint::Kind(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_questions_are_known() {
        assert!(QUESTION_WORDS.is_sorted());
        assert_eq!(hint_for("removed"), Hint::Kind(Kind::Removed));
        assert_eq!(hint_for("since"), Hint::Optional);
        assert_eq!(hint_for("when"), Hint::Optional);
        assert_eq!(hint_for("walrus"), Hint::None);
    }
}
