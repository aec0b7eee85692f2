//! What the catalogue is made of.
//!
//! It comes in parts. The [`Catalogue`] is what a list and its filters need, and
//! is loaded first; then comes what the search needs besides, the [`NameList`] and the
//! [`Index`]; the texts are loaded when something is opened.

mod calendar;

pub use calendar::{Calendar, Release, ReleaseState, SeriesStatus};

use super::index::Index;
use super::names::{NameList, Names};
use super::own;
use super::sample::Sample;
use document::{Block, Diagnostic, HistoryEntry, Inline, Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use terms::{
    Area, Date, Impact, IssueRef, Kind, PepNumber, ReleaseNumber, Series, SourceKind, Status,
    Verdict,
};

/// Everything there is, before it is cut into the parts of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// The features, documents and calendars, without texts.
    pub catalogue: Catalogue,
    /// What each feature is called, in the order of the catalogue's features.
    pub names: NameList,
    /// The words of the features, by their places in the catalogue.
    pub index: Index,
    /// The first sentences of each feature's text, without markup, in the order
    /// of the catalogue's features.
    pub excerpts: Vec<String>,
    /// Every PEP there is, by number.
    pub peps: Vec<Pep>,
    /// By the series of the features, and within it by slug.
    pub feature_texts: BTreeMap<Series, Vec<FeatureText>>,
    /// In the order of the catalogue's documents.
    pub document_texts: Vec<DocumentText>,
    /// By feature, and within it in the order that the samples give.
    pub samples: Vec<Sample>,
}

impl Library {
    /// A PEP by its number, where the PEP index has it.
    pub fn pep(&self, number: PepNumber) -> Option<&Pep> {
        pep(&self.peps, number)
    }

    /// The features, each with what it is called.
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

/// One of the PEPs, which come by number.
pub fn pep(peps: &[Pep], number: PepNumber) -> Option<&Pep> {
    let index = peps.binary_search_by_key(&number, |pep| pep.number);
    index.ok().and_then(|index| peps.get(index))
}

/// The first part: what a list and its filters need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The day on which the fact tables were true.
    pub as_of: Date,
    /// Newest series first, and within a series by area and title.
    #[serde(with = "super::columns")]
    pub features: Vec<Feature>,
    /// Every series of Python 3, oldest first.
    pub calendars: Vec<Calendar>,
    /// By date, newest first; those without a date last, the newest series
    /// first.
    pub documents: Vec<DocumentEntry>,
    /// Which feature says what became of another.
    pub sequels: Vec<Sequel>,
}

/// A feature and one that says how it ended: the removal that a deprecation led
/// to, or the deprecation or removal of something added. Both by their places
/// in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequel {
    /// The feature that came to an end, or will.
    pub before: usize,
    /// The feature that says so.
    pub after: usize,
}

impl Catalogue {
    /// The feature with a slug.
    pub fn feature(&self, slug: &str) -> Option<&Feature> {
        self.features.get(self.place(slug)?)
    }

    /// Where a feature stands among all.
    pub fn place(&self, slug: &str) -> Option<usize> {
        let mut features = self.features.iter();
        features.position(|feature| feature.slug == slug)
    }

    /// The document with a slug.
    pub fn document(&self, slug: &str) -> Option<&DocumentEntry> {
        self.documents.iter().find(|entry| entry.slug == slug)
    }

    /// The calendar of a series, where the release calendar has it.
    pub fn calendar(&self, series: Series) -> Option<&Calendar> {
        self.calendars
            .iter()
            .find(|calendar| calendar.series == series)
    }
}

/// One thing that a release brought, changed, deprecated or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its id for ever, such as `pep-758`.
    pub slug: String,
    /// That of the most authoritative document, with its markup.
    pub title: Vec<Inline>,
    /// As the most authoritative document has it.
    pub kind: Kind,
    /// The first that a document gives, the most authoritative before others.
    pub area: Option<Area>,
    /// The standard library module it belongs to.
    pub module: Option<String>,
    /// What a heading says, else the first series that the PEP index gives for
    /// the PEP that the feature is, else the document's.
    pub series: Series,
    /// The release from which it was no longer there.
    pub removed: Option<ReleaseNumber>,
    /// For a deprecation, the series in which the thing is planned to go.
    pub removal: Option<Series>,
    /// For a removal, the series in which the thing had been deprecated.
    pub deprecated: Option<Series>,
    /// What any document lists, each once, in the order of authority.
    pub peps: Vec<PepNumber>,
    /// What any document lists, each once, in the order of authority.
    pub issues: Vec<IssueRef>,
    /// That of its first PEP by the fact tables; where it has no PEP, the one
    /// that the newest document gives.
    pub status: Option<Status>,
    /// The first that a document gives, the most authoritative before others.
    pub impact: Option<Impact>,
    /// Slugs of the documents that state it, in the order of its statements.
    pub documents: Vec<String>,
    /// Slugs of its samples.
    pub samples: Vec<String>,
    /// Of the claims of all its statements.
    pub verdicts: Verdicts,
}

