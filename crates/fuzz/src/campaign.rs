//! Runs one target on mutated input. [`run`] is the entry point.

use crate::targets::Target;
use mutatis::Session;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The number of mutations of an input before the next one is taken.
const MOST_MUTATIONS: u64 = 12;

/// The size in bytes to which inputs are cut, so that a single document does not take all the
/// time.
const LARGEST: usize = 6_000;

/// The time limit for an input; exceeding it is a failure, like a panic.
const SLOWEST: Duration = Duration::from_secs(10);

/// The result of running a target.
#[derive(Debug)]
pub struct Summary {
    /// The number of inputs.
    pub inputs: u64,
    /// The time for the slowest input.
    pub slowest: Duration,
    /// The paths of the saved inputs on which it failed.
    pub failures: Vec<PathBuf>,
}

/// Why a target could not be run.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// Its corpus could not be read.
    #[error(transparent)]
    Corpus(#[from] crate::CorpusError),
    /// A failing input could not be saved.
    #[error("{}: {source}; check that the folder can be written to", path.display())]
    Save {
        /// The path.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
}

/// Runs a target for a time, or until it fails. The same seed gives the same inputs in the same
/// order. A failing input is saved in `tests/fixtures/fuzz`, where a test reads it.
///
/// # Errors
///
/// If the corpus cannot be read or a failing input cannot be saved.
pub fn run(
    target: &Target,
    project: &Path,
    time: Duration,
    seed: u64,
) -> Result<Summary, CampaignError> {
    let corpus = (target.corpus)(project)?;
    let check = (target.prepare)(project)?;
    let mut session = Session::new().seed(seed);
    let mut summary = Summary {
        inputs: 0,
        slowest: Duration::ZERO,
        failures: Vec::new(),
    };
    let start = Instant::now();
    for original in corpus.iter().cycle() {
        let mut input = window(original, seed.wrapping_add(summary.inputs)).to_vec();
        for _ in 0..MOST_MUTATIONS {
            if start.elapsed() >= time {
                return Ok(summary);
            }
            if session.mutate(&mut input).is_err() {
                break;
            }
            summary.inputs += 1;
            let Some(took) = try_input(&*check, &input, SLOWEST) else {
                summary.failures.push(save(target, project, &input)?);
                return Ok(summary);
            };
            summary.slowest = summary.slowest.max(took);
        }
    }
    Ok(summary)
}

/// A part of an input; for long inputs, a different part each turn.
fn window(input: &[u8], turn: u64) -> &[u8] {
    let starts = input.len().saturating_sub(LARGEST);
    let start = match u64::try_from(starts) {
        Ok(starts @ 1..) => usize::try_from(turn.wrapping_mul(7_919) % starts).unwrap_or(0),
        _ => 0,
    };
    let end = input.len().min(start + LARGEST);
    input.get(start..end).unwrap_or(input)
}

/// The time that a target took for an input; `None` if it panicked or took longer than `slowest`
/// twice. A busy machine may delay it once.
fn try_input(check: &dyn Fn(&[u8]), input: &[u8], slowest: Duration) -> Option<Duration> {
    let is_fast = |took: &Duration| *took <= slowest;
    let took = timed(check, input)?;
    Some(took)
        .filter(is_fast)
        .or_else(|| timed(check, input).filter(is_fast))
}

/// The time that a target took for an input; `None` if it panicked. The panic is printed.
fn timed(check: &dyn Fn(&[u8]), input: &[u8]) -> Option<Duration> {
    let start = Instant::now();
    panic::catch_unwind(AssertUnwindSafe(|| check(input))).ok()?;
    Some(start.elapsed())
}

/// Saves a failing input under a name derived from its content.
fn save(target: &Target, project: &Path, input: &[u8]) -> Result<PathBuf, CampaignError> {
    let folder = project.join("tests/fixtures/fuzz").join(target.name);
    let path = folder.join(format!("{:016x}.bin", digest(input)));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, input))
        .map_err(|source| CampaignError::Save {
            path: path.clone(),
            source,
        })?;
    Ok(path)
}

/// FNV-1a, 64 bits: enough for a file's name.
fn digest(input: &[u8]) -> u64 {
    input.iter().fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_panic_is_found_and_its_input_kept() {
        let project = std::env::temp_dir().join(format!("whats-new-fuzz-{}", std::process::id()));
        let target = Target {
            name: "made-up",
            prepare: |_| Ok(Box::new(|input| assert!(input.len() < 12, "too long"))),
            corpus: |_| Ok(vec![b"0123456789".to_vec()]),
        };
        let summary = run(&target, &project, Duration::from_secs(60), 1).expect("a corpus");
        let [path] = summary.failures.as_slice() else {
            panic!("{summary:?}");
        };
        assert!(fs::read(path).expect("the input").len() >= 12);
        let _ = fs::remove_dir_all(&project);
    }

    #[test]
    fn only_what_is_slow_twice_is_too_slow() {
        let slowest = Duration::from_millis(50);
        let pause = || std::thread::park_timeout(slowest * 2);
        let runs = Cell::new(0);
        let held_up = |_: &[u8]| {
            runs.set(runs.get() + 1);
            if runs.get() == 1 {
                pause();
            }
        };
        assert!(try_input(&held_up, b"", slowest).is_some());
        assert_eq!(runs.get(), 2);
        assert!(try_input(&|_| pause(), b"", slowest).is_none());
    }

    #[test]
    fn a_long_input_is_taken_in_stretches() {
        let input: Vec<u8> = (0..20_000_u32).map(|number| number as u8).collect();
        let stretches: Vec<&[u8]> = (0..50).map(|turn| window(&input, turn)).collect();
        assert!(stretches.iter().all(|stretch| stretch.len() == LARGEST));
        assert!(stretches.iter().any(|stretch| *stretch != stretches[0]));
        assert_eq!(window(b"short", 3), b"short");
    }
}
