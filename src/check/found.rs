//! What a check has found. It outlives the view, so that the reader can look at a change and
//! come back. The entry points are [`use_checker`] and [`with_found`].

use crate::platform::checker::{Checker, Progress};
use ::check::{SourceReport, requires_python};
use catalogue::{Catalogue, NameList};
use explain::FoundChanges;
use std::cell::RefCell;
use std::collections::HashMap;
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

/// The changes that the checked code meets.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FoundCode {
    /// The number of checked files.
    pub(crate) files: usize,
    /// Where the code meets each change, by its slug.
    pub(crate) places: HashMap<String, FoundPlaces>,
}

/// Where the checked code meets a change.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FoundPlaces {
    /// The first places, in words.
    pub(crate) first: Vec<String>,
    /// The number of further ones.
    pub(crate) more: usize,
}

/// The most places of a change that are named.
const FIRST_PLACES: usize = 3;

/// The changes that the checked code meets between two versions; `None` if nothing has been
/// checked.
pub(crate) fn found_code(
    catalogue: &Catalogue,
    names: &NameList,
    from: Series,
    to: Series,
) -> Option<FoundCode> {
    with_found(|found| {
        let changes = FoundChanges::new(catalogue, names);
        let mut code = FoundCode {
            files: found.sources.len(),
            ..FoundCode::default()
        };
        for source in &found.sources {
            let findings = source.report.findings.iter();
            for finding in findings.filter(|finding| finding.concerns(Some(from), Some(to))) {
                let Some(feature) = changes.of(finding) else {
                    continue;
                };
                let places = code.places.entry(feature.slug.clone()).or_default();
                match places.first.len() < FIRST_PLACES {
                    true => places.first.push(source.place(finding.start.line)),
                    false => places.more += 1,
                }
            }
        }
        (code.files > 0).then_some(code)
    })
}

/// Whether something has been checked.
pub(crate) fn has_found() -> bool {
    with_found(|found| !found.sources.is_empty())
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
