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
    FrontMatter = "front-matter", Error, "front matter that cannot be read, or a key in it";
    Empty = "empty", Warning, "a document without text";
    Unclosed = "unclosed", Error, "a code block or front matter that nothing closes";
    Nesting = "nesting", Warning, "lists and quotations that are too deep to be shown";
    Limit = "limit", Warning, "more than is read, shown or listed";
    Target = "target", Warning, "a link that is shown without its address";
    Verdict = "verdict", Error, "a verdict that there is not";
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
    Api = "api", Error, "a name of the standard library that interpreters contradict, or that no feature tells of";
    Alias = "alias", Error, "the value of `alias:`";
    Series = "series", Error, "a series that is unknown or missing";
    Removed = "removed", Error, "the value of `removed:`";
    Removal = "removal", Error, "the value of `removal:`";
    Deprecated = "deprecated", Error, "the value of `deprecated:`";
    Impact = "impact", Error, "the value of `impact:`";
    Related = "related", Error, "the value of `related:`";
    Url = "url", Error, "the value of `url:`";
    Missing = "missing", Error, "what release notes say of every feature and one of them does not";
    // Documents against each other and the fact tables.
    Link = "link", Error, "a link to a heading or a feature that there is not";
    Date = "date", Error, "a day in the front matter against the release calendar";
    History = "history", Error, "a release in a feature's history that there is not";
    Title = "title", Error, "a title that is empty, too long, shared or ends in a full stop";
    Text = "text", Error, "a paragraph that two features share";
    Spelling = "spelling", Error, "a word that is not in the dictionary";
    // Other assets.
    Sample = "sample", Error, "a sample that cannot be read or has no feature, or a feature that lacks a sample";
    Thesaurus = "thesaurus", Error, "aliases of a feature that there is not";
    Goal = "goal", Error, "less in the catalogue than it sets out to hold";
    Exception = "exception", Error, "an exception that nothing needs, or without a reason";
    // The catalogue against a reference.
    Reference = "reference", Error, "what the reference has and the catalogue lacks";
    Anchor = "anchor", Error, "an address that does not lead to a passage of the reference";
    Facts = "facts", Error, "a fact table that differs from the reference";
    OwnWords = "own-words", Error, "words that stand in the reference too";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_are_words_and_stand_for_one_code_each() {
        let keys: BTreeSet<&str> = Code::ALL.iter().map(|code| code.key()).collect();
        assert_eq!(keys.len(), Code::ALL.len());
        let is_plain = |key: &&str| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(keys.iter().all(is_plain), "{keys:?}");
    }
}
