//! The shipped library and table of names, read once for all tests.

use std::path::Path;
use std::sync::LazyLock;

use api::Table;
use catalogue::{Library, sources};
use upkeep::survey::read_table;

pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    sources::read(&assets).unwrap_or_else(|error| panic!("{error}"))
});

pub(crate) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let table = read_table(&assets).unwrap_or_else(|error| panic!("{error}"));
    table.expect("a table of names")
});
