//! Release notes of a reference: paragraphs of reStructuredText, including headings without
//! markup. The entry point is [`Notes::parse`].

use std::path::{Path, PathBuf};
use terms::Series;

/// The release notes of one series.
pub(super) struct Notes {
    pub path: PathBuf,
    pub series: Series,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph with its place.
pub(super) struct Paragraph {
    /// Its first line, counted from 1.
    pub line: u32,
    pub text: String,
    pub part: Part,
}

/// The section of the notes that a paragraph is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Other,
    Deprecated,
    Removed,
    /// The modules that a PEP removes, each at the beginning of a paragraph.
    RemovedModules,
    /// Removals that are planned for a series.
    Pending(Series),
}

impl Notes {
    /// Parses the notes in a file that is named after its series, such as `3.14.txt`; `None`
    /// for other files.
    pub(super) fn parse(path: &Path, text: &str) -> Option<Self> {
        let series = path.file_stem()?.to_str()?.parse().ok()?;
        let mut paragraphs = Vec::new();
        let mut part = Part::Other;
        let mut lines = (1..).zip(text.lines()).peekable();
        while let Some((line, first)) = lines.next() {
            if first.trim().is_empty() {
                continue;
            }
            let mut text = first.to_owned();
            while let Some((_, more)) = lines.next_if(|(_, more)| !more.trim().is_empty()) {
                text.push('\n');
                text.push_str(more);
            }
            part = part_from(&text).unwrap_or(part);
            paragraphs.push(Paragraph { line, text, part });
        }
        let path = path.to_owned();
        Some(Self {
            path,
            series,
            paragraphs,
        })
    }
}

fn is_heading(text: &str) -> bool {
    const LONGEST: usize = 100;
    text.len() < LONGEST && !text.contains('\n') && !text.ends_with(['.', ':', ';', ','])
}

/// Headings, in lower case, of sections on deprecations.
const DEPRECATED: &[&str] = &[
    "deprecated",
    "deprecations",
    "new deprecations",
    "deprecated c apis",
];

/// Headings of sections on removals.
const REMOVED: &[&str] = &[
    "removed",
    "removals",
    "removed c apis",
    "removed modules and apis",
];

/// Headings that end such a section.
const OTHER: &[&str] = &[
    "build changes",
    "bytecode changes",
    "c api changes",
    "changed c apis",
    "cpython bytecode changes",
    "improved modules",
    "limited c api changes",
    "new features",
    "new modules",
    "optimizations",
    "other language changes",
    "platform support",
    "regression test changes",
    "soft deprecations",
    "type hints",
    "windows changes",
];

/// Beginnings of headings that end such a section.
const OTHER_BEGINNINGS: &[&str] = &["####", "changes in the", "notable", "porting to"];

/// The section that begins with a paragraph, if it is such a heading.
fn part_from(text: &str) -> Option<Part> {
    if !is_heading(text) {
        return None;
    }
    let heading = text.trim().to_lowercase();
    let heading = heading.as_str();
    if DEPRECATED.contains(&heading) {
        return Some(Part::Deprecated);
    }
    if REMOVED.contains(&heading) {
        return Some(Part::Removed);
    }
    if heading.starts_with("pep ") && heading.contains(": remove") {
        return Some(Part::RemovedModules);
    }
    if heading.starts_with("pending removal in ") {
        let series = heading
            .rsplit(' ')
            .next()
            .and_then(|word| word.parse().ok());
        return Some(series.map_or(Part::Other, Part::Pending));
    }
    let is_other = OTHER.contains(&heading)
        || OTHER_BEGINNINGS
            .iter()
            .any(|beginning| heading.starts_with(beginning));
    is_other.then_some(Part::Other)
}
