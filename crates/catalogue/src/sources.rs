//! Reads the assets that are merged into the library. The entry point is
//! [`read`]; [`Sources`] holds the assets before the merge.

mod located;
#[cfg(test)]
mod tests;

use super::facts::{Facts, FirstVersion};
use super::files::{self, FileError};
use super::merge::{MergeDiagnostic, NamedDocument, Origin, merge, merge_unindexed};
use super::model::Library;
use super::own::{Base, BaseDocument};
use super::sample::Sample;
use super::tables::{self, FactsError};
use super::thesaurus::Thesaurus;
use document::{self, Diagnostic};
use std::path::{Path, PathBuf};
use terms::Kind;

/// How documents become a library.
type Merge =
    fn(Vec<NamedDocument>, Facts, Vec<Sample>, &Thesaurus) -> (Library, Vec<MergeDiagnostic>);

/// The advice in errors about assets that cannot be read.
const ADVICE: &str = "check that the folder is the project's `assets`";

/// Why the assets cannot be made into a library.
#[derive(Debug, thiserror::Error)]
pub enum SourcesError {
    /// A file or a folder cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// A fact table is malformed.
    #[error("{}: {source}", path.display())]
    Facts {
        /// The table.
        path: PathBuf,
        /// The error in it.
        source: FactsError,
    },
    /// The thesaurus is malformed.
    #[error("{}: {source}", path.display())]
    Thesaurus {
        /// Its file.
        path: PathBuf,
        /// The error in it.
        source: Box<toml::de::Error>,
    },
    /// A document cannot be read at all.
    #[error("{}: {source}", path.display())]
    Document {
        /// Its file.
        path: PathBuf,
        /// Why.
        source: document::DocumentError,
    },
    /// A sample cannot be read; with its file and position.
    #[error("{0}")]
    Sample(Diagnostic),
    /// The folder of documents to add contains none.
    #[error("{}: no Markdown file (.md) lies below this folder; name another", path.display())]
    NoDocuments {
        /// The folder as given.
        path: PathBuf,
    },
    /// A document to add has the slug of an existing one.
    #[error(
        "{}: another document already has the name `{slug}`; rename the file", path.display()
    )]
    KnownSlug {
        /// The file to add.
        path: PathBuf,
        /// The slug that both files have.
        slug: String,
    },
    /// Documents that must have no diagnostics have some.
    #[error("the documents do not fit together:\n{}", lines(.0))]
    Diagnostics(Vec<Diagnostic>),
}

fn lines(diagnostics: &[Diagnostic]) -> String {
    let lines: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// A file with its parsed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromFile<T> {
    /// The path as given.
    pub path: PathBuf,
    /// The contents of the file.
    pub text: String,
    /// The value parsed from the text.
    pub value: T,
}

/// The assets before the merge, each document and sample with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The PEP index and the release calendar.
    pub facts: Facts,
    /// Sorted by path, followed by those that were added.
    pub documents: Vec<FromFile<NamedDocument>>,
    /// Sorted by path.
    pub samples: Vec<FromFile<Sample>>,
    /// Empty if its file does not exist.
    pub thesaurus: FromFile<Thesaurus>,
}

impl Sources {
    /// Reads `documents/`, `facts/`, `samples/` and the thesaurus under a
    /// folder.
    ///
    /// # Errors
    /// If a file cannot be read at all; errors within a document are in its
    /// diagnostics.
    pub fn read(assets: &Path) -> Result<Self, SourcesError> {
        Ok(Self {
            facts: read_facts(&assets.join("facts"))?,
            documents: read_documents(&assets.join("documents"), ADVICE)?,
            samples: read_samples(&assets.join("samples"))?,
            thesaurus: read_thesaurus(assets.join(Thesaurus::FILE))?,
        })
    }

    /// Adds every Markdown file below a folder, which may be anywhere; with
    /// `only`, replaces the project's documents.
    ///
    /// # Errors
    /// If the folder contains no document, a document cannot be read, or one
    /// has the slug of an existing document.
    pub fn add(&mut self, folder: &Path, only: bool) -> Result<(), SourcesError> {
        let added = read_documents(folder, "check the name of the folder")?;
        if added.is_empty() {
            let path = folder.to_owned();
            return Err(SourcesError::NoDocuments { path });
        }
        if only {
            self.documents.clear();
        }
        for file in added {
            let slug = &file.value.slug;
            if self.documents.iter().any(|known| known.value.slug == *slug) {
                let (path, slug) = (file.path, slug.clone());
                return Err(SourcesError::KnownSlug { path, slug });
            }
            self.documents.push(file);
        }
        Ok(())
    }

    /// Looks the names that deprecations and removals are about up in the table of names.
    pub fn look_up(&mut self, first_version: impl Fn(&str) -> Option<FirstVersion>) {
        let features = self
            .documents
            .iter()
            .flat_map(|file| &file.value.document.features);
        let ends =
            features.filter(|feature| matches!(feature.kind, Kind::Deprecated | Kind::Removed));
        let names = ends.flat_map(|feature| &feature.names);
        let known = names.filter_map(|name| Some((name.clone(), first_version(name)?)));
        self.facts.first_versions = known.collect();
    }

