//! A name with all that is known about it. The entry point is [`Row`].

use crate::Versions;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use terms::{ReleaseNumber, Series};

/// One public name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The qualified name, such as `functools.cache`. Built-in names have no module
    /// before them: `dict.get`.
    pub name: String,
    /// What it is in the newest version that has it.
    pub kind: Kind,
    /// The versions whose interpreter has it. Source: the survey.
    pub versions: Versions,
    /// The versions that have it according to typeshed, by platform. Only for names
    /// that no surveyed interpreter has.
    pub stubs: Vec<(Platform, Versions)>,
    /// The platforms that have it, if not all do. Source: typeshed.
    pub platforms: Vec<Platform>,
    /// The version that added it, if that is older than the oldest surveyed version or the
    /// survey found the name earlier. Source: the documentation.
    pub added: Option<Series>,
    /// Further patch releases that added it, oldest first. Source: the documentation.
    pub patches: Vec<ReleaseNumber>,
    /// The version that deprecated it. Source: the documentation.
    pub deprecated: Option<Series>,
    /// The version that is to remove it. Source: the documentation.
    pub removal: Option<Series>,
    /// The versions whose interpreter warns of its deprecation. Source: the survey.
    pub warns: Versions,
    /// A package with the name for versions that lack it. Source: entered by hand, and held
    /// against the package by `assets/api/check_backports.py`.
    pub backport: Option<Backport>,
    /// The signatures, oldest first. Source: the survey.
    pub signatures: Vec<Signature>,
}

/// A package on PyPI that has a name of the standard library; displayed as
/// `more-itertools:more_itertools.batched`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backport {
    /// The package, such as `more-itertools`.
    pub package: String,
    /// The qualified name in it, such as `more_itertools.batched`.
    pub name: String,
}

impl fmt::Display for Backport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.package, self.name)
    }
}

impl FromStr for Backport {
    type Err = BackportError;

    fn from_str(text: &str) -> Result<Self, BackportError> {
        let is_word = |word: &str, others: &str| {
            let is_inner = |c: char| c.is_ascii_alphanumeric() || others.contains(c);
            !word.is_empty() && word.chars().all(is_inner)
        };
        text.split_once(':')
            .filter(|(package, name)| is_word(package, "-_.") && is_word(name, "_."))
            .map(|(package, name)| Self {
                package: package.to_owned(),
                name: name.to_owned(),
            })
            .ok_or_else(|| BackportError(text.to_owned()))
    }
}

/// A text that is not a backport.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a backport; write it like `tomli:tomli.loads`")]
pub struct BackportError(String);

/// The signature of a name in some versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The versions with this signature.
    pub versions: Versions,
    /// The parameters in parentheses, without annotations and without `self`, such as
    /// `(iterable, /, *, key=None)`.
    pub text: String,
}

/// What a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// A module or package.
    Module,
    /// A class that is not an exception.
    Class,
    /// A class derived from `BaseException`.
    Exception,
    /// A function of a module.
    Function,
    /// A function of a class.
    Method,
    /// Anything else in a class: a property, a field, a member of an enumeration.
    Attribute,
    /// Anything else in a module.
    Constant,
}

/// A platform that has names which Linux lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Platform {
    /// Linux, for attributes that only instances have, and for modules that the surveyed
    /// interpreters were built without.
    Linux,
    /// macOS.
    Darwin,
    /// Windows.
    Win32,
}

macro_rules! words {
    ($type:ty { $($value:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every one, in the order of the type.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The word in files and data.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }

        impl FromStr for $type {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let known = Self::ALL.iter().find(|value| value.key() == text);
                known.copied().ok_or_else(|| UnknownWord(text.to_owned()))
            }
        }
    };
}

/// A word that is neither a kind nor a platform.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind or platform")]
pub struct UnknownWord(String);

words! {
    Kind {
        Module = "module",
        Class = "class",
        Exception = "exception",
        Function = "function",
        Method = "method",
        Attribute = "attribute",
        Constant = "constant",
    }
}

words! {
    Platform {
        Linux = "linux",
        Darwin = "darwin",
        Win32 = "win32",
    }
}

impl Platform {
    /// The name that readers know.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Linux => "Linux",
            Self::Darwin => "macOS",
            Self::Win32 => "Windows",
        }
    }
}

impl Row {
    /// A name of which nothing else is known.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            versions: Versions::default(),
            stubs: Vec::new(),
            platforms: Vec::new(),
            added: None,
            patches: Vec::new(),
            deprecated: None,
            removal: None,
            warns: Versions::default(),
            backport: None,
            signatures: Vec::new(),
        }
    }

    /// The versions that have it on any platform: those of interpreters or, if none has it,
    /// those of typeshed.
    pub fn known_versions(&self) -> Versions {
        let stubs = self.stubs.iter().map(|(_, versions)| *versions);
        stubs.fold(self.versions, Versions::union)
    }

    /// The version that added it, if it is known: the one in the documentation, or the first
    /// that has it if an older one was surveyed.
    pub fn added(&self, oldest: Series) -> Option<Series> {
        let first = self.known_versions().first();
        self.added.or(first.filter(|first| *first > oldest))
    }

    /// The first version after the last one that has it.
    pub fn removed(&self, newest: Series) -> Option<Series> {
        let last = self.known_versions().last()?;
        (last < newest).then(|| Series::python3(last.minor.saturating_add(1)))
    }

    /// The version that deprecated it: the one in the documentation, or the first whose
    /// interpreter warns.
    pub fn deprecated(&self) -> Option<Series> {
        self.deprecated.or(self.warns.first())
    }

    /// The signature in a version.
    pub fn signature(&self, version: Series) -> Option<&str> {
        let mut all = self.signatures.iter();
        let found = all.find(|signature| signature.versions.contains(version))?;
        Some(&found.text)
    }
}
