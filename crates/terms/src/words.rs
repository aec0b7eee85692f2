use super::TermError;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Defines an enum whose values are words: each has the key it is written with
/// in documents and links, and the label that readers see.
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
        pub enum $name {
            $(#[doc = $label] $(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every value, in the order in which readers see them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word as documents and links write it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The word as readers see it.
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
    /// What a release does to the thing a feature is about.
    Kind, "kind" {
        Added = "added", "Added";
        Changed = "changed", "Changed";
        Deprecated = "deprecated", "Deprecated";
        Removed = "removed", "Removed";
    }
}

words! {
    /// How far a proposal or a contribution has come. The first ten are the
    /// statuses that PEP 1 defines (and one that the PEP index uses for jokes),
    /// the last three are those of a contribution in CPython's issue tracker.
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
    /// What an upgrade to the release asks of code that used the thing before.
    Impact, "impact" {
        None = "none", "Nothing to do";
        Check = "check", "Worth a check";
        Breaking = "breaking", "Breaks code";
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
    /// What there is of a feature beside its text.
    Content, "content" {
        Sample = "sample", "Samples to try";
        Pep = "pep", "A PEP";
        Issue = "issue", "An issue";
        Dispute = "dispute", "Disputed claims";
    }
}

words! {
    /// What sort of text a document goes back to.
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
    fn every_word_parses_back() {
        for status in Status::ALL {
            assert_eq!(status.key().parse(), Ok(*status));
            assert_eq!(status.label().parse(), Ok(*status));
        }
        assert_eq!("FINAL".parse(), Ok(Status::Final));
        assert!("finished".parse::<Status>().is_err());
    }

    #[test]
    fn an_error_lists_the_words() {
        let error = "vanished".parse::<Kind>().expect_err("no kind");
        assert_eq!(
            error.to_string(),
            "`vanished` is not a valid kind; write it like added, changed, deprecated, removed"
        );
    }
}
