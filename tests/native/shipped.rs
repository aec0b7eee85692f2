//! The shipped library, read once for all tests.

use std::path::Path;
use std::sync::LazyLock;

use catalogue::{Library, sources};

pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    sources::read(&assets).unwrap_or_else(|error| panic!("{error}"))
});
