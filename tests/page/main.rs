//! The built site in a real browser, served below a path and under its own
//! Content-Security-Policy. The crate `harness` describes how to write a test; `cargo xtask
//! test page` runs them.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]

mod accessibility;
mod address;
mod check;
mod detail;
mod documents;
mod editing;
mod embed;
mod errors;
mod facets;
mod failures;
mod filters;
mod front;
mod harness_works;
mod hostile_documents;
mod keyboard;
mod loading;
mod my_versions;
mod names;
mod offline;
mod own_documents;
mod phone;
mod pictures;
mod prerender;
mod printing;
mod releases;
mod runs;
mod runtimes;
mod samples;
mod scratch;
mod search;
mod single;
mod theme;
mod typing;
mod unrunnable;
mod upgrade;
mod widths;
