//! When each series evaluates the annotations of a source. The entry point is [`report`].
//!
//! Nothing is evaluated here: what an annotation gives, only an interpreter knows.

use super::{
    report::{Annotation, AnnotationKind, Behaviour, SeriesRange, SeriesSyntax, Treatment},
    sites::{AnnotationSite, find_annotations},
    source::Source,
};
use ruff_python_ast::{ModModule, Stmt};
use terms::Series;

/// The first series that defers annotations (PEP 649).
const DEFERS: Series = Series::python3(14);

/// Reports on a source. `trees` are those of its modules, in the same order.
pub(super) fn report(
    source: &Source,
    trees: &[ModModule],
    syntax: &[SeriesSyntax],
) -> Vec<Annotation> {
    let modules = source.modules.iter().zip(trees);
    let reports = modules.flat_map(|(module, tree)| {
        let keeps_text = imports_future_annotations(tree);
        let sites = find_annotations(module, tree).into_iter();
        sites.map(move |site| Annotation {
            module: module.name.clone(),
            kind: site.kind,
            span: source.span(module, site.range),
            source: module.slice(site.range).to_owned(),
            behaviours: behaviours(&site, keeps_text, syntax),
            target: site.target,
            evaluated_by: site.evaluated_by,
            remarks: site.remarks,
        })
    });
    reports.collect()
}

/// Whether a module imports `annotations` from `__future__`.
fn imports_future_annotations(tree: &ModModule) -> bool {
    tree.body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import)
            if import.module.as_deref() == Some("__future__")
                && import.names.iter().any(|alias| &alias.name == "annotations"))
    })
}

/// What each series does with an annotation, with consecutive series that do the same as one.
fn behaviours(site: &AnnotationSite, keeps_text: bool, syntax: &[SeriesSyntax]) -> Vec<Behaviour> {
    let mut behaviours: Vec<Behaviour> = Vec::new();
    for SeriesSyntax { series, rejection } in syntax {
        let treatment = match rejection {
            Some(_) => Treatment::Rejected,
            None => treatment(site, keeps_text, *series),
        };
        match behaviours.last_mut() {
            Some(last) if last.treatment == treatment => last.series.to = *series,
            _ => behaviours.push(Behaviour {
                series: SeriesRange {
                    from: *series,
                    to: *series,
                },
                treatment,
            }),
        }
    }
    behaviours
}

/// What a series that accepts the source does with an annotation (the language reference,
/// “Annotated assignment statements” and “Function definitions”, of 3.13 and 3.14).
fn treatment(site: &AnnotationSite, keeps_text: bool, series: Series) -> Treatment {
    // Annotations of other targets than names are ignored since 3.10 if text is kept.
    let ignored_since = if keeps_text {
        Series::python3(10)
    } else {
        DEFERS
    };
    match site.kind {
        _ if site.is_for_type_checkers => Treatment::NotRun,
        AnnotationKind::LocalVariable => Treatment::NeverEvaluated,
        AnnotationKind::OtherTarget if site.is_local || series >= ignored_since => {
            Treatment::NeverEvaluated
        }
        AnnotationKind::OtherTarget => Treatment::NotStored,
        _ if keeps_text => Treatment::KeptAsString,
        _ if series >= DEFERS => Treatment::Deferred,
        _ => Treatment::AtDefinition,
    }
}
