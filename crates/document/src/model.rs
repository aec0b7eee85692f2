//! The data model of a parsed document.

use super::{Attribute, Block, Diagnostic, Inline, Position, Repair, Word};
use serde::{Deserialize, Serialize};
use terms::{
    Area, Date, Impact, IssueRef, Kind, Moment, PepNumber, ReleaseNumber, Series, SourceKind,
    Status, Verdict,
};

/// A parsed document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The front matter.
    pub metadata: Metadata,
    /// The release it announces, from the front matter, else from the title or
    /// the first lines. A post about several releases announces the first one.
    pub release: Option<ReleaseNumber>,
    /// The series that its features belong to.
    pub series: Option<Series>,
    /// The top-level headings, in order.
    pub outline: Vec<Section>,
    /// The features in document order.
    pub features: Vec<StatedFeature>,
    /// Claims outside of features, such as those about release dates.
    pub claims: Vec<StatedClaim>,
    /// The whole text.
    pub body: Vec<Block>,
    /// Links to its own headings and to features, in document order.
    pub local_links: Vec<LocalLink>,
    /// The diagnostics, sorted by position.
    pub diagnostics: Vec<Diagnostic>,
}

/// A link that begins with `#`: to a heading of the same document, or to a
/// feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalLink {
    /// The address, including `#`.
    pub url: String,
    /// The start of the link.
    pub position: Position,
}

/// The front matter. The first eight keys are those of Python's release
/// announcements; the others are specific to this project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The title on one line; else the first heading or line. Empty if the
    /// document has no text.
    pub title: String,
    /// `publishDate:`, the day on which the source was published.
    pub published: Option<Date>,
    /// `updatedDate:`, the day on which the text of the source last changed.
    pub updated: Option<Date>,
    /// The author; several are joined by commas.
    pub author: Option<String>,
    /// A description of the document in one sentence.
    pub description: Option<String>,
    /// The tags of the publication, such as `releases`.
    pub tags: Vec<String>,
    /// `published: false` marks a draft.
    pub draft: bool,
    /// `legacyUrl:`, the former address, from before the publication moved.
    pub legacy_url: Option<String>,
    /// The source of the statements, if the front matter states one.
    pub source: Option<Source>,
    /// `series:`, the series of features whose headings do not state another.
    pub series: Option<Series>,
    /// `release:`, the release that the document announces.
    pub release: Option<ReleaseNumber>,
    /// The day on which the document's statements were last checked.
    pub as_of: Option<Date>,
    /// `highlights:`, the slugs of the features that its source names first, in its order.
    pub highlights: Vec<Word>,
}

/// The source of a document's statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The publication, such as "Cloudsmith".
    pub name: String,
    /// The page that the document restates; anchors in headings refer to it.
    pub url: Option<String>,
    /// What kind of text it is, which ranks its statements. The default is an
    /// article.
    pub kind: SourceKind,
}

/// A heading with its position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The level, 1 to 6.
    pub level: u8,
    /// The text of the heading on one line.
    pub title: String,
    /// The anchor in the heading's braces.
    pub id: Option<String>,
    /// The line, counted from 1, including front matter.
    pub line: u32,
}

