//! The assets to verify, both as written and as merged. The entry point is [`Subject::read`].

use super::exceptions::Exceptions;
use super::goals::Goals;
use super::place::Place;
use super::plain_words::PlainWords;
use super::slugs::Recorded;
use super::spelling::Speller;
use super::{Options, VerifyError};
use crate::survey::read_table;
use api::Table;
use catalogue::sources::{FromFile, Sources};
use catalogue::{Feature, Library, NamedDocument};
use document::{Attribute, Code, Diagnostic, Position, StatedFeature};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use terms::{Series, SourceKind};

/// The data that the checks need.
pub(super) struct Subject {
    pub assets: PathBuf,
    pub sources: Sources,
    pub library: Library,
    /// The diagnostics of the parser and the merge.
    diagnostics: Vec<Diagnostic>,
    pub recorded: Recorded,
    pub exceptions: Exceptions,
    pub goals: Goals,
    pub plain_words: PlainWords,
    /// `None` if there is no dictionary and none is required.
    pub speller: Option<Speller>,
    /// The names of the standard library; `None` where the assets have no table.
    pub table: Option<Table>,
}

/// A feature as one document states it.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    pub file: &'a FromFile<NamedDocument>,
    pub feature: &'a StatedFeature,
}

impl Subject {
    pub(super) fn read(options: &Options) -> Result<Self, VerifyError> {
        let assets = &options.assets;
        let sources = Sources::read(assets)?;
        let (library, mut problems) = sources.merge();
        let recorded = Recorded::read(assets)?;
        let lost = recorded.lost(&slugs(&library));
        // Diagnostics on references to a lost slug follow from the loss.
        problems.retain(|problem| {
            let unknown = problem.unknown.as_deref();
            !unknown.is_some_and(|slug| lost.contains(slug))
        });
        Ok(Self {
            diagnostics: sources.diagnostics(problems),
            library,
            recorded,
            exceptions: Exceptions::read(assets)?,
            goals: Goals::read(assets)?,
            plain_words: PlainWords::read(assets)?,
            speller: Speller::read(assets, &options.dictionary, options.spelling)?,
            table: read_table(assets)?,
            assets: assets.clone(),
            sources,
        })
    }

    /// The slugs of all features.
    pub(super) fn slugs(&self) -> BTreeSet<&str> {
        slugs(&self.library)
    }

    /// The recorded slugs that no feature has any longer.
    pub(super) fn lost(&self) -> BTreeSet<&str> {
        self.recorded.lost(&self.slugs())
    }

    /// Whether a mistake in a document may hide features from the catalogue, so that missing
    /// features may follow from it.
    pub(super) fn hides_features(&self) -> bool {
        let mut documents = self.sources.documents.iter();
        documents.any(|file| {
            let mut diagnostics = file.value.document.diagnostics.iter();
            diagnostics.any(|known| hides(known.code))
        })
    }

    /// Whether a slug is that of a PEP that is not in the PEP table.
    pub(super) fn is_unknown_pep(&self, slug: &str) -> bool {
        let number = slug.strip_prefix("pep-").and_then(|pep| pep.parse().ok());
        number.is_some_and(|pep| self.sources.facts.pep(pep).is_none())
    }

    /// Every statement of every document.
    pub(super) fn stated(&self) -> impl Iterator<Item = Stated<'_>> {
        self.sources.documents.iter().flat_map(|file| {
            let features = file.value.document.features.iter();
            features.map(move |feature| Stated { file, feature })
        })
    }

    /// The place of a feature in the document with its text.
    pub(super) fn place_of(&self, feature: &Feature) -> Place {
        let primary = feature.documents.first();
        let mut stated = self.stated();
        let found = stated.find(|stated| {
            let is_primary = Some(&stated.file.value.slug) == primary;
            is_primary && stated.feature.id.as_ref() == Some(&feature.slug)
        });
        match found {
            Some(stated) => stated.at_slug(),
            None => Place::start(Path::new(primary.map_or("", String::as_str))),
        }
    }
}

/// Whether a mistake with this code may hide the feature of a heading or those after it.
fn hides(code: Code) -> bool {
    matches!(code, Code::Unclosed | Code::Slug | Code::Limit)
}

fn slugs(library: &Library) -> BTreeSet<&str> {
    let features = library.catalogue.features.iter();
    features.map(|feature| feature.slug.as_str()).collect()
}

impl Stated<'_> {
    /// Its heading.
    pub(super) fn place(&self) -> Place {
        self.here(self.feature.placement.start)
    }

    /// Its slug in the heading.
    pub(super) fn at_slug(&self) -> Place {
        self.here(self.feature.position_of_slug())
    }

    /// The value of an attribute.
    pub(super) fn at(&self, attribute: Attribute) -> Place {
        self.here(self.feature.position_of(attribute))
    }

    /// One of the words in the value of an attribute.
    pub(super) fn at_word(&self, attribute: Attribute, word: &str) -> Place {
        self.here(self.feature.position_of_word(attribute, word))
    }

    /// The first occurrence of these words below its heading.
    pub(super) fn below(&self, words: &str) -> Place {
        let first = self.feature.line();
        let lines = (1..).zip(self.file.text.lines());
        let mut below = lines.skip_while(|(line, _)| *line < first);
        let found = below.find_map(|(line, text)| {
            let at = text.find(words)?;
            let column = Position::of(text, at).column;
            Some(Position { line, column })
        });
        self.here(found.unwrap_or(self.feature.placement.start))
    }

    fn here(&self, position: Position) -> Place {
        Place::new(&self.file.path, position)
    }

    /// Whether its kind is valid; otherwise the kind was inferred from its title.
    pub(super) fn has_valid_kind(&self) -> bool {
        let mut diagnostics = self.file.value.document.diagnostics.iter();
        let position = self.feature.position_of(Attribute::Kind);
        !diagnostics.any(|known| known.code == Code::Kind && known.position() == position)
    }

    /// Its slug; empty if it has none.
    pub(super) fn slug(&self) -> &str {
        self.feature.id.as_deref().unwrap_or_default()
    }

    /// The series that this statement puts it in.
    pub(super) fn series(&self) -> Option<Series> {
        self.feature.series.or(self.file.value.document.series)
    }

    /// Whether its document restates the official release notes.
    pub(super) fn is_of_reference(&self) -> bool {
        is_reference(self.file)
    }
}

/// Whether a document restates the official release notes.
pub(super) fn is_reference(file: &FromFile<NamedDocument>) -> bool {
    let source = file.value.document.metadata.source.as_ref();
    source.is_some_and(|source| source.kind == SourceKind::Reference)
}

/// The diagnostics of the parser and the merge. If features may be hidden, references to them
/// may be correct and are not reported.
pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let hides_features = subject.hides_features();
    let refers = |code| {
        matches!(
            code,
            Code::Related | Code::Link | Code::Sample | Code::Thesaurus
        )
    };
    let found = subject.diagnostics.iter();
    let found = found.filter(|known| !(hides_features && refers(known.code)));
    found.cloned().collect()
}
