//! The page's CPython, in Node: every sample has the outcome in its header, and programs do not
//! affect each other. Samples that no browser can run are run by the `python3` of this machine.
//! `cargo xtask test runtimes` runs the tests, as they need npm's packages.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]
#![cfg(not(target_arch = "wasm32"))]

mod annotations;
mod fixes;
mod programs;
mod python;
mod recorded;
mod repairs;
mod samples;
