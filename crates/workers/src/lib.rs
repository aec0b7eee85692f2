//! The page's workers, which it downloads only when it needs them. The entry points
//! are [`analyzer::serve`] and [`reader::serve`]; a program in `src/bin` calls each.

pub mod analyzer;
pub mod reader;
