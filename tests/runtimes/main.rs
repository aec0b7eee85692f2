//! Real CPython, as the page runs it, but in Node: every sample does what its
//! header says, and a program has the interpreter to itself. What no browser can
//! run is run by the `python3` of this machine. `cargo xtask test
//! runtimes` runs them, as they need npm's packages.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]
#![cfg(not(target_arch = "wasm32"))]

mod programs;
mod python;
mod recorded;
mod samples;
