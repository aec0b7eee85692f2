//! Words of questions that say little or something else than what they mean:
//! "when was asyncore removed". The entry point is [`of`].

use catalogue::index::is_common;
use terms::Kind;

/// What a word of a query contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// It has to stand in the feature.
    None,
    /// It may be missing.
    Soft,
    /// It may be missing, and features of this kind come first.
    Kind(Kind),
}

/// The words that readers ask with, beyond those that no text is about.
const ASKING: [&str; 26] = [
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

/// What a word, in lower case, contributes.
pub(super) fn of(word: &str) -> Hint {
    let kind = match word {
        "added" | "adds" | "new" | "introduced" => Kind::Added,
        "changed" | "changes" => Kind::Changed,
        "deprecated" | "deprecation" | "deprecations" | "deprecate" => Kind::Deprecated,
        "removed" | "removal" | "removals" | "gone" | "dropped" | "deleted" => Kind::Removed,
        _ if is_common(word) || ASKING.binary_search(&word).is_ok() => return Hint::Soft,
        _ => return Hint::None,
    };
    Hint::Kind(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_questions_are_known() {
        assert!(ASKING.is_sorted());
        assert_eq!(of("removed"), Hint::Kind(Kind::Removed));
        assert_eq!(of("since"), Hint::Soft);
        assert_eq!(of("when"), Hint::Soft);
        assert_eq!(of("walrus"), Hint::None);
    }
}
