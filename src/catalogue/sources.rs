//! Reads the assets that the library is made of. The entry point is [`read`];
//! [`Sources`] are the assets before they are merged.

#[cfg(test)]
mod tests;

use super::facts::Facts;
use super::files::{self, FileError};
use super::merge::{MergeProblem, NamedDocument, merge};
use super::model::Library;
use super::own::{Base, BaseDocument};
use super::sample::{Sample, SampleError};
use super::tables::{self, FactsError};
use super::thesaurus::Thesaurus;
use crate::document::{self, Warning};
use std::path::{Path, PathBuf};

/// What to do about an asset that cannot be read.
const ADVICE: &str = "check that the folder is the project's `assets`";

/// Why the assets make no library.
#[derive(Debug, thiserror::Error)]
pub enum SourcesError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{}: {source}", path.display())]
    Facts { path: PathBuf, source: FactsError },
    #[error("{}: {source}", path.display())]
    Thesaurus {
        path: PathBuf,
        source: Box<toml::de::Error>,
    },
    #[error("{}: {source}", path.display())]
    Document {
        path: PathBuf,
        source: document::DocumentError,
    },
    #[error("{}: {source}", path.display())]
    Sample { path: PathBuf, source: SampleError },
    #[error("the documents do not fit together:\n{}", lines(.0))]
    Problems(Vec<String>),
}

fn lines(problems: &[String]) -> String {
    let lines: Vec<String> = problems.iter().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromFile<T> {
    pub path: PathBuf,
    /// The whole file.
    pub text: String,
    pub value: T,
}

/// The assets as they are written, each document and sample with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    pub facts: Facts,
    pub documents: Vec<FromFile<NamedDocument>>,
    pub samples: Vec<FromFile<Sample>>,
    pub thesaurus: Thesaurus,
}

impl Sources {
    /// Reads `documents/`, `facts/`, `samples/` and the thesaurus under a
    /// folder.
    ///
    /// # Errors
    /// Where a file cannot be read at all; what is odd in a document stands in
    /// its warnings.
    pub fn read(assets: &Path) -> Result<Self, SourcesError> {
        Ok(Self {
            facts: read_facts(&assets.join("facts"))?,
            documents: read_documents(&assets.join("documents"))?,
            samples: read_samples(&assets.join("samples"))?,
            thesaurus: read_thesaurus(&assets.join(Thesaurus::FILE))?,
        })
    }

    /// One library of everything, and what does not fit together.
    pub fn merge(self) -> (Library, Vec<MergeProblem>) {
        let documents = self.documents.into_iter().map(|file| file.value);
        let samples = self.samples.into_iter().map(|file| file.value);
        merge(
            documents.collect(),
            self.facts,
            samples.collect(),
            &self.thesaurus,
        )
    }

    /// What the page needs to merge all of it anew with a reader's documents.
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
            thesaurus: self.thesaurus.clone(),
        }
    }

    fn warnings(&self) -> Vec<String> {
        let of_file = |file: &FromFile<NamedDocument>| {
            let path = file.path.display().to_string();
            let warnings = file.value.document.warnings.iter();
            let lines = warnings.map(|warning| {
                let Warning { line, message } = warning;
                format!("{path}, line {line}: {message}")
            });
            lines.collect::<Vec<_>>()
        };
        self.documents.iter().flat_map(of_file).collect()
    }
}

/// Reads `documents/`, `facts/`, `samples/` and the thesaurus under a folder
/// and merges them.
///
/// # Errors
/// Where a file cannot be read, a document has a warning, or something refers
/// to what is not there: everything that the project ships must be flawless.
pub fn read(assets: &Path) -> Result<Library, SourcesError> {
    let sources = Sources::read(assets)?;
    let warnings = sources.warnings();
    let (library, problems) = sources.merge();
    let problems = problems.iter().map(MergeProblem::to_string);
    let problems: Vec<String> = warnings.into_iter().chain(problems).collect();
    if problems.is_empty() {
        Ok(library)
    } else {
        Err(SourcesError::Problems(problems))
    }
}

fn read_facts(folder: &Path) -> Result<Facts, SourcesError> {
    let peps = files::read(&folder.join(tables::PEPS), ADVICE)?;
    let releases = files::read(&folder.join(tables::RELEASES), ADVICE)?;
    Facts::from_toml(&peps, &releases).map_err(|source| SourcesError::Facts {
        path: folder.join(source.file_name()),
        source,
    })
}

/// A library without a thesaurus is one in which only what the documents say is
/// found.
fn read_thesaurus(path: &Path) -> Result<Thesaurus, SourcesError> {
    if !path.exists() {
        return Ok(Thesaurus::default());
    }
    Thesaurus::from_toml(&files::read(path, ADVICE)?).map_err(|source| SourcesError::Thesaurus {
        path: path.to_owned(),
        source: Box::new(source),
    })
}

fn read_documents(folder: &Path) -> Result<Vec<FromFile<NamedDocument>>, SourcesError> {
    let read_one = |path: PathBuf| {
        let bytes = files::bytes(&path, ADVICE)?;
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
    files::below(folder, &["md"], ADVICE)?
        .into_iter()
        .map(read_one)
        .collect()
}

fn read_samples(folder: &Path) -> Result<Vec<FromFile<Sample>>, SourcesError> {
    let read_one = |path: PathBuf| {
        let text = files::read(&path, ADVICE)?;
        match Sample::parse(&slug_below(folder, &path), &text) {
            Ok(value) => Ok(FromFile { path, text, value }),
            Err(source) => Err(SourcesError::Sample { path, source }),
        }
    };
    files::below(folder, &["py"], ADVICE)?
        .into_iter()
        .map(read_one)
        .collect()
}

/// Where a file stands below a folder, without its ending: `pep-758/bare`.
fn slug_below(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
