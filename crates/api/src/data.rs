//! Names as published data. The entry points are [`NameData::new`] and
//! [`DifferenceData::new`].

use crate::{Changed, Difference, Kind, Platform, Row, Survey, Versions};
use serde::Serialize;
use terms::{ReleaseNumber, Series};

/// A name with all that is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameData {
    /// The qualified name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The versions that have it, oldest first.
    pub versions: Vec<Series>,
    /// The version that added it, if it is known.
    pub added: Option<Series>,
    /// Further patch releases that added it.
    pub patches: Vec<ReleaseNumber>,
    /// The first version without it.
    pub removed: Option<Series>,
    /// The version that deprecated it.
    pub deprecated: Option<Series>,
    /// The version that is to remove it.
    pub removal: Option<Series>,
    /// The signatures, oldest first.
    pub signatures: Vec<SignatureData>,
    /// The platforms that have it; empty if that is all of them.
    pub platforms: Vec<Platform>,
    /// The sources of these facts.
    pub sources: Vec<Source>,
    /// The slugs of the features that mention it.
    pub changes: Vec<String>,
}

/// The signature of a name in some versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignatureData {
    /// The versions, oldest first.
    pub versions: Vec<Series>,
    /// The parameters in parentheses.
    pub text: String,
}

/// The source of a fact about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Source {
    /// Installed interpreters.
    Survey,
    /// The stubs of typeshed.
    Typeshed,
    /// Python's documentation.
    Documentation,
}

impl NameData {
    /// The data of a name in the table, with the features that mention it.
    pub fn new(row: &Row, survey: &Survey, changes: Vec<String>) -> Self {
        let oldest = survey.oldest().unwrap_or(Series::python3(0));
        let newest = survey
            .newest()
            .unwrap_or(Series::python3(Versions::MAX_MINOR));
        Self {
            name: row.name.clone(),
            kind: row.kind,
            versions: row.known_versions().iter().collect(),
            added: row.added(oldest),
            patches: row.patches.clone(),
            removed: row.removed(newest),
            deprecated: row.deprecated(),
            removal: row.removal,
            signatures: row
                .signatures
                .iter()
                .map(|signature| SignatureData {
                    versions: signature.versions.iter().collect(),
                    text: signature.text.clone(),
                })
                .collect(),
            platforms: row.platforms.clone(),
            sources: sources(row),
            changes,
        }
    }
}

fn sources(row: &Row) -> Vec<Source> {
    let is_documented = row.added.is_some()
        || row.deprecated.is_some()
        || row.removal.is_some()
        || !row.patches.is_empty();
    let all = [
        (!row.versions.is_empty(), Source::Survey),
        (
            !row.stubs.is_empty() || !row.platforms.is_empty(),
            Source::Typeshed,
        ),
        (is_documented, Source::Documentation),
    ];
    let given = all.into_iter().filter(|(is_given, _)| *is_given);
    given.map(|(_, source)| source).collect()
}

/// The differences between two versions, as names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceData {
    /// In the second version and not in the first.
    pub added: Vec<String>,
    /// In the first version and not in the second.
    pub removed: Vec<String>,
    /// In both, and deprecated in the second only.
    pub deprecated: Vec<String>,
    /// In both, with different signatures.
    pub changed: Vec<ChangedData>,
}

/// A name whose signature differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedData {
    /// The qualified name.
    pub name: String,
    /// The signature in the first version.
    pub before: String,
    /// The signature in the second version.
    pub after: String,
}

impl DifferenceData {
    /// The names in a difference.
    pub fn new(difference: &Difference<'_>) -> Self {
        let names = |rows: &[&Row]| rows.iter().map(|row| row.name.clone()).collect();
        Self {
            added: names(&difference.added),
            removed: names(&difference.removed),
            deprecated: names(&difference.deprecated),
            changed: difference.changed.iter().map(ChangedData::new).collect(),
        }
    }
}

impl ChangedData {
    fn new(changed: &Changed<'_>) -> Self {
        Self {
            name: changed.row.name.clone(),
            before: changed.before.to_owned(),
            after: changed.after.to_owned(),
        }
    }
}
