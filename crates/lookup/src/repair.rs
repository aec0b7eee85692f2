//! Repair sheets, in the form of `api/v1`. The entry point is [`RepairSheet::new`].

use crate::page::{Page, Readable, faint, strong};
use document::{Listing, Repair};
use schemars::JsonSchema;
use serde::Serialize;
use terms::{Break, Fix, VersionRange};

/// What an upgrade breaks, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RepairSheet {
    /// How code fails.
    pub r#break: Option<Break>,
    /// Packages on PyPI that help.
    pub backports: Vec<String>,
    /// What rewrites the code by itself.
    pub fixes: Vec<Fix>,
    /// A program that the change breaks.
    pub before: Option<Code>,
    /// What is seen when that program runs.
    pub seen: Vec<Seen>,
    /// The repaired program.
    pub after: Option<Code>,
}

/// A program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Code {
    /// The versions that run it, such as `3.9..`; null if they are not given.
    pub versions: Option<String>,
    /// The language, such as `python`.
    pub language: String,
    /// Its lines.
    pub code: String,
    #[serde(skip)]
    range: Option<VersionRange>,
}

/// What a program prints in some versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Seen {
    /// The versions, such as `3.12..`.
    pub versions: String,
    /// The last line of the traceback, the warning, or what it prints.
    pub text: String,
    #[serde(skip)]
    words: String,
}

impl RepairSheet {
    /// The sheet of a change; `None` if it is empty.
    pub(crate) fn new(repair: &Repair) -> Option<Self> {
        if repair.is_empty() {
            return None;
        }
        let seen = repair.seen.iter().map(|seen| Seen {
            versions: seen.versions.to_string(),
            text: seen.value.clone(),
            words: seen.versions.in_words(),
        });
        let after = repair.after.as_ref();
        Some(Self {
            r#break: repair.breaks,
            backports: repair.backports.clone(),
            fixes: repair.fixes.clone(),
            before: repair.before.as_ref().map(|before| code(before, None)),
            seen: seen.collect(),
            after: after.map(|after| code(&after.value, Some(after.versions))),
        })
    }
}

fn code(listing: &Listing, range: Option<VersionRange>) -> Code {
    Code {
        versions: range.map(|range| range.to_string()),
        language: listing.language.clone(),
        code: listing.text.clone(),
        range,
    }
}

impl Readable for RepairSheet {
    fn write(&self, page: &mut Page) {
        if let Some(before) = &self.before {
            page.line(0, &strong("Before"));
            page.code(4, &before.code);
        }
        for seen in &self.seen {
            page.line(0, &strong(format!("Seen in Python {}", seen.words)));
            page.code(4, &seen.text);
        }
        if let Some(after) = &self.after {
            let range = after.range.map(VersionRange::in_words).unwrap_or_default();
            page.line(0, &strong(format!("After, for Python {range}")));
            page.code(4, &after.code);
        }
        if !self.fixes.is_empty() {
            let fixes: Vec<String> = self.fixes.iter().map(ToString::to_string).collect();
            page.line(0, &format!("Fixed by: {}", faint(fixes.join(", "))));
        }
        if !self.backports.is_empty() {
            let names = self.backports.join(", ");
            page.line(0, &format!("On PyPI: {}", faint(names)));
        }
    }
}
