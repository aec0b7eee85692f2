//! Own documents that are merged as in the browser give the same catalogue as the same
//! documents in a build.

use catalogue::sources::Sources;
use catalogue::{bundle, own};
use std::fs;
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

/// The fixtures that are parsed without diagnostics, among them real announcements.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents/ok")
}

#[test]
fn merging_in_the_browser_gives_what_a_build_gives() {
    let mut sources = Sources::read(&assets()).expect("the shipped assets");
    let file = bundle::write_base(&sources.base()).expect("the base encodes");
    let base = bundle::read(&bundle::base(), &file.bytes).expect("the base as a part");
    let shipped = base.documents().expect("documents within the limit");
    let (shipped_library, _) = sources.library_with_diagnostics();
    assert_eq!(base.merge(&shipped, &[]).library, shipped_library);

    sources.add(&fixtures(), false).expect("documents to add");
    let mut own = Vec::new();
    for file in &mut sources.documents {
        if !file.path.starts_with(fixtures()) {
            continue;
        }
        let name = file.path.strip_prefix(fixtures()).expect("a file there");
        let slug = own::slug_of(&name.to_string_lossy(), |_| false);
        let bytes = fs::read(&file.path).expect("a readable file");
        own.push(own::read(slug.clone(), &bytes).expect("a document within the limit"));
        file.value.slug = slug;
    }
    assert!(own.len() > 5);
    let (built, _) = sources.library_with_diagnostics();
    let merged = base.merge(&shipped, &own).library;
    assert_eq!(merged.catalogue, built.catalogue);
    assert_eq!(merged.feature_texts, built.feature_texts);
    assert_eq!(merged.excerpts, built.excerpts);
    assert!(
        merged
            .catalogue
            .features
            .iter()
            .any(|feature| feature.is_own())
    );
    assert!(
        !shipped_library
            .catalogue
            .features
            .iter()
            .any(|feature| feature.is_own())
    );
}
