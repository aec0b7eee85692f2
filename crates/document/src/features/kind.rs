//! Infers the kind of a feature from its wording. The entry points are
//! [`of_words`] and [`of_text`].

use std::borrow::Cow;
use terms::Kind;

/// Words that make a following participle a statement: "was removed".
const AUXILIARIES: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "been",
    "being",
    "now",
    "finally",
    "officially",
    "formally",
    "got",
    "fully",
    "also",
    "soft",
];

/// Words that refer to the future: "will be removed".
const MODALS: &[&str] = &[
    "will", "to", "may", "might", "can", "could", "would", "should",
];

/// Words after "no longer" that mean a removal rather than a change.
const GONE: &[&str] = &[
    "available",
    "provide",
    "provides",
    "provided",
    "support",
    "supports",
    "supported",
    "include",
    "includes",
    "included",
    "ship",
    "ships",
    "shipped",
    "exist",
    "exists",
    "offer",
    "offers",
    "part",
    "an",
    "a",
    "officially",
];

/// First words that mean a change.
const OPENING_CHANGES: &[&str] = &["more", "even", "better", "change", "speed"];

/// The kind of a feature by its words; added by default.
pub(super) fn of_text(text: &str) -> Kind {
    of_words(text).unwrap_or(Kind::Added)
}

/// The kind of a feature by its words. A removal takes precedence over a
/// deprecation, because texts on removals often mention an earlier deprecation;
/// "new" at the start takes precedence over both.
pub(super) fn of_words(text: &str) -> Option<Kind> {
    let lower = without_brackets(text).to_ascii_lowercase();
    let mut words: Vec<&str> = Vec::with_capacity(32);
    words.extend(
        lower
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
            .filter(|word| word.contains(char::is_alphanumeric)),
    );
    let opening = words
        .iter()
        .find(|word| !matches!(**word, "a" | "an" | "the" | "many" | "other" | "some"))?;
    match *opening {
        "new" | "add" | "added" | "adds" | "adding" | "introduce" | "introduces" => {
            return Some(Kind::Added);
        }
        "deprecate" | "deprecates" | "deprecating" | "deprecation" | "deprecations" => {
            return Some(Kind::Deprecated);
        }
        "remove" | "removed" | "removes" | "removing" | "removal" | "removals" | "drop"
        | "dropped" | "drops" => {
            return Some(Kind::Removed);
        }
        _ => {}
    }
    if is_removal(&words) {
        return Some(Kind::Removed);
    }
    let deprecated = participle(&words, "deprecated")
        || words.contains(&"deprecates")
        || words.first() == Some(&"deprecated");
    if deprecated {
        return Some(Kind::Deprecated);
    }
    if is_addition(&words) {
        return Some(Kind::Added);
    }
    let changed = OPENING_CHANGES.contains(opening)
        || words.iter().any(|word| is_change(word))
        || follows(&words, "does", |next| next == "not")
        || follows(&words, "do", |next| next == "not");
    changed.then_some(Kind::Changed)
}

/// Whether a word means a change to something that existed before. A `match`
/// compares lengths first, which is many times faster than a list.
fn is_change(word: &str) -> bool {
    matches!(
        word,
        "now"
            | "changed"
            | "changes"
            | "improve"
            | "improved"
            | "improves"
            | "improvement"
            | "improvements"
            | "faster"
            | "update"
            | "updated"
            | "updates"
            | "upgrade"
            | "upgraded"
            | "switch"
            | "switched"
            | "switches"
            | "renamed"
            | "replace"
            | "replaced"
            | "replaces"
            | "moved"
            | "merged"
            | "disallow"
            | "disallows"
            | "disallowed"
            | "require"
            | "requires"
            | "required"
            | "instead"
            | "longer"
            | "anymore"
            | "reworked"
            | "rewritten"
            | "optimized"
            | "optimised"
            | "relax"
            | "relaxed"
            | "relaxing"
            | "sped"
            | "fix"
            | "fixed"
            | "fixes"
            | "reverted"
            | "adopts"
            | "stricter"
            | "invalid"
    )
}

/// Removes text in parentheses, unless they are at the start or unclosed.
fn without_brackets(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(text);
    while let Some(open) = kept.find(" (")
        && let Some(length) = kept.get(open..).and_then(|rest| rest.find(')'))
    {
        let mut text = kept.into_owned();
        text.replace_range(open..=open + length, "");
        kept = Cow::Owned(text);
    }
    kept
}

fn is_removal(words: &[&str]) -> bool {
    participle(words, "removed")
        || participle(words, "dropped")
        || bare_participle(words, "removed")
        || follows(words, "removals", |next| next == "of")
        || words.contains(&"removes")
        || words
            .windows(3)
            .any(|three| matches!(three, ["no", "longer", next] if GONE.contains(next)))
}

fn is_addition(words: &[&str]) -> bool {
    words.contains(&"added")
        || words.contains(&"introduced")
        || follows(words, "now", |next| {
            matches!(next, "available" | "included")
        })
}

/// Whether a participle states something that has happened, unlike "had been",
/// which refers to the past, and "will be", to the future.
fn participle(words: &[&str], participle: &str) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = before(words, at);
        *word == participle
            && before.last().is_some_and(|word| AUXILIARIES.contains(word))
            && !is_postponed(before)
    })
}

/// Whether a participle without auxiliary does so, as in "the module removed"
/// and "removed from the module".
fn bare_participle(words: &[&str], participle: &str) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).copied();
        *word == participle
            && matches!(next, None | Some("from" | "in"))
            && !is_postponed(before(words, at))
    })
}

/// The words before one that may change its meaning.
fn before<'a>(words: &'a [&'a str], at: usize) -> &'a [&'a str] {
    words.get(at.saturating_sub(3)..at).unwrap_or_default()
}

fn is_postponed(before: &[&str]) -> bool {
    before
        .iter()
        .any(|word| MODALS.contains(word) || matches!(*word, "had" | "not"))
}

fn follows(words: &[&str], word: &str, wanted: impl Fn(&str) -> bool) -> bool {
    words
        .windows(2)
        .any(|pair| matches!(pair, [first, next] if *first == word && wanted(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_determine_the_kind() {
        use Kind::{Added, Changed, Deprecated, Removed};
        for (text, kind) in [
            ("The deprecated smtpd module has been removed", Removed),
            ("Python no longer provides PGP signatures", Removed),
            ("Removed: the old encoder functions", Removed),
            ("Deprecated: the imp module", Deprecated),
            ("Initialization configuration (improved embedding)", Added),
            ("(Cyclic) collection is now incremental", Changed),
            ("Remove the old encoder functions", Removed),
            ("Support for Windows 7 was finally dropped", Removed),
            ("Many removals of deprecated classes", Removed),
            (
                "Deprecate and prepare for the removal of a member",
                Deprecated,
            ),
            ("The imp module is now deprecated", Deprecated),
            (
                "It has been deprecated and will be removed in 3.16",
                Deprecated,
            ),
            (
                "Escape sequences now warn with SyntaxWarning instead of DeprecationWarning",
                Changed,
            ),
            ("Objects no longer leak memory", Changed),
            ("Collection does not block", Changed),
            ("Even more improved error messages", Changed),
            ("Unicode support updated to version 13", Changed),
            ("More flexible f-strings", Changed),
            ("A new module that improves speed", Added),
            ("os.pidfd_open added that lets processes be managed", Added),
            ("Binary releases are now available", Added),
            ("String methods to remove prefixes", Added),
            ("A new annotation for marking deprecations", Added),
            ("", Added),
        ] {
            assert_eq!(of_text(text), kind, "{text}");
        }
    }
}
