//! What is found in a program. The entry point is [`Finding`].

use python::Position;
use serde::{Deserialize, Serialize};
use std::fmt;
use terms::Series;

/// One thing in a program that depends on the version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Where it begins.
    pub start: Position,
    /// The position after it.
    pub end: Position,
    /// What happens to it.
    pub kind: FindingKind,
    /// The qualified name or the syntax: `itertools.batched`, `the match statement`.
    pub name: String,
    /// The version in which it happens.
    pub version: Series,
    /// Until which version it holds, if later ones behave as before again.
    pub until: Option<Series>,
    /// How certain it is.
    pub certainty: Certainty,
    /// What it means for the program, as a sentence.
    pub message: String,
    /// The slug of the change, where a rule knows it. Others are found by their name.
    pub change: Option<String>,
}

/// What happens to what a program uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingKind {
    /// A version added it; older ones fail.
    Added,
    /// A version removed it; that one and later ones fail.
    Removed,
    /// A version behaves differently; the program may have to be adapted.
    Changed,
    /// A version warns of it, or the documentation advises against it.
    Deprecated,
    /// A version added the syntax; older ones reject the file.
    Syntax,
}

/// How certain a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It holds whenever the line runs.
    Sure,
    /// It holds if a value has the type that the program suggests.
    Likely,
    /// It depends on what the program does at run time.
    Possible,
}

/// How much a finding matters to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It sets the oldest version, which nobody asked for.
    Note,
    /// It is deprecated, or may behave differently.
    Warning,
    /// It fails on a version that was asked for.
    Error,
}

impl FindingKind {
    /// The word in data.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Deprecated => "deprecated",
            Self::Syntax => "syntax",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
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

impl Finding {
    /// How much it matters to somebody whose oldest version is `from`, if there is one.
    pub fn level(&self, from: Option<Series>) -> Level {
        match self.kind {
            FindingKind::Added | FindingKind::Syntax if from.is_none() => Level::Note,
            FindingKind::Deprecated => Level::Warning,
            _ if self.certainty != Certainty::Possible => Level::Error,
            _ => Level::Warning,
        }
    }

    /// Whether it sets the oldest version that runs the program.
    pub fn limits_minimum(&self) -> bool {
        matches!(self.kind, FindingKind::Added | FindingKind::Syntax)
            && self.certainty != Certainty::Possible
    }

    /// Whether it sets the newest version that runs the program.
    pub fn limits_maximum(&self) -> bool {
        self.kind == FindingKind::Removed
            && self.until.is_none()
            && self.certainty != Certainty::Possible
    }

    /// Whether it concerns somebody who runs the program on the versions `from` to `to`;
    /// `None` stands for any version.
    pub fn concerns(&self, from: Option<Series>, to: Option<Series>) -> bool {
        match self.kind {
            FindingKind::Added | FindingKind::Syntax => from.is_none_or(|from| self.version > from),
            _ => {
                to.is_none_or(|to| self.version <= to)
                    && self
                        .until
                        .is_none_or(|until| from.is_none_or(|from| until >= from))
            }
        }
    }
}
