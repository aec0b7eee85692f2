//! Which versions a program runs on. The entry point is [`Lookup::check`].

use crate::explanations::Explanations;
use crate::page::{Page, Readable, faint, strong};
use crate::{Lookup, LookupError};
use ::check::{Certainty, FileReport, Finding, Knowledge, Level, Limits, Lists, check, decode};
use api::Table;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use terms::Series;

/// A file to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path, as it is to be shown.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The result of checking files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Checked {
    /// The oldest version that they are to run on, if one was asked for.
    pub from: Option<Series>,
    /// The newest version that they are to run on: the one that was asked for, or the newest of
    /// the table of names.
    pub to: Option<Series>,
    /// The oldest version that runs all of them, or null if nothing sets a limit.
    pub minimum: Option<Series>,
    /// The newest version that runs all of them, or null if nothing is removed.
    pub maximum: Option<Series>,
    /// The files, in the order in which they were given.
    pub files: Vec<CheckedFile>,
    /// What depends on the version, by file and position.
    pub findings: Vec<CheckedFinding>,
    /// What no version of Python 3 accepts, or what is not read.
    pub errors: Vec<CheckedError>,
    /// What they have for older versions only.
    pub leftovers: Vec<CheckedLeftover>,
}

/// A file that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckedFile {
    /// The path.
    pub path: String,
    /// The oldest version that runs it.
    pub minimum: Option<Series>,
    /// The newest version that runs it.
    pub maximum: Option<Series>,
}

/// Something in a file that is of no use once nobody runs it on older versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckedLeftover {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The oldest version on which it is of no use.
    pub version: Series,
    /// What could be done about it, with code between backticks.
    pub message: String,
}

/// Something in a file that depends on the version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckedFinding {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The line of the position after it.
    pub end_line: u32,
    /// The column of the position after it.
    pub end_column: u32,
    /// `added`, `removed`, `changed`, `deprecated` or `syntax`.
    pub kind: &'static str,
    /// How much it matters for the versions that were asked for.
    pub level: Level,
    /// The qualified name, or the syntax.
    pub name: String,
    /// The version in which it happens.
    pub version: Series,
    /// The last version that behaves so, if later ones behave as before again.
    pub until: Option<Series>,
    /// `sure`, `likely` or `possible`.
    pub certainty: &'static str,
    /// What it means, as a sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub instead: Option<String>,
    /// Packages on PyPI that give older or newer versions what they lack.
    pub backports: Vec<String>,
    /// The slug of the change that explains it.
    pub change: Option<String>,
}

/// What no version of Python 3 accepts, or what is not read here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckedError {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// Whether it is not read here, although Python may accept it.
    pub is_unread: bool,
}

/// What is found in files, before it is explained.
#[derive(Debug)]
pub struct Reports {
    from: Option<Series>,
    to: Option<Series>,
    /// In the order of the files.
    reports: Vec<(Limits, FileReport)>,
}

impl Reports {
    /// Finds what matters to programs that are to run on the versions `from` to `to`, on all
    /// cores. Without `to`, it is the newest version of the table.
    pub fn of(
        files: &[SourceFile],
        table: &Table,
        lists: &Lists,
        from: Option<Series>,
        to: Option<Series>,
    ) -> Self {
        let to = to.or(table.survey().newest());
        let knowledge = Knowledge::new(&[table], lists);
        let reports = files.par_iter().map(|file| {
            let mut report = match decode(&file.bytes) {
                Ok(text) => check(&text, &knowledge),
                Err(error) => FileReport::from(error),
            };
            let limits = report.limits();
            report.narrow(from, to);
            (limits, report)
        });
        Self {
            from,
            to,
            reports: reports.collect(),
        }
    }
}

impl Lookup {
    /// Checks programs that are to run on the versions `from` to `to`. Without `from`, what
    /// versions added is only noted. Without `to`, it is the newest version of the table.
    ///
    /// # Errors
    ///
    /// If there is no table of names, the release calendar lacks a version, or `from` is newer
    /// than `to`.
    pub fn check(
        &self,
        files: &[SourceFile],
        from: Option<Series>,
        to: Option<Series>,
    ) -> Result<Checked, LookupError> {
        let reports = Reports::of(files, self.table()?, &self.lists, from, to);
        self.explain_reports(files, reports)
    }

