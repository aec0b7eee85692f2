//! A rule for the page that Cargo and clippy cannot check: only `src/platform` and the programs
//! in `src/bin` use the browser's interfaces. The dependencies between crates are in their
//! `Cargo.toml`, and `clippy.toml` forbids functions that make HTML from text.

use std::fs;
use std::path::Path;

/// The crates with the browser's interfaces.
const BROWSER: [&str; 2] = ["web_sys", "js_sys"];

/// The folders below `src` that may use them.
const ALLOWED: [&str; 2] = ["platform", "bin"];

/// The lines in the Rust files of a folder that name one of the crates.
fn naming_the_browser(folder: &Path, is_allowed: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if is_allowed(&path) {
            continue;
        }
        if path.is_dir() {
            found.extend(naming_the_browser(&path, is_allowed));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            let lines = text.lines().zip(1..);
            let named = lines.filter(|(line, _)| BROWSER.iter().any(|name| line.contains(name)));
            found
                .extend(named.map(|(line, number)| format!("{}:{number}: {line}", path.display())));
        }
    }
    found
}

#[test]
fn only_the_platform_knows_the_browser() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let is_allowed = |path: &Path| ALLOWED.iter().any(|name| path == source.join(name));
    let found = naming_the_browser(&source, &is_allowed);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let everywhere = naming_the_browser(&source, &|_| false);
    assert!(!everywhere.is_empty(), "the platform knows it");
}
