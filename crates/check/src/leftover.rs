//! What a program has for older versions only. The entry point is [`Leftover`].

use python::Position;
use serde::{Deserialize, Serialize};
use terms::Series;

/// Something that is of no use once nobody runs the program on older versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leftover {
    /// Where it begins.
    pub start: Position,
    /// The oldest version on which it is of no use.
    pub version: Series,
    /// What it is.
    pub kind: LeftoverKind,
}

/// What is left over from older versions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LeftoverKind {
    /// A comparison with the version of Python that always has the same result.
    Comparison {
        /// Whether it always holds, or never.
        holds: bool,
    },
    /// A handler for a name that is always there.
    Handler {
        /// The qualified name.
        name: String,
    },
    /// A name of a package that the standard library has, too.
    Backport {
        /// The qualified name in the package.
        from: String,
        /// The qualified name in the standard library.
        name: String,
    },
}

impl LeftoverKind {
    /// What could be done about it, with code between backticks.
    pub fn message(&self) -> String {
        match self {
            Self::Comparison { holds: true } => {
                "The comparison with the version always holds".to_owned()
            }
            Self::Comparison { holds: false } => {
                "The comparison with the version never holds".to_owned()
            }
            Self::Handler { name } => {
                format!("`{name}` is always there, so nothing has to be caught")
            }
            Self::Backport { from, name } => format!("`{name}` can take the place of `{from}`"),
        }
    }
}
