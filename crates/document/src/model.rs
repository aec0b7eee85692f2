//! What a document is once it has been read.

use super::{Attribute, Block, Diagnostic, Inline, Position, Word};
use serde::{Deserialize, Serialize};
use terms::{
    Area, Date, Impact, IssueRef, Kind, Moment, PepNumber, ReleaseNumber, Series, SourceKind,
    Status, Verdict,
};

/// One release document, read whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the front matter says.
    pub metadata: Metadata,
    /// The release it announces: the front matter's word, else what the title
    /// or the first lines say. A post about several releases announces the
    /// one it names first.
    pub release: Option<ReleaseNumber>,
    /// The series its features belong to.
    pub series: Option<Series>,
    /// The outermost headings, in order.
    pub outline: Vec<Section>,
    /// In the order in which the document states them.
    pub features: Vec<StatedFeature>,
    /// Claims under no feature's heading, such as those about release dates.
    pub claims: Vec<StatedClaim>,
    /// The whole text, to be read as it stands.
    pub body: Vec<Block>,
    /// The links to its own headings and to features, in its order.
    pub local_links: Vec<LocalLink>,
    /// What could not be read as it was meant, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A link that begins with `#`: to a heading of the same document, or to a
/// feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalLink {
    /// The address, `#` included.
    pub url: String,
    /// Where the link begins.
    pub position: Position,
}

/// The front matter. The first eight keys are those of Python's release
/// announcements, the others are this project's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// One line; where the front matter has none, the first heading or line.
    /// Empty in a document without words.
    pub title: String,
    /// `publishDate:`, the source's own day.
    pub published: Option<Date>,
    /// `updatedDate:`, the day on which the source last changed its words.
    pub updated: Option<Date>,
    /// Several names are joined by commas.
    pub author: Option<String>,
    /// One sentence on what the document is.
    pub description: Option<String>,
    /// The publication's own labels, such as `releases`.
    pub tags: Vec<String>,
    /// `published: false` marks a draft.
    pub draft: bool,
    /// `legacyUrl:`, where the announcement stood before the publication moved.
    pub legacy_url: Option<String>,
    /// Where the statements come from; absent in a text without front matter.
    pub source: Option<Source>,
    /// `series:`, to which the features belong unless their headings say
    /// otherwise.
    pub series: Option<Series>,
    /// `release:`, the release that the document announces.
    pub release: Option<ReleaseNumber>,
    /// The day on which the document's statements were last checked.
    pub as_of: Option<Date>,
}

/// Where a document's statements come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The publication, such as "Cloudsmith".
    pub name: String,
    /// The page that the document restates; anchors in headings are relative to
    /// it.
    pub url: Option<String>,
    /// What sort of text it is, which ranks its statements. An article if the
    /// front matter does not say.
    pub kind: SourceKind,
}

/// A heading and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// 1 to 6.
    pub level: u8,
    /// The heading's words on one line.
    pub title: String,
    /// The anchor in the heading's braces.
    pub id: Option<String>,
    /// Counted from 1, front matter included.
    pub line: u32,
}

