//! The enums whose values are words, such as [`Kind`] and [`Status`].

use super::TermError;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Defines an enum whose values are words. Each value has a key, which documents and
/// links use, and a label, which the page shows.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal {
            $($(#[$variant_meta:meta])* $variant:ident = $key:literal, $label:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[doc = $label] $(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// All values, in the order in which the page shows them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word that documents and links use.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The word that the page shows.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }

        impl FromStr for $name {
            type Err = TermError;

            fn from_str(text: &str) -> Result<Self, TermError> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|value| {
                        text.eq_ignore_ascii_case(value.key())
                            || text.eq_ignore_ascii_case(value.label())
                    })
                    .ok_or_else(|| {
                        let keys: Vec<_> = Self::ALL.iter().map(|value| value.key()).collect();
                        TermError::new(text, $what, keys.join(", "))
                    })
            }
        }
    };
}

words! {
    /// What happens to the subject of a feature in its version.
    Kind, "kind" {
        Added = "added", "Added";
        Changed = "changed", "Changed";
        Deprecated = "deprecated", "Deprecated";
        Removed = "removed", "Removed";
    }
}

words! {
    /// The status of a PEP or of a CPython issue. The first nine are defined by PEP 1,
    /// the PEP index uses the tenth for jokes, and the last three are the states of
    /// an issue or pull request.
    Status, "status" {
        Final = "final", "Final";
        Accepted = "accepted", "Accepted";
        Provisional = "provisional", "Provisional";
        Active = "active", "Active";
        Draft = "draft", "Draft";
        Deferred = "deferred", "Deferred";
        Rejected = "rejected", "Rejected";
        Withdrawn = "withdrawn", "Withdrawn";
        Superseded = "superseded", "Superseded";
        AprilFool = "april-fool", "April Fool!";
        Merged = "merged", "Merged";
        Closed = "closed", "Closed";
        Open = "open", "Open";
    }
}

words! {
    /// The part of Python that a feature belongs to.
    Area, "area" {
        Language = "language", "Language";
        Builtins = "builtins", "Built-ins";
        Library = "library", "Standard library";
        Typing = "typing", "Typing";
        Interpreter = "interpreter", "Interpreter";
        CApi = "c-api", "C API";
        Build = "build", "Build and platforms";
        Tools = "tools", "Tools";
    }
}

words! {
    /// What upgrading to the feature's version requires of existing code.
    Impact, "impact" {
        None = "none", "None";
        Check = "check", "Review";
        Breaking = "breaking", "Breaking";
    }
}

words! {
    /// How code that relies on the former state fails after a change.
    Break, "kind of break" {
        /// It does not compile.
        Syntax = "syntax", "Syntax";
        /// An import fails.
        Import = "import", "Import";
        /// A name, an argument or a type is rejected when it is used.
        Call = "call", "Call";
        /// It runs and does something else.
        Behaviour = "behaviour", "Behaviour";
        /// It runs and warns, or is only discouraged.
        Warning = "warning", "Warning";
        /// It does not build: C code, options, platforms.
        Build = "build", "Build";
    }
}

words! {
    /// Whether a claim holds against the fact tables and the release notes.
    Verdict, "verdict" {
        Confirmed = "confirmed", "Confirmed";
        /// True when it was written, no longer true.
        Outdated = "outdated", "Outdated";
        Contradicted = "contradicted", "Contradicted";
        Unverified = "unverified", "Unverified";
    }
}

words! {
    /// What a feature has besides its text.
    Content, "content" {
        Sample = "sample", "Samples to try";
        Pep = "pep", "A PEP";
        Issue = "issue", "An issue";
        Dispute = "dispute", "Disputed claims";
    }
}

words! {
    /// The sort of text that a document was written from.
    SourceKind, "source kind" {
        /// The release notes and announcements of the Python project itself.
        Announcement = "announcement", "Announcement";
        Reference = "reference", "Reference";
        Article = "article", "Article";
        /// This project's own advice, which states no features.
        Guide = "guide", "Guide";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_labels_are_parsed_in_either_case() {
        for status in Status::ALL {
            assert_eq!(status.key().parse(), Ok(*status));
            assert_eq!(status.label().parse(), Ok(*status));
        }
        assert_eq!("FINAL".parse(), Ok(Status::Final));
        assert!("finished".parse::<Status>().is_err());
    }

    #[test]
    fn an_error_lists_the_allowed_words() {
        let error = "vanished".parse::<Kind>().expect_err("no kind");
        assert_eq!(
            error.to_string(),
            "`vanished` is not a valid kind; write it like added, changed, deprecated, removed"
        );
    }
}
