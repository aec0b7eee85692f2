//! The built site on the pages of others: `<whats-new>`, the frame, and pages
//! that Sphinx, MkDocs and mdBook make. The explorer is always of another
//! origin than the page. [`host`] says how a page is made; `cargo xtask test
//! embedding` runs the tests.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]

mod content;
mod element;
mod events;
mod frame;
mod host;
mod styles;
mod tools;
