//! The page's workers, which are lazily loaded. The entry points are [`analyzer::serve`]
//! and [`merger::serve`]; each is called by a program in `src/bin`.

pub mod analyzer;
mod checker;
pub mod merger;
