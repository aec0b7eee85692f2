//! The pages of PEPs, versions and modules as Markdown.

use super::feature::below;
use super::tree::{bullets, code, fact, heading, joined, link, paragraph, text, title, with_names};
use super::{Source, day_of, to, to_file};
use api::{Difference, Row, Table, outermost};
use catalogue::{Calendar, Feature, Pep, PepType};
use document::{Block, Inline};
use query::Route;
use std::collections::BTreeSet;
use terms::{Kind, PepNumber, Series};

impl Source<'_> {
    pub(super) fn pep(&self, number: PepNumber) -> Vec<Block> {
        let pep = self.library.pep(number);
        let mut name = vec![text(number.to_string())];
        if let Some(pep) = pep {
            name.push(text(": "));
            name.extend(with_names(&pep.title));
        }
        let mut blocks = vec![heading(1, name)];
        blocks.extend(bullets(pep.map(facts).unwrap_or_default()));
        let features = self.library.catalogue.features.iter();
        let features = features.filter(|feature| feature.peps.contains(&number));
        blocks.extend(below("Its changes", bullets(self.lines(features))));
        blocks
    }

    pub(super) fn series(&self, calendar: &Calendar) -> Vec<Block> {
        let series = calendar.series;
        let mut blocks = vec![title(1, format!("What’s new in Python {series}"))];
        let schedule = link(calendar.pep.url(), calendar.pep.to_string());
        let first = calendar.first_final().map(day_of);
        let first = first.unwrap_or_else(|| format!("expected {}", calendar.first_release));
        let status = calendar.status_on(self.library.catalogue.newest_day());
        blocks.extend(bullets([
            fact("Phase", vec![text(status.label())]),
            fact("First final release", vec![text(first)]),
            fact(
                "Bug fixes until",
                vec![text(calendar.end_of_bugfix.to_string())],
            ),
            fact(
                "Security fixes until",
                vec![text(calendar.end_of_life.to_string())],
            ),
            fact("Release schedule", vec![schedule]),
            fact(
                "As data",
                vec![
                    to_file(&format!("api/v1/releases/{series}.json"), "JSON"),
                    text(", "),
                    to_file(&format!("feeds/{series}.xml"), "releases as a feed"),
                ],
            ),
        ]));
        for kind in Kind::ALL {
            let features = self.library.catalogue.features.iter();
            let features =
                features.filter(|feature| feature.series == series && feature.kind == *kind);
            blocks.extend(below(kind.label(), bullets(self.lines(features))));
        }
        blocks
    }

    /// What each version changed in a module, the newest first, and all of its names.
    pub(super) fn module(&self, table: &Table, module: &str) -> Vec<Block> {
        let rows = table.module(module).unwrap_or_default();
        let survey = table.survey();
        let mut blocks = vec![heading(1, vec![text("Module "), code(module)])];
        let own = rows.iter().find(|row| row.name == module);
        let summary = own.map(|row| format!("The module: {}. ", row.summary(survey).join(", ")));
        let data = to_file(&format!("api/v1/names/{module}.json"), "as JSON");
        blocks.push(paragraph(vec![
            text(format!(
                "{}Its names are as found in real interpreters on {}. They are also there ",
                summary.unwrap_or_default(),
                survey.as_of
            )),
            data,
            text("."),
        ]));
        let features = self.library.catalogue.features.iter();
        let features: Vec<&Feature> = features
            .filter(|feature| feature.module.as_deref() == Some(module))
            .collect();
        let versions: BTreeSet<Series> = survey
            .versions()
            .skip(1)
            .chain(features.iter().map(|feature| feature.series))
            .collect();
        for version in versions.into_iter().rev() {
            let before = Series::python3(version.minor.saturating_sub(1));
            let is_surveyed = survey.oldest().is_some_and(|oldest| before >= oldest)
                && survey.newest().is_some_and(|newest| version <= newest);
            let shown = rows.iter().filter(|_| is_surveyed);
            let difference = Difference::between(shown, before, version);
            let of_version = features.iter().filter(|feature| feature.series == version);
            let mut lines = self.lines(of_version.copied());
            lines.extend(changes(&difference));
            blocks.extend(below(&format!("Python {version}"), bullets(lines)));
        }
        let names = rows.iter().filter(|row| row.name != module).map(|row| {
            let life = row.summary(survey).join(", ");
            vec![
                code(&row.name),
                text(format!(": {}, {life}", row.kind.key())),
            ]
        });
        blocks.extend(below("All names", bullets(names)));
        blocks
    }
}

fn facts(pep: &Pep) -> Vec<Vec<Inline>> {
    let pep_type = match pep.pep_type {
        PepType::StandardsTrack => "Standards track",
        PepType::Informational => "Informational",
        PepType::Process => "Process",
    };
    let mut facts = vec![
        fact("Status", vec![text(pep.status.label())]),
        fact("Type", vec![text(pep_type)]),
        fact("Created", vec![text(pep.created.to_string())]),
    ];
    if let Some(day) = pep.resolved {
        facts.push(fact("Resolved", vec![text(day.to_string())]));
    }
    if !pep.versions.is_empty() {
        let versions = pep.versions.iter().map(|series| {
            let label = format!("Python {series}");
            to(&Route::page_of_series(*series), vec![text(label)])
        });
        facts.push(fact("For", joined(versions)));
    }
    if !pep.superseded_by.is_empty() {
        let successors = pep.superseded_by.iter();
        let successors = successors.map(|number| link(number.url(), number.to_string()));
        facts.push(fact("Superseded by", joined(successors)));
    }
    facts.push(fact("Text", vec![link(pep.number.url(), "The PEP itself")]));
    facts
}

/// A line for each kind of change.
fn changes(difference: &Difference<'_>) -> Vec<Vec<Inline>> {
    let names = |rows: &[&Row]| rows.iter().map(|row| code(&row.name)).collect();
    let lists: [(&str, Vec<Inline>); 3] = [
        ("Added", names(&outermost(&difference.added))),
        ("Removed", names(&outermost(&difference.removed))),
        ("Deprecated", names(&difference.deprecated)),
    ];
    let lists = lists.into_iter().filter(|(_, names)| !names.is_empty());
    let lists = lists.map(|(label, names)| fact(label, joined(names)));
    let signatures = difference.changed.iter().map(|changed| {
        let name = &changed.row.name;
        let (before, after) = (changed.before, changed.after);
        let last = name.rsplit('.').next().unwrap_or_default();
        vec![
            text("Signature of "),
            code(name),
            text(": "),
            code(format!("{last}{after}")),
            text(", before "),
            code(format!("{last}{before}")),
        ]
    });
    lists.chain(signatures).collect()
}
