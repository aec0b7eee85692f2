//! What features say of names of the standard library, against the table of real
//! interpreters. The entry point is [`check`].

use super::exceptions::Exception;
use super::place::Place;
use super::subject::{Stated, Subject};
use super::walk;
use api::{Difference, Kind as NameKind, NameQuery, Row, Table, outermost};
use catalogue::files;
use document::{Attribute, Code, Diagnostic, Inline, nearest};
use std::collections::BTreeSet;
use terms::{Area, Kind, Series};

const ADVICE: &str = "restore the table of names";

/// The first version whose losses features have to cover.
const FIRST_LOSS: Series = Series::python3(8);

/// What to do about a statement that interpreters contradict.
const CORRECT: &str =
    "correct it, or give the reason in `[[contradicted]]` of verify/exceptions.toml";

/// What to do about a name that no feature covers.
pub(super) const COVER: &str =
    "add one with it in `name:`, or give the reason in `[[uncovered]]` of verify/exceptions.toml";

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let Some(table) = &subject.table else {
        return Vec::new();
    };
    let statements = subject.stated().filter(Stated::is_of_reference);
    let mut found: Vec<Diagnostic> = statements
        .flat_map(|stated| of_statement(subject, table, stated))
        .collect();
    if !subject.hides_features() {
        found.extend(lost(subject, table));
    }
    found
}

fn of_statement(subject: &Subject, table: &Table, stated: Stated) -> Vec<Diagnostic> {
    // Names of the C API are not in the table.
    let is_python = !matches!(stated.feature.area, Some(Area::CApi | Area::Build));
    let Some(series) = stated.series().filter(|_| is_python) else {
        return Vec::new();
    };
    let is_allowed = |name: &str| {
        let exception = Exception::Contradicted(stated.slug().to_owned(), name.to_owned());
        subject.exceptions.allow(&exception)
    };
    let module = stated.feature.module.iter().filter_map(|module| {
        let help = not_a_module(table, module)?;
        let message = format!("no version has the module `{module}`");
        let report = stated
            .at(Attribute::Module)
            .report(Code::Api, message, help);
        (!is_allowed(module)).then_some(report)
    });
    if !is_surveyed(table, series) {
        return module.collect();
    }
    let names = stated.feature.names.iter().filter_map(|name| {
        let (_, row) = table.row(name)?;
        let is_title = stated.feature.title == *name;
        let problem = of_name(row, stated.feature.kind, series, is_title)?;
        let message = format!("`{name}` {problem}");
        let place = stated.at_word(Attribute::Name, name);
        (!is_allowed(name)).then(|| place.report(Code::Api, message, CORRECT))
    });
    let instead = code_spans(&stated.feature.instead).into_iter();
    // What goes may be named beside what takes its place.
    let instead = instead.filter(|name| !stated.feature.names.contains(name));
    let instead = instead.filter_map(|name| {
        let problem = not_there(table, &name, series)?;
        let message = format!("the replacement `{name}` {problem}");
        (!is_allowed(&name)).then(|| stated.below(&name).report(Code::Api, message, CORRECT))
    });
    module.chain(names).chain(instead).collect()
}

/// What to do about the module of a feature that is not one.
fn not_a_module(table: &Table, module: &str) -> Option<String> {
    let is_module = table
        .row(module)
        .is_some_and(|(_, row)| row.kind == NameKind::Module);
    if is_module {
        return None;
    }
    let modules = || table.modules().map(|(name, _)| name);
    Some(match nearest(module, modules()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => CORRECT.to_owned(),
    })
}

fn is_surveyed(table: &Table, version: Series) -> bool {
    table.survey().versions().skip(1).any(|one| one == version)
}

/// How interpreters contradict what a feature of a version says of a name. That it is new
/// or gone is only known to be meant if it is all of the title.
fn of_name(row: &Row, kind: Kind, version: Series, is_title: bool) -> Option<String> {
    let known = row.known_versions();
    let before = Series::python3(version.minor.saturating_sub(1));
    let has = |version| known.contains(version);
    match kind {
        Kind::Added | Kind::Deprecated if !has(version) => {
            Some(format!("is not in {version}; it is in {}", known.ranges()))
        }
        Kind::Added if is_title && has(before) => Some(format!("is in {before} already")),
        Kind::Removed if is_title && has(version) => Some(format!("is still in {version}")),
        Kind::Removed if !has(version) && !has(before) => Some(format!(
            "is not in {before} either; it is in {}",
            known.ranges()
        )),
        _ => None,
    }
}

/// Why a qualified name cannot be used in a version; `None` if it can, or if it is not
/// known to be a name of the standard library.
fn not_there(table: &Table, name: &str, version: Series) -> Option<String> {
    match table.row(name) {
        Some((_, row)) => {
            let known = row.known_versions();
            let is_there = known.contains(version);
            (!is_there).then(|| format!("is not in {version}; it is in {}", known.ranges()))
        }
        None => {
            let (parent, _) = name.rsplit_once('.')?;
            let is_module = table
                .row(parent)
                .is_some_and(|(_, row)| row.kind == NameKind::Module);
            is_module.then(|| "is not a public name of any version".to_owned())
        }
    }
}

