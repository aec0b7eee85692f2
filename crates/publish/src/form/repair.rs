//! The JSON form of a repair sheet. The entry point is [`exported_repair`].

use document::{Listing, Repair};
use serde::Serialize;
use terms::{Break, Fix, VersionRange};

#[derive(Debug, Serialize)]
pub(super) struct ExportedRepair<'a> {
    r#break: Option<Break>,
    /// Packages on PyPI.
    backports: &'a [String],
    fixes: &'a [Fix],
    /// Why the code is not run by the tests.
    untested: Option<&'a str>,
    before: Option<ExportedCode<'a>>,
    seen: Vec<ExportedSeen<'a>>,
    after: Option<ExportedCode<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedCode<'a> {
    /// The versions that run it, such as `3.9..`; those before the change have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    versions: Option<String>,
    language: &'a str,
    code: &'a str,
}

#[derive(Debug, Serialize)]
struct ExportedSeen<'a> {
    versions: String,
    text: &'a str,
}

/// The JSON form of a sheet; `None` if it is empty.
pub(super) fn exported_repair(repair: &Repair) -> Option<ExportedRepair<'_>> {
    if repair.is_empty() {
        return None;
    }
    let seen = repair.seen.iter().map(|seen| ExportedSeen {
        versions: seen.versions.to_string(),
        text: &seen.value,
    });
    let before = repair.before.as_ref();
    let after = repair.after.as_ref();
    Some(ExportedRepair {
        r#break: repair.breaks,
        backports: &repair.backports,
        fixes: &repair.fixes,
        untested: repair.untested.as_deref(),
        before: before.map(|listing| code(listing, None)),
        seen: seen.collect(),
        after: after.map(|after| code(&after.value, Some(after.versions))),
    })
}

fn code(listing: &Listing, versions: Option<VersionRange>) -> ExportedCode<'_> {
    ExportedCode {
        versions: versions.map(|versions| versions.to_string()),
        language: &listing.language,
        code: &listing.text,
    }
}
