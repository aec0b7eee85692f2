//! References to PEPs and to issues of CPython.

use super::{TermError, series::parse_digits};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// The number of a Python Enhancement Proposal; prints as `PEP 758`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PepNumber(pub u16);

impl PepNumber {
    /// The address of the PEP's page at peps.python.org.
    pub fn url(self) -> String {
        format!("https://peps.python.org/pep-{:04}/", self.0)
    }
}

impl fmt::Display for PepNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PEP {}", self.0)
    }
}

impl FromStr for PepNumber {
    type Err = TermError;

    /// Accepts `758`, `PEP 758`, `pep-758` and `pep-0758`.
    fn from_str(text: &str) -> Result<Self, TermError> {
        let trimmed = text.trim();
        let number = match trimmed.get(..3) {
            Some(word) if word.eq_ignore_ascii_case("pep") => {
                trimmed[3..].trim_start_matches([' ', '-'])
            }
            _ => trimmed,
        };
        parse_digits(number)
            .filter(|_| !number.is_empty())
            .map(Self)
            .ok_or_else(|| TermError::new(text, "PEP number", "758"))
    }
}

/// Where Python's issues were filed: bugs.python.org until April 2022, GitHub since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tracker {
    /// bugs.python.org, in use until 2022.
    Bpo,
    /// GitHub.
    Gh,
}

/// A CPython issue, such as `gh-128563` or `bpo-38605`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IssueRef {
    /// The tracker where the issue was filed.
    pub tracker: Tracker,
    /// The issue's number in that tracker.
    pub number: u32,
}

impl IssueRef {
    /// The address of the issue's page in its tracker.
    pub fn url(self) -> String {
        match self.tracker {
            Tracker::Bpo => format!("https://bugs.python.org/issue{}", self.number),
            Tracker::Gh => format!("https://github.com/python/cpython/issues/{}", self.number),
        }
    }
}

impl fmt::Display for IssueRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tracker = match self.tracker {
            Tracker::Bpo => "bpo",
            Tracker::Gh => "gh",
        };
        write!(f, "{tracker}-{}", self.number)
    }
}

impl FromStr for IssueRef {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let lower = text.trim().to_ascii_lowercase();
        let parse = || {
            let (tracker, number) = lower.split_once('-')?;
            let tracker = match tracker {
                "bpo" => Tracker::Bpo,
                "gh" => Tracker::Gh,
                _ => return None,
            };
            let number = parse_digits(number).filter(|_| !number.is_empty())?;
            Some(Self { tracker, number })
        };
        parse().ok_or_else(|| TermError::new(text, "issue", "gh-128563"))
    }
}

/// Human-readable formats get the text, the bundle gets the tracker and the number.
impl Serialize for IssueRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.tracker == Tracker::Bpo, self.number).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for IssueRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return text.parse().map_err(D::Error::custom);
        }
        let (is_bpo, number) = Deserialize::deserialize(deserializer)?;
        let tracker = if is_bpo { Tracker::Bpo } else { Tracker::Gh };
        Ok(Self { tracker, number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_every_spelling_of_a_pep() {
        for text in ["758", "PEP 758", "pep-758", "pep-0758", " Pep 758 "] {
            assert_eq!(text.parse(), Ok(PepNumber(758)), "{text}");
        }
        for text in ["", "pep", "75b", "99999", "-758"] {
            assert!(text.parse::<PepNumber>().is_err(), "{text}");
        }
        assert_eq!(PepNumber(8).url(), "https://peps.python.org/pep-0008/");
    }

    #[test]
    fn issues_link_to_their_tracker() {
        let issue: IssueRef = "gh-128563".parse().expect("an issue");
        assert_eq!(
            issue.url(),
            "https://github.com/python/cpython/issues/128563"
        );
        assert_eq!(issue.to_string(), "gh-128563");
        let old: IssueRef = "BPO-38605".parse().expect("an issue");
        assert_eq!(old.url(), "https://bugs.python.org/issue38605");
        assert!("gl-1".parse::<IssueRef>().is_err());
        assert!("gh-".parse::<IssueRef>().is_err());
    }
}