/// The qualified names among the code of a line.
fn code_spans(line: &[Inline]) -> Vec<String> {
    let mut names = Vec::new();
    for inline in line {
        match inline {
            Inline::Code(code) => {
                let query = NameQuery::parse(code).filter(NameQuery::is_qualified);
                names.extend(query.map(|query| query.name().to_owned()));
            }
            Inline::Emphasis(children) | Inline::Strong(children) => {
                names.extend(code_spans(children));
            }
            Inline::Link { content, .. } => names.extend(code_spans(content)),
            _ => {}
        }
    }
    names
}

/// Public modules, classes and functions that a version lost and none of its features
/// covers.
fn lost(subject: &Subject, table: &Table) -> Vec<Diagnostic> {
    let covered = Covered::new(subject);
    let versions: Vec<Series> = table.survey().versions().collect();
    let mut found = Vec::new();
    for pair in versions.windows(2) {
        let [before, version] = pair else { continue };
        if *version < FIRST_LOSS {
            continue;
        }
        for (module, rows) in table.modules() {
            let removed = Difference::between(rows, *before, *version).removed;
            let removed: Vec<&Row> = removed.into_iter().filter(|row| is_counted(row)).collect();
            for row in outermost(&removed) {
                let name = &row.name;
                let exception = Exception::Uncovered(*version, name.clone());
                if covered.removal(*version, name) || subject.exceptions.allow(&exception) {
                    continue;
                }
                let path = subject
                    .assets
                    .join("api/names")
                    .join(format!("{module}.txt"));
                let text = files::read(&path, ADVICE).unwrap_or_default();
                let position = walk::position_starting(&text, &format!("{name}\t"));
                let message =
                    format!("{version} lost `{name}`, and none of its features covers that");
                found.push(Place::new(&path, position).report(Code::Api, message, COVER));
            }
        }
    }
    found
}

/// Whether features have to cover that a name came or went: a module, class, exception or
/// function that an interpreter has.
pub(super) fn is_counted(row: &Row) -> bool {
    let is_of_kind = matches!(
        row.kind,
        NameKind::Module | NameKind::Class | NameKind::Exception | NameKind::Function
    );
    is_of_kind && !row.versions.is_empty()
}

/// The names that the features of each version cover.
pub(super) struct Covered<'a> {
    removed: BTreeSet<(Series, &'a str)>,
    added: BTreeSet<(Series, &'a str)>,
    /// The modules that features belong to, which cover the modules themselves.
    modules: BTreeSet<(Series, &'a str)>,
}

impl<'a> Covered<'a> {
    pub(super) fn new(subject: &'a Subject) -> Self {
        let mut covered = Self {
            removed: BTreeSet::new(),
            added: BTreeSet::new(),
            modules: BTreeSet::new(),
        };
        for (feature, names) in subject.library.named() {
            let names = names.qualified.iter();
            let names = names.map(|name| (feature.series, name.as_str()));
            let module = feature.module.as_deref();
            covered
                .modules
                .extend(module.map(|module| (feature.series, module)));
            match feature.kind {
                Kind::Added => covered.added.extend(names),
                Kind::Removed => covered.removed.extend(names),
                Kind::Changed => {
                    let names: Vec<_> = names.collect();
                    covered.added.extend(names.iter().copied());
                    covered.removed.extend(names);
                }
                Kind::Deprecated => {}
            }
        }
        covered
    }

    /// Whether a feature of a version covers the loss of a name or of what it belongs to.
    pub(super) fn removal(&self, version: Series, name: &str) -> bool {
        self.modules.contains(&(version, name))
            || with_outer(name).any(|name| self.removed.contains(&(version, name)))
    }

    /// Whether a feature of a version covers the addition of a name or of what it belongs to.
    pub(super) fn addition(&self, version: Series, name: &str) -> bool {
        self.modules.contains(&(version, name))
            || with_outer(name).any(|name| self.added.contains(&(version, name)))
    }
}

/// A name, and all that it belongs to.
fn with_outer(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| {
        name.rsplit_once('.').map(|(outer, _)| outer)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::Survey;

    #[test]
    fn the_oldest_version_of_the_survey_has_none_before_it_to_compare_with() {
        let survey = Survey {
            as_of: "2026-11-29".parse().expect("a date"),
            releases: ["3.6.15", "3.9.18"]
                .map(|release| release.parse().expect("a release"))
                .to_vec(),
        };
        let table = Table::new(survey, Vec::new());
        let surveyed = [6, 8, 9, 10].map(|minor| is_surveyed(&table, Series::python3(minor)));
        assert_eq!(surveyed, [false, false, true, false]);
    }
}
