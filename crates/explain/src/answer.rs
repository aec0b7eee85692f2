//! What an explanation consists of. The entry point is [`Explanation`].

use terms::{Kind, Series};

/// What explains a paste.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// The changes and names that explain it, the surest first.
    pub answers: Vec<Answer>,
    /// What is no matter of versions, and what a hint of Python gets wrong, in sentences.
    pub remarks: Vec<String>,
}

/// One change, or one name whose life explains an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The index of the change in the catalogue, if one tells of it.
    pub feature: Option<usize>,
    /// The qualified name of the standard library, if it is about one.
    pub name: Option<String>,
    /// The version that made the difference.
    pub version: Option<Series>,
    /// What that version did.
    pub kind: Option<Kind>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Which side is to blame.
    pub side: Side,
    /// Why this is the answer, in a sentence or two.
    pub why: String,
    /// The index of the report that it explains.
    pub report: usize,
    /// The line of that report, and the further lines that the same change explains, from 1.
    pub lines: Vec<usize>,
    /// What the message announces wrongly, and what is true, in a sentence.
    pub correction: Option<String>,
    /// The name that the message suggests instead.
    pub suggestion: Option<String>,
}

impl Explanation {
    /// The side to blame for what the first answer explains.
    pub fn side(&self) -> Side {
        match self.answers.first() {
            Some(answer) => answer.side,
            None if self.remarks.is_empty() => Side::Unknown,
            None => Side::Neither,
        }
    }
}

impl Answer {
    /// An answer for a report, of which nothing else is known.
    pub(crate) fn new(certainty: Certainty, side: Side, why: String) -> Self {
        Self {
            feature: None,
            name: None,
            version: None,
            kind: None,
            certainty,
            side,
            why,
            report: 0,
            lines: Vec::new(),
            correction: None,
            suggestion: None,
        }
    }

    /// The side to blame in words, unless only words agree.
    pub fn verdict(&self) -> Option<&'static str> {
        self.side
            .words()
            .filter(|_| self.certainty != Certainty::Possible)
    }

    /// The further lines that it explains, in words: `also explains lines 12 and 30`.
    pub fn also(&self) -> Option<String> {
        let further = self.lines.get(1..)?;
        let (last, others) = further.split_last()?;
        if others.is_empty() {
            return Some(format!("also explains line {last}"));
        }
        let others: Vec<String> = others.iter().map(usize::to_string).collect();
        Some(format!(
            "also explains lines {} and {last}",
            others.join(", ")
        ))
    }

    /// Whether both are about one change or, without a change, one name.
    pub(crate) fn is_about_the_same(&self, other: &Self) -> bool {
        match self.feature {
            Some(feature) => other.feature == Some(feature),
            None => other.name == self.name,
        }
    }
}

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The message belongs to this change, or the name has this life.
    Sure,
    /// What the message names agrees with this change.
    Likely,
    /// Only words agree.
    Possible,
}

impl Certainty {
    /// The word in data.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }
}

/// Which side is to blame for an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The code needs a newer Python than the one that ran it.
    OlderPython,
    /// The code is older than the Python that ran it.
    OlderCode,
    /// Neither: what is wrong is no matter of versions.
    Neither,
    /// It cannot be told.
    Unknown,
}

impl Side {
    /// The word in data.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OlderPython => "older-python",
            Self::OlderCode => "older-code",
            Self::Neither => "neither",
            Self::Unknown => "unknown",
        }
    }

    /// The words that an answer begins with, if it can be told.
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::OlderPython => Some("Your Python is too old"),
            Self::OlderCode => Some("The code is older than your Python"),
            Self::Neither => Some("Neither"),
            Self::Unknown => None,
        }
    }
}
