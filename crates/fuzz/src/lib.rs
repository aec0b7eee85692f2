//! Runs every parser of untrusted input on mutated input. The entry points are [`TARGETS`], the
//! list of parsers, and [`campaign::run`], which runs one of them.

pub mod campaign;
mod corpus;
pub mod targets;

pub use corpus::CorpusError;
pub use targets::{TARGETS, Target};
