//! The versions that a reader's code has to run on. The entry point is [`MyVersions`].

use catalogue::Calendar;
use std::{fmt, str::FromStr};
use terms::{Date, TermError, VersionRange, Versions};

/// How many years after its first release SPEC 0 drops a version. Source:
/// <https://scientific-python.org/specs/spec-0000/>.
const SPEC_0_YEARS: i16 = 3;

/// The versions that a reader's code has to run on. Displayed as in links: `3.10..3.14`,
/// `supported` or `spec0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyVersions {
    /// All versions from one on, to another one if the range has an end.
    Range(VersionRange),
    /// All versions that get fixes.
    Supported,
    /// Those that SPEC 0 supports: the ones first released in the last three years.
    Spec0,
}

impl MyVersions {
    const SUPPORTED: &str = "supported";
    const SPEC_0: &str = "spec0";

    /// The versions on a day. Of a range, those that are not released are left out, unless
    /// its end names them.
    pub fn on(self, calendars: &[Calendar], today: Date) -> Versions {
        let is_mine = |calendar: &&Calendar| {
            let status = calendar.status_on(today);
            match self {
                Self::Range(range) => {
                    let is_named = range.to.is_some_and(|to| calendar.series <= to);
                    range.covers(calendar.series) && (is_named || status.is_released())
                }
                Self::Supported => status.is_supported(),
                Self::Spec0 => status.is_released() && today < self.end(calendar),
            }
        };
        let mine = calendars.iter().filter(is_mine);
        mine.map(|calendar| calendar.series).collect()
    }

    /// The day from which a version need not be supported any more.
    pub fn end(self, calendar: &Calendar) -> Date {
        match self {
            Self::Range(_) | Self::Supported => calendar.end_of_life,
            Self::Spec0 => calendar.first_release.years_later(SPEC_0_YEARS),
        }
    }

    /// The versions in words, given those that they are today.
    pub fn in_words(self, today: Versions) -> String {
        let ranges = today.ranges();
        match self {
            Self::Range(_) => ranges,
            Self::Supported => format!("all supported versions ({ranges})"),
            Self::Spec0 => format!("the versions of SPEC 0 ({ranges})"),
        }
    }
}

impl fmt::Display for MyVersions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(range) => range.fmt(f),
            Self::Supported => f.write_str(Self::SUPPORTED),
            Self::Spec0 => f.write_str(Self::SPEC_0),
        }
    }
}

impl FromStr for MyVersions {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        match text {
            Self::SUPPORTED => Ok(Self::Supported),
            Self::SPEC_0 => Ok(Self::Spec0),
            _ => {
                let range = text.parse().ok();
                let range = range.filter(|range: &VersionRange| range.from.is_some());
                let known = "3.10..3.14, 3.10.., supported or spec0";
                let wrong = || TermError::new(text, "choice of versions", known);
                range.map(Self::Range).ok_or_else(wrong)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::tests::calendars;

    fn on(choice: &str, today: &str) -> String {
        let choice: MyVersions = choice.parse().expect(choice);
        choice
            .on(&calendars(), today.parse().expect("a date"))
            .ranges()
    }

    #[test]
    fn a_choice_is_written_as_it_was_read() {
        for text in ["3.10..3.14", "3.10..", "3.14", "supported", "spec0"] {
            let choice: MyVersions = text.parse().expect(text);
            assert_eq!(choice.to_string(), text);
        }
        for text in ["", "..", "..3.9", "all", "3.14..3.10", "SPEC0"] {
            assert!(text.parse::<MyVersions>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_versions_follow_from_the_day() {
        for (choice, today, versions) in [
            ("supported", "2026-11-30", "3.11–3.15"),
            ("supported", "2026-09-30", "3.10–3.14"),
            ("spec0", "2026-11-30", "3.13–3.15"),
            ("spec0", "2026-10-01", "3.12–3.14"),
            ("spec0", "2026-10-02", "3.13–3.14"),
            ("3.10..3.14", "2026-11-30", "3.10–3.14"),
            ("3.10..", "2026-11-30", "3.10–3.15"),
            ("3.14..3.16", "2026-11-30", "3.14–3.16"),
            ("2.7..3.9", "2026-11-30", "3.9"),
            ("2.7..3.8", "2026-11-30", ""),
        ] {
            assert_eq!(on(choice, today), versions, "{choice} on {today}");
        }
    }
}
