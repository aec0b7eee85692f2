//! What Cargo and clippy cannot say of the page: only `src/platform` and the programs
//! in `src/bin` know the browser's own interfaces. Which crate may know which is in
//! their `Cargo.toml`, and `clippy.toml` forbids what makes HTML of text.

use std::fs;
use std::path::Path;

/// Crates that speak to the browser.
const BROWSER: [&str; 2] = ["web_sys", "js_sys"];

/// Where they may be named, below `src`.
const ALLOWED: [&str; 2] = ["platform", "bin"];

/// Every line of the Rust files in a folder that names one of the crates.
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
