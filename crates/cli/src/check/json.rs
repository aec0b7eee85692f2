//! The result as JSON. The entry point is [`print`].

use super::changes::Changes;
use super::{Checked, CheckedFile};
use crate::output;
use ::check::{Finding, FindingKind};
use serde::Serialize;
use std::process::ExitCode;
use terms::Series;

#[derive(Serialize)]
struct Report<'a> {
    minimum: Option<Series>,
    maximum: Option<Series>,
    files: Vec<FileData<'a>>,
    findings: Vec<FindingData<'a>>,
    errors: Vec<ErrorData<'a>>,
}

#[derive(Serialize)]
struct FileData<'a> {
    path: &'a str,
    minimum: Option<Series>,
    maximum: Option<Series>,
}

#[derive(Serialize)]
struct FindingData<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    kind: FindingKind,
    name: &'a str,
    version: Series,
    until: Option<Series>,
    certainty: &'static str,
    message: &'a str,
    instead: Option<&'a str>,
    backports: &'a [String],
    change: Option<&'a str>,
}

#[derive(Serialize)]
struct ErrorData<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    message: &'a str,
}

/// Prints everything.
pub(super) fn print(checked: &Checked, changes: &Changes<'_>) -> ExitCode {
    let files = &checked.files;
    output::print(&Report {
        minimum: checked.limits.minimum,
        maximum: checked.limits.maximum,
        files: files
            .iter()
            .map(|file| FileData {
                path: &file.path,
                minimum: file.limits.minimum,
                maximum: file.limits.maximum,
            })
            .collect(),
        findings: files
            .iter()
            .flat_map(|file| file.report.findings.iter().map(move |one| (file, one)))
            .map(|(file, one)| finding(file, one, changes))
            .collect(),
        errors: files
            .iter()
            .flat_map(|file| file.report.errors.iter().map(move |error| (file, error)))
            .map(|(file, error)| ErrorData {
                path: &file.path,
                line: error.position.line,
                column: error.position.column,
                message: &error.message,
            })
            .collect(),
    })
}

fn finding<'a>(
    file: &'a CheckedFile,
    one: &'a Finding,
    changes: &'a Changes<'_>,
) -> FindingData<'a> {
    let change = changes.of(one);
    FindingData {
        path: &file.path,
        line: one.start.line,
        column: one.start.column,
        kind: one.kind,
        name: &one.name,
        version: one.version,
        until: one.until,
        certainty: one.certainty.key(),
        message: &one.message,
        instead: change.and_then(|change| change.instead.as_deref()),
        backports: change.map_or(&[], |change| change.backports),
        change: change.map(|change| change.slug),
    }
}
