//! The data model of the catalogue.
//!
//! It is loaded in parts: first the [`Catalogue`], which a list and its filters
//! need; then the [`NameList`] and the [`Index`], which the search also needs;
//! the texts when a feature or document is opened.

mod calendar;
mod text;

pub use calendar::{Calendar, Release, ReleaseState, SeriesStatus};
pub use text::{Claim, DocumentText, FeatureText, Passage, Statement};

use super::disputed::DisputedClaim;
use super::facts::FirstVersion;
use super::index::Index;
use super::names::{NameList, Names};
use super::own;
use super::sample::Sample;
use document::{Inline, Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use terms::{
    Area, Date, Impact, IssueRef, Kind, PepNumber, ReleaseNumber, Series, SourceKind, Status,
    Verdict,
};

/// Everything, before it is split into the parts of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// The features, documents and calendars, without texts.
    pub catalogue: Catalogue,
    /// The names and aliases of each feature, in the catalogue's order.
    pub names: NameList,
    /// The search index; postings hold indices into the catalogue's features.
    pub index: Index,
    /// The first sentences of each feature's text, without markup, in the order
    /// of the catalogue's features.
    pub excerpts: Vec<String>,
    /// Every PEP, sorted by number.
    pub peps: Vec<Pep>,
    /// By series, then sorted by slug.
    pub feature_texts: BTreeMap<Series, Vec<FeatureText>>,
    /// In the order of the catalogue's documents.
    pub document_texts: Vec<DocumentText>,
    /// Sorted by feature, then by the `order` of the samples.
    pub samples: Vec<Sample>,
    /// By document, in the order of the catalogue's documents; of each first those that are
    /// contradicted.
    pub disputed: Vec<DisputedClaim>,
}

impl Library {
    /// A PEP by its number, if the PEP index has it.
    pub fn pep(&self, number: PepNumber) -> Option<&Pep> {
        pep(&self.peps, number)
    }

    /// The features, each with its names.
    pub fn named(&self) -> impl Iterator<Item = (&Feature, &Names)> {
        self.catalogue.features.iter().zip(self.names.iter())
    }

    /// The slugs of the features that concern each qualified name, newest first.
    pub fn features_by_name(&self) -> HashMap<&str, Vec<&str>> {
        let mut features = HashMap::<&str, Vec<&str>>::new();
        for (feature, names) in self.named() {
            for name in &names.qualified {
                features.entry(name).or_default().push(&feature.slug);
            }
        }
        features
    }
}

/// Looks up a PEP in a slice that is sorted by number.
pub fn pep(peps: &[Pep], number: PepNumber) -> Option<&Pep> {
    let index = peps.binary_search_by_key(&number, |pep| pep.number);
    index.ok().and_then(|index| peps.get(index))
}

/// The part that is loaded first: what a list and its filters need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The date of the fact tables.
    pub as_of: Date,
    /// In the order in which every list shows them: the newest released series first, and in
    /// each series the release highlights, then PEPs, then as its document has them.
    #[serde(with = "super::columns")]
    pub features: Vec<Feature>,
    /// Every series of Python 3, oldest first.
    pub calendars: Vec<Calendar>,
    /// By date, newest first; then those without a date, newest series first.
    pub documents: Vec<DocumentEntry>,
    /// Pairs of features of which one states the end of the other.
    pub sequels: Vec<Sequel>,
    /// Pairs of a feature of a module and the later removal of that module, unless they are
    /// in `sequels`.
    pub module_removals: Vec<Sequel>,
}

/// A feature and the one that ended it: the removal that followed a
/// deprecation, or the deprecation or removal of something added. Both are
/// indices into the catalogue's features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequel {
    /// The feature that was ended, or will be.
    pub before: usize,
    /// The feature that states the end.
    pub after: usize,
}

impl Catalogue {
    /// The newest day of which a calendar is known.
    pub fn newest_day(&self) -> Date {
        let days = self.calendars.iter().map(|calendar| calendar.as_of);
        days.max().unwrap_or(self.as_of)
    }

    /// The feature with a slug.
    pub fn feature(&self, slug: &str) -> Option<&Feature> {
        self.features.get(self.position(slug)?)
    }

    /// The features whose qualified names include this one. `names` are those of all
    /// features.
    pub fn features_named<'a>(
        &'a self,
        names: &'a NameList,
        name: &'a str,
    ) -> impl Iterator<Item = &'a Feature> {
        let features = self.features.iter().zip(names.iter());
        let named =
            features.filter(move |(_, names)| names.qualified.iter().any(|one| one == name));
        named.map(|(feature, _)| feature)
    }

    /// The index of the feature with a slug.
    pub fn position(&self, slug: &str) -> Option<usize> {
        let mut features = self.features.iter();
        features.position(|feature| feature.slug == slug)
    }

    /// The document with a slug.
    pub fn document(&self, slug: &str) -> Option<&DocumentEntry> {
        self.documents.iter().find(|entry| entry.slug == slug)
    }

    /// The calendar of a series, if the release calendar has it.
    pub fn calendar(&self, series: Series) -> Option<&Calendar> {
        self.calendars
            .iter()
            .find(|calendar| calendar.series == series)
    }
}