/// A document's statement of a feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedFeature {
    /// The slug in the heading; announcements of Python have none.
    pub id: Option<String>,
    /// The title with its markup.
    pub heading: Vec<Inline>,
    /// The title as plain text on one line. Never empty.
    pub title: String,
    /// The PEPs that it belongs to, that of its slug first, each once.
    pub peps: Vec<PepNumber>,
    /// The issues that it belongs to, that of its slug first, each once.
    pub issues: Vec<IssueRef>,
    /// The stated kind, else the one inferred from the title.
    pub kind: Kind,
    /// The stated status, as of the document's date.
    pub status: Option<Status>,
    /// The stated creation date of its PEP.
    pub created: Option<Date>,
    /// The most informative link: rather to the release notes or an issue than
    /// to the PEP, whose address follows from its number.
    pub url: Option<String>,
    /// The part of Python it belongs to; only attributes state it.
    pub area: Option<Area>,
    /// The standard library module, such as `asyncio`.
    pub module: Option<String>,
    /// Qualified names that it concerns, such as `str.removeprefix`.
    pub names: Vec<String>,
    /// Other search terms for it, such as `walrus`.
    pub aliases: Vec<String>,
    /// The series that introduced it, if it is not the document's.
    pub series: Option<Series>,
    /// The first release without it.
    pub removed: Option<ReleaseNumber>,
    /// For a deprecation, the series in which the removal is planned.
    pub removal: Option<Series>,
    /// For a removal, the series of the deprecation.
    pub deprecated: Option<Series>,
    /// What an upgrade requires of code; only attributes state it.
    pub impact: Option<Impact>,
    /// Slugs of related features.
    pub related: Vec<String>,
    /// The repair sheet; empty if it has none.
    pub repair: Repair,
    /// What to use instead.
    pub instead: Vec<Inline>,
    /// Later changes to it, in document order.
    pub history: Vec<HistoryEntry>,
    /// The text below it, without claims, replacement and history.
    pub summary: Vec<Block>,
    /// The claims below its heading, in order.
    pub claims: Vec<StatedClaim>,
    /// Its position in the document.
    pub placement: Placement,
    /// The index of its section in the outline.
    pub section: Option<u32>,
}

impl StatedFeature {
    /// The line it begins on, counted from 1.
    pub fn line(&self) -> u32 {
        self.placement.start.line
    }

    /// Whether its heading has an attribute, with a valid value or not.
    pub fn gives(&self, attribute: Attribute) -> bool {
        self.written(attribute).is_some()
    }

    /// The position of an attribute's value, else its key, else the heading.
    pub fn position_of(&self, attribute: Attribute) -> Position {
        let start = self.placement.start;
        self.written(attribute).map_or(start, |written| {
            let first = written.words.first();
            first.map_or(written.position, |word| word.position)
        })
    }

    /// The position of an item in an attribute's value; that of the value if it
    /// is not found, as when it spans two lines.
    pub fn position_of_word(&self, attribute: Attribute, text: &str) -> Position {
        let mut words = self.written(attribute).into_iter().flat_map(|w| &w.words);
        let word = words.find(|word| word.text == text);
        word.map_or_else(|| self.position_of(attribute), |word| word.position)
    }

    /// The position of its slug, else of the heading.
    pub fn position_of_slug(&self) -> Position {
        self.placement.slug.unwrap_or(self.placement.start)
    }

    fn written(&self, attribute: Attribute) -> Option<&WrittenAttribute> {
        let mut written = self.placement.attributes.iter();
        written.find(|written| written.attribute == attribute)
    }
}

/// The positions of a statement and its parts in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The heading, the list item or the line that states the feature.
    pub start: Position,
    /// The slug in the braces of a heading.
    pub slug: Option<Position>,
    /// The attributes of a heading, including those with invalid values.
    pub attributes: Vec<WrittenAttribute>,
}

/// An attribute with its position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenAttribute {
    /// The attribute, which may be misspelt in the document.
    pub attribute: Attribute,
    /// The position of its key, or of its word if it has no key.
    pub position: Position,
    /// The items of its value.
    pub words: Vec<Word>,
}

/// A change to a feature in a later or earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The series or release of the change.
    pub moment: Moment,
    /// The text, without the release in bold before it.
    pub text: Vec<Inline>,
}

/// The label in bold of the paragraph that states what to use instead.
pub const INSTEAD: &str = "Instead:";

/// A statement of a document that can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedClaim {
    /// The claim.
    pub text: Vec<Inline>,
    /// Whether it holds, according to the document.
    pub verdict: Verdict,
    /// What the verdict rests on, with its source.
    pub evidence: Vec<Inline>,
    /// The line on which the claim begins, counted from 1.
    pub line: u32,
}

/// Why a document cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The text exceeds the size limit.
    #[error("the document has {size} bytes; at most {limit} bytes ({} MiB) are read", limit >> 20)]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
}
