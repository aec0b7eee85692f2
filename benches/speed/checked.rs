//! Programs checked. The entry point is [`measure`].

use super::{fastest, milliseconds, print};
use api::Table;
use check::{Knowledge, Lists, check};
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// How many samples make a module of an ordinary length.
const SAMPLES: usize = 20;

/// Measures how fast the shipped samples are checked, by one thread.
pub(super) fn measure(assets: &Path, table: &Table, lists: &Lists) {
    let mut programs = Vec::new();
    samples(&assets.join("samples"), &mut programs);
    let modules = programs.chunks(SAMPLES).map(|some| some.join("\n"));
    let modules: Vec<String> = modules.collect();
    let length: usize = modules.iter().map(String::len).sum();
    let knowledge = Knowledge::new(&[table], lists);
    let took = fastest(|| {
        let found = modules
            .iter()
            .map(|module| check(black_box(module), &knowledge).findings.len());
        (found.sum::<usize>() > 0).then_some(())
    });
    let speed = length as f64 / 1e6 / took.as_secs_f64();
    print("programs checked", speed, "MB/s", ">10");
    let took = fastest(|| Some(Knowledge::new(&[black_box(table)], lists)));
    print("preparing to check", milliseconds(took), "ms", "<20");
}

/// The samples below a folder.
fn samples(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            samples(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push(text);
        }
    }
}
