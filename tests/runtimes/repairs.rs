//! The code of the repair sheets of recent changes on every runtime: it shows what they say
//! of its version.

use crate::python::{Answer, Python, on_each, series};
use catalogue::sources;
use document::Repair;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use terms::Series;
use upkeep::repairs::{Run, Trial};

/// What is printed where a program asks for what a browser's CPython lacks.
const LACKING: [&str; 16] = [
    "ModuleNotFoundError: No module named '_multiprocessing'",
    "ModuleNotFoundError: No module named 'pwd'",
    "ModuleNotFoundError: No module named 'resource'",
    "ModuleNotFoundError: No module named 'sqlite3'",
    "ModuleNotFoundError: No module named 'ssl'",
    "ModuleNotFoundError: No module named 'termios'",
    "ModuleNotFoundError: No module named 'tkinter'",
    "ModuleNotFoundError: Standard library module 'tkinter' was not found",
    "ModuleNotFoundError: Unsupported platform for standard library module",
    "AttributeError: module 'hashlib' has no attribute 'pbkdf2_hmac'",
    "NameError: name '__file__' is not defined",
    "NotImplementedError",
    "OSError: [Errno 138] emscripten does not support processes.",
    "OSError: [Errno 28] Invalid argument",
    "RuntimeError: TLS not supported",
    "RuntimeError: can't start new thread",
];

/// Changes whose code does something else in a browser.
const DIFFERENT: [&str; 6] = [
    // The standard library is an archive, whose modules have another loader.
    "3.4-importlib-finders",
    "3.10-load-module",
    // Modules keep a deprecated name once it has been read, and warn of it no more.
    "3.12-importlib-abc-resources",
    "gh-93963",
    "3.15-bytestring-import",
    // The locale's encoding is ASCII.
    "3.15-pth-encoding",
];

/// The oldest runtime that the sheets are tried on. The packages of older ones lack more, such
/// as `distutils` and `lib2to3`, and hold releases before some messages were reworded; `whatsnew
/// repairs` tries those versions on real interpreters.
const OLDEST: Series = Series::python3(13);

/// What a program did, as a terminal would show it.
pub(crate) fn run_of(answer: &Answer) -> Run {
    let raised = answer.raised.as_deref();
    // A program may end itself.
    let ended = matches!(
        raised,
        None | Some("SystemExit" | "SystemExit: 0" | "SystemExit: False")
    );
    Run {
        succeeded: ended && answer.fault.is_none(),
        stdout: answer.stdout.clone(),
        stderr: format!(
            "{}{}",
            answer.stderr,
            answer.traceback.as_deref().unwrap_or_default()
        ),
    }
}

/// Whether a program ended because a browser's CPython lacks what it asked for.
pub(crate) fn asks_for_what_lacks(run: &Run) -> bool {
    LACKING.iter().any(|lack| run.stderr.contains(lack))
}

/// A program that shows every warning. An import from `__future__` has to stay the first
/// statement.
pub(crate) fn with_warnings(program: &str) -> String {
    let (future, rest) = match program.split_once('\n') {
        Some((first, rest)) if first.starts_with("from __future__") => (first, rest),
        _ => ("", program),
    };
    format!("{future}\nimport warnings\nwarnings.simplefilter('default')\n{rest}")
}

#[test]
fn every_sheet_shows_what_it_says() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let library = sources::read(&assets).unwrap_or_else(|error| panic!("{error}"));
    let is_tried = |name: &String| name.parse::<Series>().is_ok_and(|it| it >= OLDEST);
    let names: Vec<String> = series().into_iter().filter(is_tried).collect();
    let first = Some(OLDEST);
    // Of older changes, all runtimes are on the same side.
    let is_recent = |repair: &Repair| repair.seen.iter().any(|seen| seen.versions.from >= first);
    let texts = library.feature_texts.values().flatten();
    let sheets: Vec<_> = texts
        .filter(|text| text.repair.untested.is_none())
        .filter(|text| !DIFFERENT.contains(&text.slug.as_str()) && is_recent(&text.repair))
        .collect();
    let run_count = AtomicUsize::new(0);
    let check = |name: &str| -> Vec<String> {
        let series: Series = name.parse().expect("a series");
        // A program that reads a deprecated name may change what others see of its module.
        let mut python = Python::start(name);
        let mut found = Vec::new();
        for text in &sheets {
            let trials = Trial::of(&text.repair, series);
            for trial in trials.filter(|trial| trial.listing().language == "python") {
                let code = with_warnings(&trial.listing().text);
                let run = run_of(&python.run(&code));
                if asks_for_what_lacks(&run) {
                    continue;
                }
                run_count.fetch_add(1, Ordering::Relaxed);
                let difference = trial.difference(&run);
                found.extend(difference.map(|said| format!("{} on {series}: {said}", text.slug)));
            }
        }
        found
    };
    let found = on_each(&names, check);
    let count = run_count.into_inner();
    println!("{count} programs of {} sheets ran", sheets.len());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(count > sheets.len(), "most of the code runs in a browser");
}
