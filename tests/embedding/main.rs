//! The built site embedded in other pages: `<whats-new>`, the frame, and pages made by Sphinx,
//! MkDocs and mdBook. The explorer always has another origin than the page. [`host`] makes the
//! pages; `cargo xtask test embedding` runs the tests.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]

mod content;
mod element;
mod events;
mod frame;
mod host;
mod styles;
mod tools;
