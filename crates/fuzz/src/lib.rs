//! Mutated input for every parser that reads what others have written. The entry
//! points are [`TARGETS`], which lists the parsers, and [`campaign::run`], which
//! drives one of them.

pub mod campaign;
mod corpus;
pub mod targets;

pub use corpus::CorpusError;
pub use targets::{TARGETS, Target};
