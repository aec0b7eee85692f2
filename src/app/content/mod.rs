//! Pieces that every view is written with: prose, dates, badges, icons.

mod badge;
mod code;
mod date;
mod prose;

pub use badge::{KindBadge, StatusBadge, VerdictBadge, VerdictCounts, kind_mark};
pub use code::{CodeBlock, highlighted};
pub use date::{date_text, time};
pub use prose::{Prose, inlines, sentence};