/// A feature as one document states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedFeature {
    /// The slug written in the heading; absent in real announcements.
    pub id: Option<String>,
    /// The title with its markup; `title` is its words.
    pub heading: Vec<Inline>,
    /// The words of the heading on one line. Never empty.
    pub title: String,
    /// The PEPs that it belongs to, that of its slug first, each once.
    pub peps: Vec<PepNumber>,
    /// The issues that it belongs to, that of its slug first, each once.
    pub issues: Vec<IssueRef>,
    /// As stated, else concluded from the words of the title.
    pub kind: Kind,
    /// The status that the document gives it, true of the document's date.
    pub status: Option<Status>,
    /// The creation date of its PEP, where the document gives one.
    pub created: Option<Date>,
    /// The most telling link it gives: to the release notes or an issue
    /// rather than to the PEP, which its number already names.
    pub url: Option<String>,
    /// The part of Python it belongs to; only headings with attributes say so.
    pub area: Option<Area>,
    /// The standard library module, such as `asyncio`.
    pub module: Option<String>,
    /// Qualified names it concerns, such as `str.removeprefix`.
    pub names: Vec<String>,
    /// Other words that people look for it by, such as `walrus`.
    pub aliases: Vec<String>,
    /// The series that introduced it, where that is not the document's.
    pub series: Option<Series>,
    /// The release from which it was no longer there.
    pub removed: Option<ReleaseNumber>,
    /// For a deprecation, the series in which the thing is planned to go.
    pub removal: Option<Series>,
    /// For a removal, the series in which the thing had been deprecated.
    pub deprecated: Option<Series>,
    /// What an upgrade asks of code; only headings with attributes say so.
    pub impact: Option<Impact>,
    /// Slugs of features that a reader would want to see next.
    pub related: Vec<String>,
    /// What to use in its place.
    pub instead: Vec<Inline>,
    /// What became of it, in the document's order.
    pub history: Vec<HistoryEntry>,
    /// The text under it, claims, replacement and history left out.
    pub summary: Vec<Block>,
    /// The claims below its heading, in order.
    pub claims: Vec<StatedClaim>,
    /// Where it stands.
    pub placement: Placement,
    /// The index of its section in the outline.
    pub section: Option<u32>,
}

impl StatedFeature {
    /// The line it begins on, counted from 1.
    pub fn line(&self) -> u32 {
        self.placement.start.line
    }

    /// Whether its heading has an attribute, be the value a valid one or not.
    pub fn gives(&self, attribute: Attribute) -> bool {
        self.written(attribute).is_some()
    }

    /// Where the value of an attribute begins, else its key, else the heading.
    pub fn position_of(&self, attribute: Attribute) -> Position {
        let start = self.placement.start;
        self.written(attribute).map_or(start, |written| {
            let first = written.words.first();
            first.map_or(written.position, |word| word.position)
        })
    }

    /// Where one of the words in the value of an attribute begins; where it is
    /// not found, as where it goes over two lines, the value.
    pub fn position_of_word(&self, attribute: Attribute, text: &str) -> Position {
        let mut words = self.written(attribute).into_iter().flat_map(|w| &w.words);
        let word = words.find(|word| word.text == text);
        word.map_or_else(|| self.position_of(attribute), |word| word.position)
    }

    /// Where its slug stands, else the heading.
    pub fn position_of_slug(&self) -> Position {
        self.placement.slug.unwrap_or(self.placement.start)
    }

    fn written(&self, attribute: Attribute) -> Option<&WrittenAttribute> {
        let mut written = self.placement.attributes.iter();
        written.find(|written| written.attribute == attribute)
    }
}

/// Where a statement and its parts stand in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The heading, the list item or the line that states the feature.
    pub start: Position,
    /// The slug in the braces of a heading.
    pub slug: Option<Position>,
    /// The attributes of a heading, those with invalid values included.
    pub attributes: Vec<WrittenAttribute>,
}

/// An attribute as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenAttribute {
    /// The attribute, which may be misspelt.
    pub attribute: Attribute,
    /// Where its key begins, or the word where it has none.
    pub position: Position,
    /// The words of its value.
    pub words: Vec<Word>,
}

/// What happened to a feature in a later or an earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The series or the release in which it happened.
    pub moment: Moment,
    /// What happened, without the release in bold before it.
    pub text: Vec<Inline>,
}

/// The label, in bold, of the paragraph that says what to use instead.
pub const INSTEAD: &str = "Instead:";

/// One checkable statement of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedClaim {
    /// What the source claims.
    pub text: Vec<Inline>,
    /// Whether it holds, as the document says.
    pub verdict: Verdict,
    /// Why the verdict is what it is, with its source.
    pub evidence: Vec<Inline>,
    /// Where the claim begins, counted from 1.
    pub line: u32,
}

/// Why a text is refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The text is longer than any that is meant to be read.
    #[error("the document has {size} bytes; at most {limit} bytes ({} MiB) are read", limit >> 20)]
    TooLarge {
        /// Its length in bytes.
        size: usize,
        /// The most bytes that are read.
        limit: usize,
    },
}
