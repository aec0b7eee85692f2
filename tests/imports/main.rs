//! The rooms are floors: `terms` < `document` < `catalogue` < `query` < `app`,
//! `python` stands beside all, `upkeep` beside `query`, `publish` beside `app`. A room that knows one above it, or a crate that
//! belongs to another room, fails here. The rules are in [`rules`], how paths
//! are found in Rust source in [`paths`].
//! Along the way it holds the code to making no HTML of text.

#![cfg(not(target_arch = "wasm32"))]

mod paths;
mod rules;
mod tokens;

use rules::{ROOMS, violations};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file below a folder, relative to the project's own.
fn rust_files(folder: &Path, project: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a readable folder");
    for entry in entries {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            rust_files(&path, project, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let relative = path.strip_prefix(project).expect("a file of the project");
            found.push(relative.to_owned());
        }
    }
}

#[test]
fn no_room_knows_what_it_must_not() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&project.join("src"), project, &mut files);
    files.sort();
    let mut rooms = BTreeSet::new();
    let mut found = Vec::new();
    for file in &files {
        let text = fs::read_to_string(project.join(file)).expect("a readable file");
        let file = file.to_string_lossy().replace('\\', "/");
        rooms.extend(rules::room_of(&file).map(str::to_owned));
        found.extend(violations(&file, &text));
    }
    let known: BTreeSet<String> = ROOMS.iter().map(|room| room.name.to_owned()).collect();
    assert_eq!(
        rooms, known,
        "every room has files, and every folder is a room"
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
