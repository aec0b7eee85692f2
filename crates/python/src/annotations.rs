//! Reports what each series does with the annotations of a source. The entry point is
//! [`report`].

use super::{
    report::{
        Annotation, AnnotationReport, Behaviour, Run, RunOutcome, SeriesRange, SeriesSyntax,
        Treatment,
    },
    run::{self, Findings, Key, Unit},
    sites::{AnnotationSite, find_annotations},
    source::Source,
};
use ruff_python_ast::ModModule;
use std::collections::{BTreeMap, BTreeSet};
use terms::Series;

/// Reports on a source. `trees` are those of its modules, in the same order.
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
    let sites: Vec<(usize, AnnotationSite)> = units
        .iter()
        .enumerate()
        .flat_map(|(index, unit)| {
            find_annotations(unit.tree)
                .into_iter()
                .map(move |site| (index, site))
        })
        .collect();
    let targets: BTreeMap<Key, String> = sites
        .iter()
        .map(|(index, site)| (site.key(*index), site.target.clone()))
        .collect();
    let findings: Vec<(Series, Option<Findings>)> = syntax
        .iter()
        .map(|entry| {
            let accepted = entry.rejection.is_none();
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
        annotations: sites
            .into_iter()
            .filter_map(|(index, site)| {
                let unit = units.get(index)?;
                Some(annotation(source, index, unit, site, &findings))
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
    site: AnnotationSite,
    findings: &[(Series, Option<Findings>)],
) -> Annotation {
    let key = site.key(index);
    let each = findings.iter().map(|(series, findings)| {
        let (reached, treatment) = match findings {
            None => (false, Treatment::Rejected),
            Some(findings) => match findings.treatments.get(&key) {
                Some((reached, treatment)) => (*reached, treatment.clone()),
                None => (false, Treatment::NotRun),
            },
        };
        (*series, (reached, treatment))
    });
    Annotation {
        module: unit.module.name.clone(),
        target: site.target,
        kind: site.kind,
        span: source.span(unit.module, site.range),
        source: unit.module.slice(site.range).to_owned(),
        evaluated_by: site.evaluated_by,
        behaviours: grouped(each)
            .into_iter()
            .map(|(series, (reached, treatment))| Behaviour {
                series,
                reached,
                treatment,
            })
            .collect(),
        remarks: site.remarks,
    }
}

fn runs(source: &Source, findings: &[(Series, Option<Findings>)]) -> Vec<Run> {
    let each = findings.iter().map(|(series, findings)| {
        let outcome = match findings {
            None => RunOutcome::Rejected,
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

/// Groups consecutive series with equal values.
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
