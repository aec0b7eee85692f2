//! What is verified: the assets as they are written and as they are merged.
//! The entry point is [`Subject::read`].

use super::exceptions::Exceptions;
use super::goals::Goals;
use super::problem::{Check, Place, Problem};
use super::slugs::Recorded;
use super::spelling::Speller;
use super::walk::line_of;
use super::{Options, VerifyError};
use catalogue::sources::{FromFile, Sources};
use catalogue::{Feature, Library, MergeProblem, NamedDocument, Thesaurus};
use document::StatedFeature;
use std::path::{Path, PathBuf};
use terms::{Series, SourceKind};

/// Everything that the checks look at.
pub(super) struct Subject {
    pub assets: PathBuf,
    pub sources: Sources,
    pub library: Library,
    /// What does not fit together, found while merging.
    merge_problems: Vec<MergeProblem>,
    pub recorded: Recorded,
    pub exceptions: Exceptions,
    pub goals: Goals,
    /// `None` where there is no dictionary and none is required.
    pub speller: Option<Speller>,
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
        let (library, merge_problems) = sources.clone().merge();
        Ok(Self {
            library,
            merge_problems,
            recorded: Recorded::read(assets)?,
            exceptions: Exceptions::read(assets)?,
            goals: Goals::read(assets)?,
            speller: Speller::read(assets, &options.dictionary, options.spelling)?,
            assets: assets.clone(),
            sources,
        })
    }

    /// Every statement of every document.
    pub(super) fn stated(&self) -> impl Iterator<Item = Stated<'_>> {
        self.sources.documents.iter().flat_map(|file| {
            let features = file.value.document.features.iter();
            features.map(move |feature| Stated { file, feature })
        })
    }

    /// Where the document that a feature takes its words from states it.
    pub(super) fn place_of(&self, feature: &Feature) -> Place {
        let primary = feature.documents.first();
        let mut stated = self.stated();
        let found = stated.find(|stated| {
            let is_primary = Some(&stated.file.value.slug) == primary;
            is_primary && stated.feature.id.as_ref() == Some(&feature.slug)
        });
        match found {
            Some(stated) => stated.place(),
            None => self.place_in(primary.map_or("", String::as_str), 1),
        }
    }

    /// A line of the document with a slug.
    /// The first line of a document that holds some words.
    fn line_in(&self, document: &str, words: &str) -> u32 {
        let mut files = self.sources.documents.iter();
        let file = files.find(|file| file.value.slug == document);
        file.map_or(1, |file| line_of(&file.text, words))
    }

    fn place_in(&self, document: &str, line: u32) -> Place {
        let mut files = self.sources.documents.iter();
        match files.find(|file| file.value.slug == document) {
            Some(file) => Place::new(&file.path, line),
            None => Place {
                path: document.to_owned(),
                line,
            },
        }
    }
}

impl Stated<'_> {
    pub(super) fn place(&self) -> Place {
        Place::new(&self.file.path, self.feature.line)
    }

    /// Its slug; empty where it has none.
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

/// What the parser warned of, and what the merge could not fit together.
pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in &subject.sources.documents {
        for warning in &file.value.document.warnings {
            let place = Place::new(&file.path, warning.line);
            problems.push(place.problem(Check::Form, &warning.message));
        }
    }
    for problem in &subject.merge_problems {
        let (place, check, message) = explain(subject, problem);
        problems.push(place.problem(check, message));
    }
    problems
}

fn explain(subject: &Subject, problem: &MergeProblem) -> (Place, Check, String) {
    match problem {
        MergeProblem::UnknownPep {
            document,
            line,
            pep,
        } => (
            subject.place_in(document, *line),
            Check::Peps,
            format!("{pep} is not in the PEP table; correct the number"),
        ),
        MergeProblem::NoSeries {
            document,
            line,
            title,
        } => (
            subject.place_in(document, *line),
            Check::Form,
            format!("no series is known for `{title}`; give the heading a `series:`"),
        ),
        MergeProblem::RepeatedSlug {
            document,
            line,
            slug,
        } => (
            subject.place_in(document, *line),
            Check::Slugs,
            format!("`{slug}` stands in this document already; give each once"),
        ),
        MergeProblem::UnknownRelated { slug, related } => {
            let names_it =
                |stated: &Stated| stated.slug() == slug && stated.feature.related.contains(related);
            let place = subject.stated().find(names_it).map(|stated| stated.place());
            (
                place.unwrap_or_else(|| subject.place_in("", 1)),
                Check::Links,
                format!("`{slug}` is related to `{related}`, which is no feature; correct it"),
            )
        }
        MergeProblem::UnknownLinked { document, slug } => {
            let line = subject.line_in(document, slug);
            (
                subject.place_in(document, line),
                Check::Links,
                format!("a link leads to `{slug}`, which is no feature; correct it"),
            )
        }
        MergeProblem::UnknownAliased { slug } => (
            Place::new(Path::new(Thesaurus::FILE), 1),
            Check::Links,
            format!("it has aliases for `{slug}`, which is no feature; correct it"),
        ),
        MergeProblem::SampleWithoutFeature { sample, feature } => {
            let mut samples = subject.sources.samples.iter();
            let file = samples.find(|file| file.value.slug == *sample);
            (
                file.map_or_else(|| subject.place_in("", 1), |file| Place::new(&file.path, 1)),
                Check::Links,
                format!("it belongs to `{feature}`, which is no feature; correct its folder"),
            )
        }
    }
}
