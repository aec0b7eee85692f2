//! What the annotations of a text do in each series. The entry point is
//! [`report`].

use super::{
    places::{self, Spot},
    report::{
        Annotation, AnnotationReport, Behaviour, Run, RunOutcome, SeriesRange, SeriesSyntax,
        Treatment,
    },
    run::{self, Findings, Key, Unit},
    source::Source,
};
use ruff_python_ast::ModModule;
use std::collections::{BTreeMap, BTreeSet};
use terms::Series;

/// Reports on a text whose modules have these trees, in its order.
pub(super) fn report(
    source: &Source,
    trees: &[ModModule],
    syntax: &[SeriesSyntax],
) -> AnnotationReport {
    let units: Vec<Unit> = source
        .modules
        .iter()
        .zip(trees)
        .map(|(module, tree)| Unit {
            module,
            tree,
            future: run::imports_future_annotations(tree),
        })
        .collect();
    let spots: Vec<(usize, Spot)> = units
        .iter()
        .enumerate()
        .flat_map(|(index, unit)| {
            places::find(unit.tree)
                .into_iter()
                .map(move |spot| (index, spot))
        })
        .collect();
    let targets: BTreeMap<Key, String> = spots
        .iter()
        .map(|(index, spot)| (spot.key(*index), spot.target.clone()))
        .collect();
    let findings: Vec<(Series, Option<Findings>)> = syntax
        .iter()
        .map(|entry| {
            let accepted = entry.refusal.is_none();
            let findings = accepted.then(|| run::run(&units, &targets, entry.series));
            (entry.series, findings)
        })
        .collect();
    let limits: BTreeSet<String> = findings
        .iter()
        .filter_map(|(_, findings)| findings.as_ref())
        .flat_map(|findings| findings.limits.iter().cloned())
        .collect();
    AnnotationReport {
        annotations: spots
            .into_iter()
            .filter_map(|(index, spot)| {
                let unit = units.get(index)?;
                Some(annotation(source, index, unit, spot, &findings))
            })
            .collect(),
        runs: runs(source, &findings),
        limits: limits.into_iter().collect(),
    }
}

fn annotation(
    source: &Source,
    index: usize,
    unit: &Unit,
    spot: Spot,
    findings: &[(Series, Option<Findings>)],
) -> Annotation {
    let key = spot.key(index);
    let each = findings.iter().map(|(series, findings)| {
        let (reached, treatment) = match findings {
            None => (false, Treatment::Refused),
            Some(findings) => match findings.treatments.get(&key) {
                Some((reached, treatment)) => (*reached, treatment.clone()),
                None => (false, Treatment::NotRun),
            },
        };
        (*series, (reached, treatment))
    });
    Annotation {
        module: unit.module.name.clone(),
        target: spot.target,
        kind: spot.kind,
        span: source.span(unit.module, spot.range),
        source: unit.module.slice(spot.range).to_owned(),
        evaluated_by: spot.evaluated_by,
        behaviours: grouped(each)
            .into_iter()
            .map(|(series, (reached, treatment))| Behaviour {
                series,
                reached,
                treatment,
            })
            .collect(),
        remarks: spot.remarks,
    }
}

fn runs(source: &Source, findings: &[(Series, Option<Findings>)]) -> Vec<Run> {
    let each = findings.iter().map(|(series, findings)| {
        let outcome = match findings {
            None => RunOutcome::Refused,
            Some(findings) => match &findings.stop {
                None => RunOutcome::Completes,
                Some(stop) => match source.modules.get(stop.module) {
                    None => RunOutcome::Completes,
                    Some(module) => RunOutcome::Stops {
                        module: module.name.clone(),
                        position: source.position(module, stop.offset),
                        error: stop.error.clone(),
                        certainty: stop.certainty,
                    },
                },
            },
        };
        (*series, outcome)
    });
    grouped(each)
        .into_iter()
        .map(|(series, outcome)| Run { series, outcome })
        .collect()
}

/// Joins consecutive series that are alike.
fn grouped<T: PartialEq>(each: impl Iterator<Item = (Series, T)>) -> Vec<(SeriesRange, T)> {
    let mut groups: Vec<(SeriesRange, T)> = Vec::new();
    for (series, value) in each {
        match groups.last_mut() {
            Some((range, last)) if *last == value => range.to = series,
            _ => groups.push((
                SeriesRange {
                    from: series,
                    to: series,
                },
                value,
            )),
        }
    }
    groups
}
