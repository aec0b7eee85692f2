//! Which versions a program runs on. The entry point is [`Lookup::check`].

use crate::page::{Page, Readable, faint, strong};
use crate::{Lookup, LookupError};
use ::check::{
    Certainty, FileReport, Finding, FindingKind, Knowledge, Limits, Lists, check, decode,
};
use api::Table;
use catalogue::{Feature, FeatureText, Library};
use document::plain_text;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;
use terms::{Kind, Series};

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
    /// What no version of Python 3 accepts.
    pub errors: Vec<CheckedError>,
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

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It sets the oldest version, which nobody asked for.
    Note,
    /// It is deprecated, or may behave differently.
    Warning,
    /// It fails on a version that was asked for.
    Error,
}

/// What no version of Python 3 accepts.
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
                Err(error) => FileReport::failed(error.to_string()),
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
        let mut checked = Checked {
            from,
            to,
            ..Checked::default()
        };
        let mut all = Limits::default();
        for (file, (limits, report)) in files.iter().zip(reports) {
            all = all.and(limits);
            checked.files.push(CheckedFile {
                path: file.path.clone(),
                minimum: limits.minimum,
                maximum: limits.maximum,
            });
            let findings = report.findings.into_iter();
            checked
                .findings
                .extend(findings.map(|finding| explanations.explained(&file.path, finding, from)));
            checked
                .errors
                .extend(report.errors.into_iter().map(|error| CheckedError {
                    path: file.path.clone(),
                    line: error.position.line,
                    column: error.position.column,
                    message: error.message,
                }));
        }
        (checked.minimum, checked.maximum) = (all.minimum, all.maximum);
        Ok(checked)
    }
}

impl Checked {
    /// Whether anything matters for the versions that were asked for.
    pub fn has_problems(&self) -> bool {
        !self.errors.is_empty() || self.findings.iter().any(|one| one.level > Level::Note)
    }
}

/// The changes of a library, by slug and by name.
struct Explanations<'a> {
    by_slug: HashMap<&'a str, (&'a Feature, Option<&'a FeatureText>)>,
    by_name: HashMap<&'a str, Vec<&'a str>>,
    /// The qualified names by their last part.
    by_member: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Explanations<'a> {
    fn new(library: &'a Library) -> Self {
        let texts = library.feature_texts.values().flatten();
        let texts: HashMap<&str, &FeatureText> =
            texts.map(|text| (text.slug.as_str(), text)).collect();
        let features = library.catalogue.features.iter();
        let by_slug = features.map(|feature| {
            let slug = feature.slug.as_str();
            (slug, (feature, texts.get(slug).copied()))
        });
        let by_name = library.features_by_name();
        let mut by_member: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in by_name.keys() {
            if let Some((_, member)) = name.rsplit_once('.') {
                by_member.entry(member).or_default().push(name);
            }
        }
        Self {
            by_slug: by_slug.collect(),
            by_name,
            by_member,
        }
    }

    fn explained(&self, path: &str, finding: Finding, from: Option<Series>) -> CheckedFinding {
        let change = self.change(&finding);
        let text = change.and_then(|(_, text)| text);
        let instead = text.map(|text| plain_text(&text.instead));
        CheckedFinding {
            path: path.to_owned(),
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
            kind: finding.kind.key(),
            level: level(&finding, from),
            version: finding.version,
            until: finding.until,
            certainty: finding.certainty.key(),
            instead: instead.filter(|instead| !instead.is_empty()),
            backports: text.map_or_else(Vec::new, |text| text.repair.backports.clone()),
            change: change.map(|(feature, _)| feature.slug.clone()),
            name: finding.name,
            message: finding.message,
        }
    }

    /// The change that explains a finding: the one that its rule names, or the best about
    /// its name.
    fn change(&self, finding: &Finding) -> Option<Change<'a>> {
        if let Some(slug) = &finding.change {
            return self.by_slug.get(slug.as_str()).copied();
        }
        let name = finding.name.split(['(', '[']).next().unwrap_or_default();
        self.about(name, finding, 0)
            .or_else(|| self.about_relative(name, finding))
            .or_else(|| {
                // What tells of a class or module tells of its members.
                let parents = std::iter::successors(parent(name), |name| parent(name));
                parents
                    .filter_map(|name| self.about(name, finding, SAME_VERSION))
                    .next()
            })
    }

    /// The change about a name that fits a finding best, and at least so well.
    fn about(&self, name: &str, finding: &Finding, least: u8) -> Option<Change<'a>> {
        let slugs = self.by_name.get(name).into_iter().flatten();
        slugs
            .filter_map(|slug| self.by_slug.get(slug))
            .filter_map(|(feature, text)| Some((fit(feature, finding)?, (*feature, *text))))
            .filter(|(fit, _)| *fit >= least)
            .max_by_key(|(fit, _)| *fit)
            .map(|(_, change)| change)
    }

    /// The change about a member of the same name in a related class: the table knows it in
    /// the class that a program has, and a document may name the base.
    fn about_relative(&self, name: &str, finding: &Finding) -> Option<Change<'a>> {
        let (owner, member) = name.rsplit_once('.')?;
        let module = parent(owner)?;
        let names = self.by_member.get(member).into_iter().flatten();
        let mut relatives = names.filter(|other| {
            let owner = parent(other);
            owner.and_then(parent) == Some(module)
        });
        relatives.find_map(|name| self.about(name, finding, SAME_VERSION + SAME_KIND))
    }
}

