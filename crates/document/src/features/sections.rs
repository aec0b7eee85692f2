//! Classifies the sections of an announcement. The entry points are [`Scopes`]
//! for headings and [`lead_in`] for the sentence before a list.

use crate::release;
use terms::{Kind, Series};

/// The topic of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Features; all of one kind, if the heading states it.
    Features(Option<Kind>),
    /// Bug and security fixes.
    Fixes,
    /// Anything else in an announcement: resources, calls to action, thanks,
    /// poems. It contains no features.
    Aside,
}

/// The level of a paragraph in bold that is used as a heading.
pub(super) const BOLD: u8 = 7;

/// Word prefixes in headings of sections without features.
const ASIDES: &[&str] = &[
    "resources",
    "completely different",
    "call to action",
    "calls to action",
    "enjoy",
    "core dev",
    "community member",
    "installer",
    "install manager",
    "upgrade",
    "upgrading",
    "please",
    "thank",
    "schedule",
    "what happened",
    "donat",
    "sponsor",
    "feedback",
    "how to",
    "where to",
    "download",
    "get involved",
    "release team",
    "testing",
    "known issues",
];

/// Word prefixes in headings of sections with features.
const FEATURES: &[&str] = &[
    "new feature",
    "major new",
    "what's new",
    "whats new",
    "new in ",
    "highlight",
    "notable",
    "change",
    "improvement",
    "removal",
    "removed",
    "deprecat",
    "incompatib",
    "typing",
    "type annotation",
    "type hint",
    "optimization",
    "optimisation",
    "performance",
    "addition",
    "syntax",
    "standard library",
    "new module",
    "c api",
    "platform",
    "interpreter",
];

/// Word prefixes in headings of sections with fixes.
const FIXES: &[&str] = &[
    "security",
    "bug fix",
    "bugfix",
    "fixes",
    "fixed",
    "regression",
];

/// Prefixes of paragraphs that are used as headings.
const PLAIN_HEADINGS: &[&str] = &[
    "major new features",
    "new features",
    "what's new in",
    "notable changes",
    "build changes",
    "type annotations",
    "deprecations",
    "removals",
    "incompatible changes",
    "security content",
    "more resources",
    "and now for something",
    "call to action",
    "enjoy the new",
    "we hope you enjoy",
    "your release team",
];

/// The topic of a heading, if it is a known one.
pub(super) fn topic_of(heading: &str) -> Option<Topic> {
    let heading = normalised(heading);
    // Every heading is checked. Comparing at the starts of words is many times
    // faster than searching for each prefix.
    let starts: Vec<&str> = heading
        .char_indices()
        .filter(|(at, first)| {
            let before = heading
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            first.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric)
        })
        .filter_map(|(at, _)| heading.get(at..))
        .collect();
    let has = |words: &[&str]| {
        starts
            .iter()
            .any(|start| words.iter().any(|word| start.starts_with(word)))
    };
    if matches!(heading.trim(), "note" | "notes") || has(ASIDES) {
        Some(Topic::Aside)
    } else if has(FEATURES) {
        Some(Topic::Features(kind_of(&heading)))
    } else if has(FIXES) {
        Some(Topic::Fixes)
    } else {
        None
    }
}

/// The kind of all features below a heading, if they share one.
fn kind_of(heading: &str) -> Option<Kind> {
    let removed = heading.contains("removal") || heading.contains("removed");
    let deprecated = heading.contains("deprecat");
    match (removed, deprecated) {
        (true, false) if !heading.contains("incompatib") => Some(Kind::Removed),
        (false, true) => Some(Kind::Deprecated),
        _ => None,
    }
}

/// Whether a paragraph of one line is used as a heading.
pub(super) fn is_plain_heading(line: &str) -> bool {
    let line = normalised(line);
    let line = line.trim_start_matches(['[', '#', ' ']);
    line.chars().count() <= 90
        && !line.ends_with(['.', ',', ';'])
        && PLAIN_HEADINGS.iter().any(|start| line.starts_with(start))
}