/// Something that a version adds, changes, deprecates or removes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its permanent name, such as `pep-758`.
    pub slug: String,
    /// The title in the most authoritative document, with its markup.
    pub title: Vec<Inline>,
    /// The kind in the most authoritative document.
    pub kind: Kind,
    /// The first one stated, in the order of authority.
    pub area: Option<Area>,
    /// The standard library module it belongs to.
    pub module: Option<String>,
    /// The one stated at a heading; else, for the feature of a PEP, the first
    /// one in the PEP index; else the document's.
    pub series: Series,
    /// Whether it is a release highlight: one of the few that the release notes of its series
    /// name first.
    pub highlight: bool,
    /// The first release without it.
    pub removed: Option<ReleaseNumber>,
    /// For a deprecation, the series in which the removal is planned.
    pub removal: Option<Series>,
    /// For a removal, the series of the deprecation.
    pub deprecated: Option<Series>,
    /// For a deprecation or removal the first version that has its subject, if that is a
    /// name of the standard library.
    pub first_version: Option<FirstVersion>,
    /// Those of all documents, in the order of authority, without duplicates.
    pub peps: Vec<PepNumber>,
    /// Those of all documents, in the order of authority, without duplicates.
    pub issues: Vec<IssueRef>,
    /// The status of its first PEP in the fact tables; without a PEP, the one
    /// in the newest document.
    pub status: Option<Status>,
    /// The first one stated, in the order of authority.
    pub impact: Option<Impact>,
    /// Slugs of the documents that state it, in the order of the statements.
    pub documents: Vec<String>,
    /// Slugs of its samples.
    pub samples: Vec<String>,
    /// The verdicts of all claims in its statements.
    pub verdicts: Verdicts,
}

impl Feature {
    /// Whether it is stated by the reader's own documents only.
    pub fn is_own(&self) -> bool {
        self.documents.iter().all(|slug| own::is_own(slug))
    }
}

/// The number of claims by verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// Claims that the fact tables or the release notes confirm.
    pub confirmed: u16,
    /// Claims that were true when they were written.
    pub outdated: u16,
    /// Claims that the fact tables or the release notes contradict.
    pub contradicted: u16,
    /// Claims that neither of them covers.
    pub unverified: u16,
}

impl Verdicts {
    /// Counts the verdicts of some claims.
    pub fn count(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            let count = match verdict {
                Verdict::Confirmed => &mut counts.confirmed,
                Verdict::Outdated => &mut counts.outdated,
                Verdict::Contradicted => &mut counts.contradicted,
                Verdict::Unverified => &mut counts.unverified,
            };
            *count = count.saturating_add(1);
        }
        counts
    }

    /// The number of claims with a verdict.
    pub fn number(self, verdict: Verdict) -> u16 {
        match verdict {
            Verdict::Confirmed => self.confirmed,
            Verdict::Outdated => self.outdated,
            Verdict::Contradicted => self.contradicted,
            Verdict::Unverified => self.unverified,
        }
    }
}

/// A PEP, as listed in the PEP index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pep {
    /// Its number; PEPs are sorted by it.
    pub number: PepNumber,
    /// Its title, with names between backticks.
    pub title: String,
    /// Its status on the date of the index.
    pub status: Status,
    /// What sort of proposal it is.
    pub pep_type: PepType,
    /// The day on which it was first published.
    pub created: Date,
    /// The series that it targets, oldest first.
    pub versions: Vec<Series>,
    /// The day of its resolution, if the index has one.
    pub resolved: Option<Date>,
    /// The PEPs that replace it.
    pub superseded_by: Vec<PepNumber>,
}

/// What sort of proposal a PEP is, as PEP 1 defines them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PepType {
    /// A feature or an implementation for Python.
    StandardsTrack,
    /// A design issue, a guideline or information.
    Informational,
    /// A process around Python, or a change to one.
    Process,
}

/// A document as shown in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// The path of its file, without the extension.
    pub slug: String,
    /// The document's title, on one line.
    pub title: String,
    /// The day on which its source was published.
    pub published: Option<Date>,
    /// The day on which its source last changed.
    pub updated: Option<Date>,
    /// Who wrote its source; several are joined by commas.
    pub author: Option<String>,
    /// A description in one sentence.
    pub description: Option<String>,
    /// Where its statements come from.
    pub source: Option<Source>,
    /// The series that its features belong to.
    pub series: Option<Series>,
    /// The release that it announces.
    pub release: Option<ReleaseNumber>,
    /// The day on which its statements were last checked.
    pub as_of: Option<Date>,
    /// The features it states, in the order of the catalogue, as indices into the
    /// catalogue's features.
    #[serde(with = "super::ascending")]
    pub features: Vec<usize>,
    /// The verdicts of all its claims, on features or not.
    pub verdicts: Verdicts,
}

impl DocumentEntry {
    /// Whether it is one of the reader's own documents.
    pub fn is_own(&self) -> bool {
        own::is_own(&self.slug)
    }

    /// The day on which its text last changed. For release notes, which change
    /// daily, it is the day on which they were read; for a guide, the day on
    /// which it was checked.
    pub fn date(&self) -> Option<Date> {
        let goes_by_reading =
            |source: &Source| matches!(source.kind, SourceKind::Reference | SourceKind::Guide);
        let read = self
            .as_of
            .filter(|_| self.source.as_ref().is_some_and(goes_by_reading));
        self.updated.or(self.published).or(read)
    }
}
