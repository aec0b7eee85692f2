//! What a check has found. It outlives the view, so that the reader can look at a change and
//! come back. The entry points are [`use_checker`] and [`with_found`].

use crate::platform::checker::{Checker, Progress};
use ::check::{FindingKind, SourceReport, requires_python};
use catalogue::{Catalogue, NameList};
use explain::FoundChanges;
use std::cell::RefCell;
use std::collections::HashSet;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the latest check has found.
#[derive(Default)]
pub(super) struct Found {
    /// The number of the check that it is of.
    pub(super) round: u32,
    /// The checked files, by path.
    pub(super) sources: Vec<SourceReport>,
    /// The oldest version that the checked project requires.
    pub(super) requires: Option<Series>,
}

thread_local! {
    static FOUND: RefCell<Found> = RefCell::default();
}

/// Looks at what has been found.
pub(super) fn with_found<T>(look: impl FnOnce(&Found) -> T) -> T {
    FOUND.with_borrow(look)
}

/// The number of checked files, and the slugs of the changes that they meet between two
/// versions. No files if nothing has been checked.
pub(crate) fn found_changes(
    catalogue: &Catalogue,
    names: &NameList,
    from: Series,
    to: Series,
) -> (usize, HashSet<String>) {
    with_found(|found| {
        let changes = FoundChanges::new(catalogue, names);
        let findings = found
            .sources
            .iter()
            .flat_map(|source| &source.report.findings);
        let concerned = findings.filter(|finding| {
            let is_addition = matches!(finding.kind, FindingKind::Added | FindingKind::Syntax);
            is_addition || finding.concerns(Some(from), Some(to))
        });
        let slugs = concerned.filter_map(|finding| Some(changes.of(finding)?.slug.clone()));
        (found.sources.len(), slugs.collect())
    })
}

/// Takes what the checker has found since the last call.
fn receive(checker: &Checker) -> Progress {
    let progress = checker.progress();
    FOUND.with_borrow_mut(|found| {
        if found.round != progress.round {
            *found = Found {
                round: progress.round,
                ..Found::default()
            };
        }
        let fresh = checker.take();
        if !fresh.is_empty() {
            found.sources.extend(fresh);
            found.sources.sort_by(|a, b| a.path.cmp(&b.path));
        }
        let required = progress.metadata.iter();
        found.requires = required.filter_map(|text| requires_python(text)).min();
    });
    progress
}

/// What to do if the checker cannot be loaded.
pub(super) struct Retry {
    pub(super) is_failed: bool,
    pub(super) again: Callback<MouseEvent>,
}

/// The checker, once its script has been loaded, and its state.
#[hook]
pub(super) fn use_checker() -> (Option<Checker>, Progress, Retry) {
    let checker = use_state_eq(|| None::<Checker>);
    let progress = use_state_eq(Progress::default);
    let attempt = use_state(|| 0u32);
    let failed = use_state_eq(|| false);
    {
        let (checker, failed) = (checker.setter(), failed.setter());
        use_effect_with(*attempt, move |attempt| {
            let attempt = *attempt;
            spawn_local(async move {
                let loaded = Checker::load(attempt).await;
                failed.set(loaded.is_none());
                checker.set(loaded);
            });
        });
    }
    {
        let progress = progress.setter();
        use_effect_with((*checker).clone(), move |checker| {
            let listener = checker.clone().map(|checker| {
                let receive = {
                    let checker = checker.clone();
                    move || progress.set(receive(&checker))
                };
                receive();
                checker.on_change(receive)
            });
            move || drop(listener)
        });
    }
    let retry = Retry {
        is_failed: *failed,
        again: Callback::from(move |_| attempt.set(*attempt + 1)),
    };
    ((*checker).clone(), (*progress).clone(), retry)
}
