//! Documents: Markdown with YAML front matter in, one [`Document`] out.
//!
//! The entry point is [`parse`]. The room is pure, text in and value out: it
//! opens no file and knows no other document. It is the only place that knows
//! `pulldown-cmark`.

mod model;
mod tree;

pub use model::{
    Document, DocumentError, Metadata, Section, Source, StatedClaim, StatedFeature, Warning,
};
pub use tree::{Block, Inline, plain_text};
