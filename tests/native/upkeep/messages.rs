//! The table of messages has what interpreters of this machine say.

use super::installed::installed;
use crate::shipped::{LIBRARY, TABLE};
use std::path::Path;
use upkeep::interpreter::newest_of_each;
use upkeep::messages::{compare, read};

#[test]
fn the_oldest_and_the_newest_interpreter_say_what_the_table_has() {
    let newest = newest_of_each(&installed()).unwrap_or_else(|error| panic!("{error}"));
    let all: Vec<_> = newest
        .into_values()
        .map(|(_, interpreter)| interpreter)
        .collect();
    let ends: Vec<_> = all.first().into_iter().chain(all.last()).cloned().collect();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let messages = read(&assets, Some(&TABLE), &LIBRARY).unwrap_or_else(|error| panic!("{error}"));
    let comparison = compare(&messages, &assets, &ends).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(comparison.missing, []);
    assert!(comparison.confirmed > 1000, "{comparison:?}");
}
