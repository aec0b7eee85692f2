//! The codes of diagnostics: every [`Code`] in one table.

use serde::{Deserialize, Serialize};

/// Defines the codes, each with key, severity and description.
macro_rules! codes {
    ($($variant:ident = $key:literal, $severity:ident, $reports:literal;)+) => {
        /// The code of a diagnostic.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Code {
            $(#[doc = $reports] #[serde(rename = $key)] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The key, shown in brackets in a report.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The description, for lists of codes.
            pub const fn reports(self) -> &'static str {
                match self { $(Self::$variant => $reports,)+ }
            }

            /// The severity.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

/// The severity of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A statement is wrong, or lost.
    Error,
    /// A text is not shown as written; no statement is lost.
    Warning,
}

impl Severity {
    /// The word used in reports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

codes! {
    // Whole documents.
    Encoding = "encoding", Warning, "bytes that are not text";
    FrontMatter = "front-matter", Error, "front matter, or a key in it, that cannot be read";
    Highlights = "highlights", Error, "release highlights that the document does not state, that are repeated or too many";
    Empty = "empty", Warning, "a document without text";
    Unclosed = "unclosed", Error, "a code block or front matter that is not closed";
    Nesting = "nesting", Warning, "lists and quotations that are nested too deeply to be shown";
    Limit = "limit", Warning, "content beyond a limit, which is not read, shown or listed";
    Target = "target", Warning, "a link that is shown without its address";
    Verdict = "verdict", Error, "an unknown verdict";
    // Headings of features and their attributes.
    Slug = "slug", Error, "a slug that is missing, malformed, given twice, lost or not recorded";
    Attribute = "attribute", Error, "an attribute that is unknown, misplaced, repeated or empty";
    Kind = "kind", Error, "the value of `kind:`";
    Status = "status", Error, "the value of `status:`";
    Pep = "pep", Error, "the value of `pep:`, or a PEP that no feature covers";
    Issue = "issue", Error, "the value of `issue:`";
    Created = "created", Error, "the value of `created:`";
    Area = "area", Error, "the value of `area:`";
    Module = "module", Error, "the value of `module:`";
    Name = "name", Error, "the value of `name:`";
    Api = "api", Error, "a name of the standard library that interpreters contradict, or that no feature covers";
    Alias = "alias", Error, "the value of `alias:`";
    Series = "series", Error, "a version that is unknown or missing";
    Removed = "removed", Error, "the value of `removed:`";
    Removal = "removal", Error, "the value of `removal:`";
    Deprecated = "deprecated", Error, "the value of `deprecated:`";
    Impact = "impact", Error, "the value of `impact:`";
    Related = "related", Error, "the value of `related:`";
    Break = "break", Error, "the value of `break:`";
    Backport = "backport", Error, "the value of `backport:`";
    Fix = "fix", Error, "the value of `fix:`";
    Untested = "untested", Error, "the value of `untested:`";
    Url = "url", Error, "the value of `url:`";
    Repair = "repair", Error, "a repair sheet that is missing, incomplete or contradicts itself";
    Missing = "missing", Error, "a feature in release notes without a required attribute or text";
    // Documents against each other and the fact tables.
    Link = "link", Error, "a link to a heading or feature that does not exist";
    Date = "date", Error, "a date in the front matter that contradicts the release calendar";
    History = "history", Error, "a release in a feature's history that does not exist";
    Title = "title", Error, "a title that is empty, too long, shared or ends in a full stop";
    Text = "text", Error, "a paragraph that two features share";
    Spelling = "spelling", Error, "a word that is not in the dictionary";
    PlainWords = "plain-words", Error, "words that the style guide rules out";
    // Other assets.
    Sample = "sample", Error, "a sample that cannot be read or has no feature, or a feature that lacks a sample";
    Thesaurus = "thesaurus", Error, "aliases of a feature that does not exist";
    Goal = "goal", Error, "fewer features or samples than the goals require";
    Exception = "exception", Error, "an exception that is not needed, or has no reason";
    // The catalogue against a reference.
    Reference = "reference", Error, "something in the reference that the catalogue lacks";
    Anchor = "anchor", Error, "an address that does not lead to a passage of the reference";
    Facts = "facts", Error, "a fact table that differs from the reference";
    OwnWords = "own-words", Error, "words that also occur in the reference";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_are_words_and_unique() {
        let keys: BTreeSet<&str> = Code::ALL.iter().map(|code| code.key()).collect();
        assert_eq!(keys.len(), Code::ALL.len());
        let is_plain = |key: &&str| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(keys.iter().all(is_plain), "{keys:?}");
    }
}
