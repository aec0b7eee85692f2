//! Finds versions in texts. The entry points are [`versions`] and [`releases`].

use terms::{ReleaseNumber, Series, Stage};

/// A release named in a text.
pub(super) enum Candidate {
    Exact(ReleaseNumber),
    /// A pre-release without a number; the first is assumed.
    Unnumbered(ReleaseNumber),
}

/// A version in a text: 3.14, 3.14.0, 3.14.0a1, "3.14.0 alpha 1".
pub(super) struct Version {
    pub series: Series,
    micro: Option<u8>,
    stage: Option<Stage>,
    numbered: bool,
}

impl Version {
    /// The release, unless it is only a series.
    pub(super) fn release(self) -> Option<Candidate> {
        // "Python 3.14" alone is a series; "Python 3.14 beta 1" is a release.
        let (micro, stage) = match (self.micro, self.stage) {
            (None, None) => return None,
            (micro, stage) => (micro.unwrap_or(0), stage.unwrap_or(Stage::Final)),
        };
        let release = ReleaseNumber {
            series: self.series,
            micro,
            stage,
        };
        if self.numbered {
            Some(Candidate::Exact(release))
        } else if self.micro.is_some() {
            Some(Candidate::Unnumbered(release))
        } else {
            // "the last 3.10 beta" does not identify a beta.
            None
        }
    }
}

/// The releases named with all their numbers in a text.
pub(super) fn releases(text: &str) -> impl Iterator<Item = ReleaseNumber> {
    versions(text).filter_map(|version| match version.release()? {
        Candidate::Exact(release) => Some(release),
        Candidate::Unnumbered(_) => None,
    })
}

/// Every version in a text, in order.
pub(super) fn versions(text: &str) -> impl Iterator<Item = Version> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(|c: char| c.is_ascii_digit())?;
            let rest = text.get(start..)?;
            let number = rest
                .find(|c: char| !c.is_ascii_digit() && c != '.')
                .unwrap_or(rest.len());
            at = start + number;
            let standing_alone = !text
                .get(..start)
                .unwrap_or_default()
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '#'));
            let numbers = rest.get(..number).unwrap_or_default().trim_end_matches('.');
            if standing_alone && let Some((series, micro)) = numbers_of(numbers) {
                let rest = text.get(start + numbers.len()..).unwrap_or_default();
                let (stage, numbered) = stage(rest);
                return Some(Version {
                    series,
                    micro,
                    stage,
                    numbered,
                });
            }
        }
    })
}

fn numbers_of(text: &str) -> Option<(Series, Option<u8>)> {
    let mut parts = text.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next()?.parse().ok()?;
    let micro = match parts.next() {
        Some(micro) => Some(micro.parse().ok()?),
        None => None,
    };
    // Other major versions, as in 13.1 or 1.5.2, are not Python's.
    let known = (2..=4).contains(&major) && parts.next().is_none();
    known.then_some((Series { major, minor }, micro))
}

/// Makes a stage from its number.
type NumberedStage = fn(u8) -> Stage;

/// The spellings of stages, longer ones first.
const STAGES: &[(&str, NumberedStage)] = &[
    ("release candidate", Stage::Candidate),
    ("candidate", Stage::Candidate),
    ("alpha", Stage::Alpha),
    ("beta", Stage::Beta),
    ("rc", Stage::Candidate),
    ("c", Stage::Candidate),
    ("a", Stage::Alpha),
    ("b", Stage::Beta),
];

/// The stage after a version number, and whether it is complete.
fn stage(rest: &str) -> (Option<Stage>, bool) {
    let lower: String = rest
        .chars()
        .take(32)
        .collect::<String>()
        .to_ascii_lowercase();
    let spaced = lower.trim_start_matches([' ', '-', '(', '\u{a0}']);
    let joined = spaced.len() == lower.len();
    if spaced.starts_with("final") {
        return (Some(Stage::Final), true);
    }
    for (word, make) in STAGES {
        let Some(after) = spaced.strip_prefix(word) else {
            continue;
        };
        let digits = after.trim_start_matches([' ', '-', '#', '\u{a0}']);
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let number: Option<u8> = digits.get(..end).and_then(|digits| digits.parse().ok());
        let one_letter = word.len() == 1;
        match number {
            // "3.14 a 2" is not a release, "3.14a2" is.
            Some(n) if !one_letter || (joined && digits.len() == after.len()) => {
                return (Some(make(n)), true);
            }
            None if !one_letter && !after.starts_with(char::is_alphanumeric) => {
                return (Some(make(1)), false);
            }
            _ => {}
        }
    }
    (None, true)
}
