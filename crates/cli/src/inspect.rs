//! `whatsnew inspect`: prints the result of parsing documents as JSON. The entry point is
//! [`run`].

use super::output;
use document::{self, Diagnostic, Document, DocumentError, StatedFeature};
use serde::Serialize;
use std::{fs, io, path::PathBuf, process::ExitCode};
use terms::{Date, IssueRef, Kind, PepNumber, ReleaseNumber, Series, Status};

/// Print what each document states as a JSON array with one object for each file
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Markdown files with YAML front matter
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Prints the files that can be parsed and an error on standard error for each of the
/// others; fails if there are any of those.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut reports = Vec::new();
    let mut code = ExitCode::SUCCESS;
    for path in &arguments.files {
        match inspect(path) {
            Ok(report) => reports.push(report),
            Err(error) => {
                eprintln!("whatsnew: {error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    if output::print(&reports) == ExitCode::FAILURE {
        return ExitCode::FAILURE;
    }
    code
}

#[derive(Debug, thiserror::Error)]
enum InspectError {
    #[error("{path} cannot be read: {error}")]
    Unreadable { path: String, error: io::Error },
    #[error("{path} cannot be parsed: {error}")]
    Unparsable { path: String, error: DocumentError },
}

fn inspect(path: &PathBuf) -> Result<Report, InspectError> {
    let name = path.display().to_string();
    let source = fs::read(path).map_err(|error| InspectError::Unreadable {
        path: name.clone(),
        error,
    })?;
    match document::parse(&source) {
        Ok(document) => Ok(Report::new(name, document)),
        Err(error) => Err(InspectError::Unparsable { path: name, error }),
    }
}

#[derive(Serialize)]
struct Report {
    path: String,
    title: String,
    published: Option<Date>,
    updated: Option<Date>,
    author: Option<String>,
    release: Option<ReleaseNumber>,
    series: Option<Series>,
    features: Vec<ReportedFeature>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct ReportedFeature {
    title: String,
    peps: Vec<PepNumber>,
    issues: Vec<IssueRef>,
    kind: Kind,
    status: Option<Status>,
    url: Option<String>,
}

impl Report {
    fn new(path: String, document: Document) -> Self {
        let diagnostics = document.diagnostics.into_iter();
        let diagnostics = diagnostics.map(|diagnostic| diagnostic.in_file(&path));
        Self {
            diagnostics: diagnostics.collect(),
            path,
            title: document.metadata.title,
            published: document.metadata.published,
            updated: document.metadata.updated,
            author: document.metadata.author,
            release: document.release,
            series: document.series,
            features: document.features.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<StatedFeature> for ReportedFeature {
    fn from(feature: StatedFeature) -> Self {
        Self {
            title: feature.title,
            peps: feature.peps,
            issues: feature.issues,
            kind: feature.kind,
            status: feature.status,
            url: feature.url,
        }
    }
}
