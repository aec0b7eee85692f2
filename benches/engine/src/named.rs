//! The table of names. The entry points are [`differ`] and [`decode_module`].

use super::STATE;
use api::Table;
use api::bundle::{changes, names, others};
use catalogue::bundle;
use terms::Series;

/// Decodes the buffer as the names to search in. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_searched() -> bool {
    STATE.with_borrow_mut(|state| {
        state.searched = bundle::read(&names(), &state.bytes).ok();
        state.searched.is_some()
    })
}

/// Decodes the buffer as the names that differ. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_changing() -> bool {
    STATE.with_borrow_mut(|state| {
        state.changing = bundle::read(&changes(), &state.bytes).ok();
        state.changing.is_some()
    })
}

/// Decodes the buffer as the names of modules that begin with the letter of `socket`. Returns
/// the number of modules.
#[unsafe(no_mangle)]
pub extern "C" fn decode_module() -> usize {
    STATE.with_borrow(|state| {
        let table = bundle::read(&others("socket"), &state.bytes);
        table.map_or(0, |table| table.modules().count())
    })
}

fn versions(table: &Table) -> Vec<Series> {
    table.survey().versions().collect()
}

/// The number of surveyed versions.
#[unsafe(no_mangle)]
pub extern "C" fn version_count() -> usize {
    STATE.with_borrow(|state| {
        state
            .changing
            .as_ref()
            .map_or(0, |table| versions(table).len())
    })
}

/// Compares two surveyed versions, given by their indices. Returns the number of names that
/// were added, or 0 if there are no such versions.
#[unsafe(no_mangle)]
pub extern "C" fn differ(from: usize, to: usize) -> usize {
    STATE.with_borrow(|state| {
        let Some(table) = &state.changing else {
            return 0;
        };
        let versions = versions(table);
        match (versions.get(from), versions.get(to)) {
            (Some(from), Some(to)) => table.difference(*from, *to, None).added.len(),
            _ => 0,
        }
    })
}
