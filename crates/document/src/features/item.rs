//! Converts a statement of an announcement to a feature. The entry points are
//! [`states_something`] and [`Statement::into_feature`].

use super::{kind, references::References, sections::Topic, status, title, url};
use crate::{Block, Inline, Placement, Position, Repair, StatedFeature};
use terms::{Kind, Series};

/// A list item, a line or a heading that states a feature.
pub(super) struct Statement<'a> {
    /// The content as plain text.
    pub text: &'a str,
    pub content: &'a [Inline],
    /// Its whole text.
    pub summary: Vec<Block>,
    /// References outside of the content, such as in a list below it.
    pub references: References,
    pub topic: Topic,
    /// The series it belongs to, if it is not the document's.
    pub series: Option<Series>,
    pub line: u32,
    pub section: Option<u32>,
}

impl Statement<'_> {
    pub(super) fn into_feature(self) -> StatedFeature {
        let text = self.text;
        let mut references = References::of_content(self.content);
        references.add(self.references);
        let mut title = title::of_text(text);
        let kind = match self.topic {
            Topic::Fixes => Kind::Changed,
            Topic::Features(section) => kind::of_words(&title).or(section).unwrap_or(Kind::Added),
            Topic::Aside => Kind::Added,
        };
        if title.is_empty() {
            title = name_of(&references).unwrap_or_else(|| text.to_owned());
        }
        StatedFeature {
            id: None,
            heading: vec![Inline::Text(title.clone())],
            title,
            peps: references.peps,
            issues: references.issues,
            kind,
            status: status::of_text(text),
            created: None,
            url: url::most_informative(self.content),
            area: None,
            module: None,
            names: Vec::new(),
            aliases: Vec::new(),
            series: self.series,
            removed: None,
            removal: None,
            deprecated: None,
            impact: None,
            related: Vec::new(),
            repair: Repair::default(),
            instead: Vec::new(),
            history: Vec::new(),
            summary: self.summary,
            claims: Vec::new(),
            placement: Placement {
                start: Position::line(self.line),
                ..Placement::default()
            },
            section: self.section,
        }
    }
}

fn name_of(references: &References) -> Option<String> {
    let pep = references.peps.first().map(ToString::to_string);
    pep.or_else(|| references.issues.first().map(ToString::to_string))
}

/// Substrings of items in feature lists that do not state a feature.
const ASIDES: &[&str] = &[
    "fellow core dev",
    "release schedule",
    "if a feature you find important",
];

/// Beginnings of such items.
const ASIDE_STARTS: &[&str] = &[
    "report bugs",
    "report any",
    "help fund",
    "online documentation",
    "for more ",
    "for details",
    "see ",
    "you can find",
    "please ",
    "download",
    "http",
    "thanks",
];

/// The words that pointers consist of: "C API removals and deprecations".
const POINTER_WORDS: &[&str] = &[
    "a",
    "all",
    "and",
    "api",
    "bug",
    "bugs",
    "c",
    "change",
    "changelog",
    "changes",
    "complete",
    "deprecation",
    "deprecations",
    "details",
    "documentation",
    "features",
    "fixed",
    "fixes",
    "for",
    "full",
    "guide",
    "in",
    "incompatible",
    "list",
    "log",
    "many",
    "more",
    "most",
    "new",
    "news",
    "notes",
    "of",
    "other",
    "overview",
    "pending",
    "porting",
    "python",
    "release",
    "removals",
    "removed",
    "some",
    "the",
    "to",
    "what's",
    "what’s",
];

/// Whether a list item states a feature, rather than being a placeholder, a
/// question to the reader, a resource or a pointer to a list of changes.
pub(super) fn states_something(text: &str) -> bool {
    let lower = text.trim_start_matches(['(', ' ']).to_ascii_lowercase();
    text.chars().any(char::is_alphabetic)
        && !lower.trim_end().ends_with('?')
        && !ASIDES.iter().any(|aside| lower.contains(aside))
        && !ASIDE_STARTS.iter().any(|start| lower.starts_with(start))
        && !is_pointer(&lower)
}

/// Whether a text up to its first punctuation only points to a list of changes.
fn is_pointer(lower: &str) -> bool {
    let clause = lower.split([',', ':', ';', '(']).next().unwrap_or_default();
    let clause = title::first_sentence(clause.trim()).trim_end_matches('.');
    let mut words = clause.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            let number = word.starts_with(|c: char| c.is_ascii_digit());
            number || POINTER_WORDS.contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::states_something;

    #[test]
    fn features_state_something() {
        for text in [
            "Improved error messages.",
            "A number of other old, broken and deprecated functions have been removed.",
            "Many removals of deprecated classes, functions and methods.",
            "(Cyclic) garbage collection is incremental",
            "PEP 649: deferred evaluation of annotations",
            "PEP 594",
        ] {
            assert!(states_something(text), "{text}");
        }
    }

    #[test]
    fn others_do_not() {
        for text in [
            "(Hey, fellow core developer, if a feature is missing, let Jo know.)",
            "PEP 745, 3.14 Release Schedule",
            "Incompatible changes",
            "Python removals and deprecations",
            "C API removals and deprecations. (Some of them were taken back.)",
            "New deprecations, many of which are scheduled for removal from Python 3.16",
            "Overview of all pending deprecations",
            "What’s new in Python 3.14",
            "Report bugs at github.com/python/cpython/issues",
            "Are all your changes properly documented?",
            "https://www.python.org/downloads/",
            "– 12 –",
        ] {
            assert!(!states_something(text), "{text}");
        }
    }
}
