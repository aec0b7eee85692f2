//! The built site embedded in other pages: `<whats-new>`, the frame, and pages made by Sphinx,
//! MkDocs and mdBook, by hand and with the packages in `integrations`. The explorer always has another origin than the page. [`host`] makes the
//! pages; `cargo xtask test embedding` runs the tests.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]

mod content;
mod element;
mod events;
mod frame;
mod host;
mod lists;
mod styles;
mod tools;
