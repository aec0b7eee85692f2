//! What is found in whole programs, with the shipped table of names, lists and changes.

mod interpreters;
mod leftovers;
mod libraries;
mod modules;

use crate::shipped::{LIBRARY, TABLE};
use catalogue::Thesaurus;
use lookup::{Checked, CheckedFinding, Level, Lookup, SourceFile};
use serde::Deserialize;
use std::path::Path;
use terms::Series;
use upkeep::survey::read_lists;

/// A program with what is found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    code: String,
    /// The kind, name and version of each finding since 3.7, the most important first.
    #[serde(default)]
    finds: Vec<String>,
    /// A part of what to write instead of what the first finding is about.
    #[serde(default)]
    instead: String,
    /// The same in a way that all versions understand.
    #[serde(default)]
    unaffected: String,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn removed() -> Vec<Case> {
    read(include_str!("removed.toml"))
}

fn added() -> Vec<Case> {
    read(include_str!("added.toml"))
}

fn behaviour() -> Vec<Case> {
    read(include_str!("behaviour.toml"))
}

fn read(text: &str) -> Vec<Case> {
    let cases: Cases = toml::from_str(text).unwrap_or_else(|error| panic!("{error}"));
    cases.case
}

/// Everything that a check knows.
fn lookup() -> Lookup {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let messages = upkeep::messages::read(&assets, Some(&TABLE), &LIBRARY);
    let messages = messages.unwrap_or_else(|error| panic!("{error}"));
    let lists = read_lists(&assets, &TABLE).unwrap_or_else(|error| panic!("{error}"));
    let thesaurus = Thesaurus::default();
    Lookup::new(
        LIBRARY.clone(),
        thesaurus,
        Some(TABLE.clone()),
        messages,
        lists,
    )
}

/// Checks programs whose paths are their places in the list.
fn checked<'a>(programs: impl Iterator<Item = &'a str>, from: Option<Series>) -> Checked {
    let files: Vec<SourceFile> = programs
        .enumerate()
        .map(|(index, code)| SourceFile {
            path: index.to_string(),
            bytes: code.as_bytes().to_vec(),
        })
        .collect();
    let checked = lookup().check(&files, from, None);
    let checked = checked.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(checked.errors, []);
    checked
}

/// The findings in one of the programs.
fn findings(checked: &Checked, index: usize) -> Vec<&CheckedFinding> {
    let path = index.to_string();
    let findings = checked.findings.iter();
    findings.filter(|one| one.path == path).collect()
}

fn summary(finding: &CheckedFinding) -> String {
    format!("{} {} {}", finding.kind, finding.name, finding.version)
}

/// Holds the findings of programs since 3.7 against those that are expected.
fn hold(cases: &[Case]) {
    let checked = checked(cases.iter().map(|case| case.code.as_str()), None);
    let mut wrong = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let findings = findings(&checked, index);
        let new = |one: &&CheckedFinding| one.version >= Series::python3(7);
        let mut found: Vec<String> = findings.iter().copied().filter(new).map(summary).collect();
        found.sort();
        found.dedup();
        let mut expected = case.finds.clone();
        expected.sort();
        if found != expected {
            wrong.push(format!(
                "{}\nexpected {expected:?}\nfound    {found:?}",
                case.code
            ));
        }
        let first = case.finds.first();
        let first = findings.iter().find(|one| Some(&summary(one)) == first);
        let instead = first.and_then(|one| one.instead.as_deref());
        if !instead.unwrap_or_default().contains(&case.instead) {
            wrong.push(format!(
                "{}\nexpected {:?} in what to write instead: {instead:?}",
                case.code, case.instead
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn removed_and_deprecated_members_are_found_with_what_to_write_instead() {
    let cases = removed();
    assert!(cases.iter().all(|case| !case.instead.is_empty()));
    hold(&cases);
}

#[test]
fn additions_are_found_with_their_version() {
    hold(&added());
}

#[test]
fn changed_behaviour_is_found() {
    hold(&behaviour());
}

#[test]
fn what_all_versions_understand_is_not_affected() {
    let cases = behaviour();
    let checked = checked(cases.iter().map(|case| case.unaffected.as_str()), None);
    for (index, case) in cases.iter().enumerate() {
        let found: Vec<String> = findings(&checked, index).into_iter().map(summary).collect();
        let told = case.finds.iter().find(|told| found.contains(told));
        let only_added = |one: &str| one.starts_with("added dataclasses ");
        assert!(
            told.is_none_or(|told| only_added(told)),
            "{}\n{told:?}",
            case.unaffected
        );
    }
}

#[test]
fn programs_that_ask_first_have_no_problem() {
    let cases = read(include_str!("guarded.toml"));
    let from = Some(Series::python3(8));
    let checked = checked(cases.iter().map(|case| case.code.as_str()), from);
    let wrong: Vec<String> = checked
        .findings
        .iter()
        .filter(|one| one.level > Level::Note)
        .map(|one| {
            let index: usize = one.path.parse().expect("a place in the list");
            format!("{}\n{}: {}", cases[index].code, one.line, one.message)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn files_together_run_where_each_of_them_runs() {
    let programs = ["import tomllib\n", "import cgi\n", "x = 1\n"];
    let checked = checked(programs.into_iter(), None);
    let limits: Vec<_> = checked
        .files
        .iter()
        .map(|file| (file.minimum, file.maximum))
        .collect();
    let version = |minor| Some(Series::python3(minor));
    assert_eq!(
        limits,
        [(version(11), None), (None, version(12)), (None, None)]
    );
    assert_eq!(checked.summary(), "It runs on Python 3.11 to 3.12.");
    assert!(checked.has_problems());
}
