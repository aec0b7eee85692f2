//! Repair sheets: whole where one is needed, and without contradictions; and their code, on
//! the interpreters of this machine.

use super::fixture::{Assets, NOTES};
use super::installed::installed;
use catalogue::sources;
use document::Code;
use std::path::Path;
use upkeep::repairs::{Difference, Extent, try_all};

/// The line of the removal in the notes.
const REMOVAL: u32 = 33;

#[test]
fn a_removal_has_a_whole_sheet() {
    for (part, what) in [
        (" break=import", "has no `break:`"),
        ("break=import backport=none", "has no `backport:`"),
        ("```python before\nimport gone\n```\n", "no code before"),
        (
            "```text seen 3.14..\ngone warns\n```\n",
            "no text of what is",
        ),
        ("**Instead:** there is nothing.", "has no replacement"),
    ] {
        let without = part
            .strip_prefix("break=import ")
            .map_or("", |_| "break=import");
        let assets = Assets::sound().change(NOTES, part, without);
        let problems = assets.problems().join("\n");
        let place = format!("{NOTES}:{REMOVAL}:");
        assert!(
            problems.contains(&place) && problems.contains(what),
            "{what}: {problems}"
        );
    }
}

#[test]
fn a_sheet_does_not_contradict_itself() {
    let overlapping = "```text seen 3.14..\ngone warns\n```\n\n```text seen 3.15\ngone\n```\n";
    let shell = "```python before\nimport gone\n```\n\n```sh after 3.14..\ngone\n```\n";
    let twice = "```python before\nimport gone\n```\n\n```python before\ngone\n```\n";
    for (from, to, what) in [
        (
            "```text seen 3.14..\ngone warns\n```\n",
            overlapping,
            "in common",
        ),
        (
            "```python before\nimport gone\n```\n",
            shell,
            "`sh` is not run",
        ),
        (
            "```python before\nimport gone\n```\n",
            twice,
            "a second code before",
        ),
    ] {
        let assets = Assets::sound().change(NOTES, from, to);
        assets.fails(Code::Repair, NOTES, REMOVAL, what);
    }
    let package = Assets::sound().change(NOTES, "import backport=none", "import backport=a/b");
    package.fails(
        Code::Repair,
        NOTES,
        REMOVAL,
        "`a/b` is not the name of a package",
    );
}

/// Releases in which something else is wrong with what a sheet shows.
const FAULTS: [(&str, &str); 2] = [
    // `sysconfig.expand_makefile_vars` raises a NameError.
    ("3.14-expand-makefile-vars", "3.13.0"),
    ("gh-149499", "3.13.0"),
];

#[test]
fn the_code_of_every_sheet_does_what_it_says() {
    let interpreters = installed();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let library = sources::read(&assets).unwrap_or_else(|error| panic!("{error}"));
    let (programs, differences) = try_all(&library, &interpreters, Extent::NextToChange)
        .unwrap_or_else(|error| panic!("{error}"));
    println!(
        "{programs} programs ran on {} interpreters",
        interpreters.len()
    );
    assert!(programs > 0, "no sheet has code that could run");
    let is_fault = |one: &Difference| {
        let release = one.release.to_string();
        FAULTS.contains(&(one.slug.as_str(), release.as_str()))
    };
    let differences: Vec<String> = differences
        .iter()
        .filter(|one| !is_fault(one))
        .map(|one| format!("{} on {}: {}", one.slug, one.release, one.message))
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}