type Change<'a> = (&'a Feature, Option<&'a FeatureText>);

/// What a change of the same kind adds to its fit.
const SAME_KIND: u8 = 2;

/// What a change in the same version adds to its fit.
const SAME_VERSION: u8 = 4;

/// The name without its last part.
fn parent(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(parent, _)| parent)
}

/// How well a change fits a finding; `None` if it does not.
fn fit(feature: &Feature, finding: &Finding) -> Option<u8> {
    let kind = match (finding.kind, feature.kind) {
        (FindingKind::Added | FindingKind::Syntax, Kind::Added)
        | (FindingKind::Removed, Kind::Removed)
        | (FindingKind::Deprecated, Kind::Deprecated)
        | (FindingKind::Changed, Kind::Changed) => SAME_KIND,
        (FindingKind::Removed, Kind::Deprecated)
        | (FindingKind::Deprecated, Kind::Removed)
        | (_, Kind::Changed) => 1,
        _ => return None,
    };
    let is_version = feature.series == finding.version;
    if !is_version && kind < SAME_KIND && finding.kind != FindingKind::Deprecated {
        return None;
    }
    Some(kind + SAME_VERSION * u8::from(is_version))
}

fn level(finding: &Finding, from: Option<Series>) -> Level {
    let is_sure = finding.certainty != Certainty::Possible;
    match finding.kind {
        FindingKind::Added | FindingKind::Syntax if from.is_none() => Level::Note,
        FindingKind::Deprecated => Level::Warning,
        _ if is_sure => Level::Error,
        _ => Level::Warning,
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

    /// On which versions everything runs, as a sentence.
    pub fn summary(&self) -> String {
        match (self.minimum, self.maximum) {
            _ if !self.errors.is_empty() => "No version of Python 3 accepts all of it.".to_owned(),
            (Some(minimum), Some(maximum)) if minimum > maximum => {
                format!("No version runs it: it needs {minimum} or newer, and {maximum} or older.")
            }
            (Some(minimum), Some(maximum)) => format!("It runs on Python {minimum} to {maximum}."),
            (Some(minimum), None) => format!("It runs on Python {minimum} and newer."),
            (None, Some(maximum)) => format!("It runs on Python {maximum} and older."),
            (None, None) => "Nothing in it depends on the version of Python 3.".to_owned(),
        }
    }
}