    /// Explains what was found in files.
    ///
    /// # Errors
    ///
    /// If the release calendar lacks a version that was asked for, or `from` is newer than
    /// `to`.
    pub fn explain_reports(
        &self,
        files: &[SourceFile],
        reports: Reports,
    ) -> Result<Checked, LookupError> {
        let Reports { from, to, reports } = reports;
        for version in [from, to].into_iter().flatten() {
            self.known(version)?;
        }
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            return Err(LookupError::Reversed { from, to });
        }
        let explanations = Explanations::new(&self.library);
        let explained = files.par_iter().zip(reports);
        let explained: Vec<Checked> = explained
            .map(|(file, (limits, report))| {
                explained_file(&file.path, limits, report, |finding| {
                    explanations.explained(&file.path, finding, from)
                })
            })
            .collect();
        let mut checked = Checked {
            from,
            to,
            ..Checked::default()
        };
        for file in explained {
            checked.add(file);
        }
        Ok(checked)
    }
}

/// What was found in one file.
fn explained_file(
    path: &str,
    Limits { minimum, maximum }: Limits,
    report: FileReport,
    explained: impl Fn(Finding) -> CheckedFinding,
) -> Checked {
    let leftovers = report.leftovers.into_iter().map(|left| CheckedLeftover {
        path: path.to_owned(),
        line: left.start.line,
        column: left.start.column,
        version: left.version,
        message: left.kind.message(),
    });
    let errors = report.errors.into_iter().map(|error| CheckedError {
        path: path.to_owned(),
        line: error.position.line,
        column: error.position.column,
        message: error.message,
        is_unread: error.is_unread,
    });
    Checked {
        minimum,
        maximum,
        files: vec![CheckedFile {
            path: path.to_owned(),
            minimum,
            maximum,
        }],
        findings: report.findings.into_iter().map(explained).collect(),
        errors: errors.collect(),
        leftovers: leftovers.collect(),
        ..Checked::default()
    }
}

impl Checked {
    fn limits(&self) -> Limits {
        Limits {
            minimum: self.minimum,
            maximum: self.maximum,
        }
    }

    /// Adds what was found in other files.
    fn add(&mut self, other: Self) {
        Limits {
            minimum: self.minimum,
            maximum: self.maximum,
        } = self.limits().and(other.limits());
        self.files.extend(other.files);
        self.findings.extend(other.findings);
        self.errors.extend(other.errors);
        self.leftovers.extend(other.leftovers);
    }

    /// Whether anything matters for the versions that were asked for.
    pub fn has_problems(&self) -> bool {
        !self.errors.is_empty() || self.findings.iter().any(|one| one.level > Level::Note)
    }
}

impl Readable for Checked {
    fn write(&self, page: &mut Page) {
        for error in &self.errors {
            let place = format!("{}:{}:{}", error.path, error.line, error.column);
            page.line(0, &format!("{} {}", strong(place), error.message));
        }
        for one in &self.findings {
            let place = format!("{}:{}:{}", one.path, one.line, one.column);
            page.line(
                0,
                &format!("{} {} ({})", strong(place), one.message, one.certainty),
            );
            if let Some(instead) = &one.instead {
                page.line(4, &format!("Instead: {instead}"));
            }
            if !one.backports.is_empty() {
                page.line(4, &format!("Backport: {}", one.backports.join(", ")));
            }
            if let Some(change) = &one.change {
                page.line(4, &format!("Change: {}", faint(change)));
            }
        }
        page.line(0, &self.summary());
    }
}

impl Checked {
    /// What needs the oldest version that runs all of it.
    pub fn needing_minimum(&self) -> impl Iterator<Item = &CheckedFinding> {
        self.findings.iter().filter(|one| {
            matches!(one.kind, "added" | "syntax")
                && one.certainty != Certainty::Possible.key()
                && Some(one.version) == self.minimum
        })
    }

    /// The number of places that are already for older versions only, as a sentence; `None` if
    /// there are none or no oldest version was asked for.
    pub fn needless(&self) -> Option<String> {
        let from = self.from?;
        let needless = self.leftovers.iter().filter(|one| one.version <= from);
        match needless.count() {
            0 => None,
            1 => Some(format!("1 place is only for versions before {from}.")),
            many => Some(format!(
                "{many} places are only for versions before {from}."
            )),
        }
    }

    /// On which versions everything runs, as a sentence.
    pub fn summary(&self) -> String {
        if self.errors.iter().any(|error| !error.is_unread) {
            return "No version of Python 3 accepts all of it.".to_owned();
        }
        let limits = self.limits().sentence();
        match self.errors.is_empty() {
            true => limits,
            false => format!("Not all of it could be read. Of the rest: {limits}"),
        }
    }
}
