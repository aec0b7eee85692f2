//! Runs the parsers on the inputs that fuzzing has found, and on the corpus itself.

use fuzz::TARGETS;
use std::fs;
use std::path::Path;

#[test]
fn no_target_fails_on_its_corpus_or_on_what_was_found_before() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for target in TARGETS {
        let check = (target.prepare)(&project).expect("a target");
        let mut inputs = (target.corpus)(&project).expect("a corpus");
        let found = project.join("tests/fixtures/fuzz").join(target.name);
        if let Ok(entries) = fs::read_dir(found) {
            let read = |entry: std::io::Result<fs::DirEntry>| fs::read(entry?.path());
            inputs.extend(entries.map(read).map(|input| input.expect("a fixture")));
        }
        for input in inputs {
            // The message of a panic names the parser.
            check(&input);
        }
    }
}