    /// Merges everything into one library. What the project ships must have no
    /// diagnostics.
    ///
    /// # Errors
    /// If a document has a diagnostic, or something refers to an unknown slug.
    pub fn library(&self) -> Result<Library, SourcesError> {
        self.without_diagnostics(self.merge())
    }

    /// Merges everything into one library in which nothing can be searched for, which takes
    /// half the time.
    ///
    /// # Errors
    /// As [`Sources::library`].
    pub fn unindexed_library(&self) -> Result<Library, SourcesError> {
        self.without_diagnostics(self.merge_by(merge_unindexed))
    }

    fn without_diagnostics(
        &self,
        (library, problems): (Library, Vec<MergeDiagnostic>),
    ) -> Result<Library, SourcesError> {
        let diagnostics = self.diagnostics(problems);
        if diagnostics.is_empty() {
            Ok(library)
        } else {
            Err(SourcesError::Diagnostics(diagnostics))
        }
    }

    /// Merges everything into one library and returns the diagnostics of the
    /// documents. Samples and aliases of unknown features are left out without
    /// a diagnostic: they belong to documents that were replaced.
    pub fn library_with_diagnostics(&self) -> (Library, Vec<Diagnostic>) {
        let (mut library, mut problems) = self.merge();
        let Library {
            catalogue, samples, ..
        } = &mut library;
        samples.retain(|sample| catalogue.feature(&sample.feature).is_some());
        problems.retain(|problem| matches!(problem.origin, Origin::Document(_)));
        (library, self.diagnostics(problems))
    }

    /// Merges everything into one library and returns the diagnostics of the
    /// merge, without files; [`Sources::diagnostics`] adds them.
    pub fn merge(&self) -> (Library, Vec<MergeDiagnostic>) {
        self.merge_by(merge)
    }

    fn merge_by(&self, merge: Merge) -> (Library, Vec<MergeDiagnostic>) {
        let documents = self.documents.iter().map(|file| file.value.clone());
        let samples = self.samples.iter().map(|file| file.value.clone());
        merge(
            documents.collect(),
            self.facts.clone(),
            samples.collect(),
            &self.thesaurus.value,
        )
    }

    /// What the page needs to repeat the merge with a reader's own documents.
    pub fn base(&self) -> Base {
        let documents = self.documents.iter().map(|file| BaseDocument {
            slug: file.value.slug.clone(),
            markdown: file.text.clone(),
        });
        let samples = self.samples.iter().map(|file| file.value.clone());
        Base {
            facts: self.facts.clone(),
            documents: documents.collect(),
            samples: samples.collect(),
            thesaurus: self.thesaurus.value.clone(),
        }
    }
}

/// Reads `documents/`, `facts/`, `samples/` and the thesaurus under a folder
/// and merges them.
///
/// # Errors
/// If a file cannot be read, a document has a diagnostic, or something refers
/// to an unknown slug: what the project ships must have no diagnostics.
pub fn read(assets: &Path) -> Result<Library, SourcesError> {
    Sources::read(assets)?.library()
}

fn read_facts(folder: &Path) -> Result<Facts, SourcesError> {
    let peps = files::read(&folder.join(tables::PEPS), ADVICE)?;
    let releases = files::read(&folder.join(tables::RELEASES), ADVICE)?;
    Facts::from_toml(&peps, &releases).map_err(|source| SourcesError::Facts {
        path: folder.join(source.file_name()),
        source,
    })
}

/// The thesaurus is optional; without it, only the documents' own words are
/// found.
fn read_thesaurus(path: PathBuf) -> Result<FromFile<Thesaurus>, SourcesError> {
    let text = match path.exists() {
        true => files::read(&path, ADVICE)?,
        false => String::new(),
    };
    match Thesaurus::from_toml(&text) {
        Ok(value) => Ok(FromFile { path, text, value }),
        Err(source) => Err(SourcesError::Thesaurus {
            path,
            source: Box::new(source),
        }),
    }
}

fn read_documents(
    folder: &Path,
    advice: &'static str,
) -> Result<Vec<FromFile<NamedDocument>>, SourcesError> {
    let read_one = |path: PathBuf| {
        let bytes = files::bytes(&path, advice)?;
        let document = document::parse(&bytes).map_err(|source| SourcesError::Document {
            path: path.clone(),
            source,
        })?;
        let slug = slug_below(folder, &path);
        Ok(FromFile {
            text: String::from_utf8_lossy(&bytes).into_owned(),
            value: NamedDocument { slug, document },
            path,
        })
    };
    files::below(folder, &["md"], advice)?
        .into_iter()
        .map(read_one)
        .collect()
}

fn read_samples(folder: &Path) -> Result<Vec<FromFile<Sample>>, SourcesError> {
    let read_one = |path: PathBuf| {
        let text = files::read(&path, ADVICE)?;
        match Sample::parse(&slug_below(folder, &path), &text) {
            Ok(value) => Ok(FromFile { path, text, value }),
            Err(diagnostic) => {
                let path = path.display().to_string();
                Err(SourcesError::Sample(diagnostic.in_file(path)))
            }
        }
    };
    files::below(folder, &["py"], ADVICE)?
        .into_iter()
        .map(read_one)
        .collect()
}

/// The path below a folder, without the extension: `pep-758/bare`.
fn slug_below(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
