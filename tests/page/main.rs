//! The built site in a real browser, served below a path and under its own
//! Content-Security-Policy. [`harness`] says how a test is written; `cargo
//! xtask test page` runs them.

mod harness;
mod harness_works;
mod loading;