impl Feature {
    /// Whether only documents of the reader's own state it.
    pub fn is_own(&self) -> bool {
        self.documents.iter().all(|slug| own::is_own(slug))
    }
}

/// How many claims have which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// Claims that the fact tables or the release notes bear out.
    pub confirmed: u16,
    /// Claims that were true when they were written.
    pub outdated: u16,
    /// Claims that the fact tables or the release notes contradict.
    pub contradicted: u16,
    /// Claims on which neither says anything.
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

    /// How many claims have this verdict.
    pub fn of(self, verdict: Verdict) -> u16 {
        match verdict {
            Verdict::Confirmed => self.confirmed,
            Verdict::Outdated => self.outdated,
            Verdict::Contradicted => self.contradicted,
            Verdict::Unverified => self.unverified,
        }
    }
}

/// What the documents say of one feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureText {
    /// The slug of its feature.
    pub slug: String,
    /// The first is the one that the feature takes its title and text from.
    pub statements: Vec<Statement>,
    /// The page that tells more.
    pub url: Option<String>,
    /// Slugs of features to see next.
    pub related: Vec<String>,
    /// What to use in its place.
    pub instead: Vec<Inline>,
    /// What became of it, in the document's order.
    pub history: Vec<HistoryEntry>,
}

/// What one document says of one feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The document's slug.
    pub document: String,
    /// The text below the heading, without claims, replacement and history.
    pub summary: Vec<Block>,
    /// Those that the build derived from the status and the creation date
    /// that the document gives come first.
    pub claims: Vec<Claim>,
}

/// One checkable statement with its verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is claimed.
    pub text: Vec<Inline>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Why, with its source.
    pub evidence: Vec<Inline>,
}

/// One PEP as the PEP index has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pep {
    /// Its number, by which PEPs are sorted.
    pub number: PepNumber,
    /// With names between backticks.
    pub title: String,
    /// Its status on the day of the index.
    pub status: Status,
    /// What sort of proposal it is.
    pub pep_type: PepType,
    /// The day on which it was first published.
    pub created: Date,
    /// The series that it targets, oldest first.
    pub versions: Vec<Series>,
    /// The day of its resolution, where the index has one.
    pub resolved: Option<Date>,
    /// The PEPs that took its place.
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

/// A document as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Its file's name without the ending.
    pub slug: String,
    /// The document's title, on one line.
    pub title: String,
    /// The day on which its source was published.
    pub published: Option<Date>,
    /// The day on which its source last changed.
    pub updated: Option<Date>,
    /// Who wrote its source; several are joined by commas.
    pub author: Option<String>,
    /// One sentence on what it is.
    pub description: Option<String>,
    /// Where its statements come from.
    pub source: Option<Source>,
    /// The series that its features belong to.
    pub series: Option<Series>,
    /// The release that it announces.
    pub release: Option<ReleaseNumber>,
    /// The day on which its statements were last checked.
    pub as_of: Option<Date>,
    /// The features it states, in its order, by their places in the catalogue.
    pub features: Vec<usize>,
    /// Of all its claims, those of its features and its own.
    pub verdicts: Verdicts,
}

impl DocumentEntry {
    /// Whether it is the reader's own.
    pub fn is_own(&self) -> bool {
        own::is_own(&self.slug)
    }

    /// The day its words were last changed. The release notes change every
    /// day: theirs is the day on which they were read, and that of a guide the
    /// day on which it was checked.
    pub fn date(&self) -> Option<Date> {
        let goes_by_reading =
            |source: &Source| matches!(source.kind, SourceKind::Reference | SourceKind::Guide);
        let read = self
            .as_of
            .filter(|_| self.source.as_ref().is_some_and(goes_by_reading));
        self.updated.or(self.published).or(read)
    }
}

/// A document to be read whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentText {
    /// The document's slug.
    pub slug: String,
    /// The whole text, in order.
    pub passages: Vec<Passage>,
    /// What could not be read as it was meant, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A stretch of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// Text that the document holds itself.
    Blocks(Vec<Block>),
    /// A heading and what stands below it, which the texts of the document's
    /// series hold under the feature's slug.
    Feature {
        /// The heading's, 1 to 6.
        level: u8,
        /// Under which the text stands.
        slug: String,
    },
}