/// The topic of the list that a paragraph introduces.
pub(super) fn lead_in(paragraph: &str) -> Option<Topic> {
    let text = normalised(paragraph);
    let text = text.trim_end();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&[
        "new features",
        "major new",
        "changes so far",
        "features so far",
        "notable change",
        "notable feature",
        "features and changes",
        "following changes",
        "following features",
        "highlights",
    ]) {
        return Some(Topic::Features(None));
    }
    let leads = text.ends_with(':') || text.ends_with("gist is");
    let changes = ["change", "improvement", "deprecat", "removal", "feature"];
    if leads && has(&changes) {
        return Some(Topic::Features(None));
    }
    let fixes = ["security", "fix", "bug", "regression", "vulnerabilit"];
    (leads && has(&fixes)).then_some(Topic::Fixes)
}

fn normalised(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if lower.contains('’') {
        lower.replace('’', "'")
    } else {
        lower
    }
}

/// The headings that enclose the current position.
#[derive(Default)]
pub(super) struct Scopes(Vec<Scope>);

#[derive(Clone, Copy)]
struct Scope {
    level: u8,
    topic: Option<Topic>,
    series: Option<Series>,
}

impl Scopes {
    /// Enters the section of a heading. If the heading states no topic or
    /// series, it inherits that of the enclosing section.
    pub(super) fn enter(&mut self, level: u8, heading: &str) {
        while self.0.last().is_some_and(|scope| scope.level >= level) {
            self.0.pop();
        }
        self.0.push(Scope {
            level,
            topic: topic_of(heading).or(self.topic()),
            series: release::first_series(heading).or(self.series()),
        });
    }

    pub(super) fn topic(&self) -> Option<Topic> {
        self.0.last().and_then(|scope| scope.topic)
    }

    pub(super) fn series(&self) -> Option<Series> {
        self.0.last().and_then(|scope| scope.series)
    }

    /// Marks the current section as the text of one feature: lists in it are
    /// details, not features.
    pub(super) fn set_aside(&mut self) {
        if let Some(scope) = self.0.last_mut() {
            scope.topic = Some(Topic::Aside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_topics() {
        for (heading, topic) in [
            (
                "Major new features of the 3.14 series, compared to 3.13",
                Topic::Features(None),
            ),
            ("What’s New in the 3.11 series", Topic::Features(None)),
            ("Build changes", Topic::Features(None)),
            ("Deprecations", Topic::Features(Some(Kind::Deprecated))),
            ("Removals", Topic::Features(Some(Kind::Removed))),
            (
                "Incompatible changes, removals and new deprecations",
                Topic::Features(None),
            ),
            ("Security content in 3.8.5", Topic::Fixes),
            (
                "Core developers: time to work on documentation now",
                Topic::Aside,
            ),
            (
                "And now for something almost, but not quite, completely different",
                Topic::Aside,
            ),
            ("We hope you enjoy Python 3.9!", Topic::Aside),
            ("Note", Topic::Aside),
        ] {
            assert_eq!(topic_of(heading), Some(topic), "{heading}");
        }
        assert_eq!(topic_of("Python 3.11.12"), None);
        assert_eq!(topic_of("Garbage collector"), None);
    }

    #[test]
    fn a_section_inherits_until_its_level_ends() {
        let mut scopes = Scopes::default();
        scopes.enter(1, "Major new features of the 3.14 series, compared to 3.13");
        scopes.enter(2, "The parser");
        assert_eq!(scopes.topic(), Some(Topic::Features(None)));
        assert_eq!(scopes.series(), Some(Series::python3(14)));
        scopes.enter(1, "Python 3.11.12");
        assert_eq!(scopes.topic(), None);
        assert_eq!(scopes.series(), Some(Series::python3(11)));
    }

    #[test]
    fn sentences_lead_to_lists() {
        let features = Some(Topic::Features(None));
        assert_eq!(
            lead_in("Among the new major new features and changes so far:"),
            features
        );
        assert_eq!(lead_in("Other changes:"), features);
        assert_eq!(
            lead_in("This is a security release of Python 3.11:"),
            Some(Topic::Fixes)
        );
        assert_eq!(lead_in("Many security fixes are in it."), None);
        assert_eq!(lead_in("You need the following:"), None);
    }
}
