//! Samples that no browser can run, on the Python of this machine, if outcomes for its series
//! were recorded.

use crate::python::Answer;
use crate::samples::differences;
use catalogue::{Sample, sources};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use terms::Series;

/// Prints the series.
const ABOUT: &str = "import sys\nprint(f'{sys.version_info[0]}.{sys.version_info[1]}')";

fn python() -> Command {
    let mut python = Command::new("python3");
    python.env("NO_COLOR", "1").env("TZ", "UTC");
    python
}

fn run(path: &Path) -> Answer {
    let output = python().arg(path).output().expect("python3 starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let stderr = text(&output.stderr);
    let last = stderr.lines().last().unwrap_or_default().to_owned();
    Answer {
        raised: (!output.status.success()).then_some(last),
        stdout: text(&output.stdout),
        stderr,
        ..Answer::default()
    }
}

/// Writes a sample to a file, as processes that it starts import it.
fn written(folder: &Path, sample: &Sample) -> PathBuf {
    let path = folder.join(sample.slug.replace(['/', '.'], "_") + ".py");
    let mut file = std::fs::File::create(&path).expect("a file");
    file.write_all(sample.code.as_bytes()).expect("the code");
    path
}

#[test]
fn what_was_recorded_is_so_on_this_machine() {
    let about = python()
        .args(["-c", ABOUT])
        .stderr(Stdio::inherit())
        .output()
        .expect("these tests need Python 3 as `python3`; install it");
    let series: Series = String::from_utf8_lossy(&about.stdout)
        .trim()
        .parse()
        .expect("a series");
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let library = sources::read(&assets).unwrap_or_else(|error| panic!("{error}"));
    let folder = std::env::temp_dir().join(format!("whats-new-recorded-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let recorded = library
        .samples
        .iter()
        .filter(|sample| sample.recording.is_some() && sample.expected_in(series).is_some());
    let mut found = Vec::new();
    let mut count = 0;
    for sample in recorded {
        let answer = run(&written(&folder, sample));
        // A small system may lack the time zone database.
        if answer.stderr.contains("ZoneInfoNotFoundError") {
            continue;
        }
        found.extend(differences(sample, series, &answer));
        count += 1;
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    println!("{count} recorded samples on Python {series}");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
