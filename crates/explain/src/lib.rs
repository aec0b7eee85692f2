//! From what Python said to the change that explains it. [`Paste::parse`] reads errors,
//! warnings and tracebacks of any version, and [`explain`] answers with changes and names of
//! the standard library.
//!
//! Nothing is guessed silently: each [`Answer`] says how sure it is and why, and what is no
//! matter of versions is a remark.

mod answer;
mod by_message;
mod by_name;
mod by_parameter;
mod by_words;
mod changes;
mod compilers;
mod constructs;
mod explain;
mod failure;
mod findings;
mod hints;
mod mentions;
mod messages;
mod names;
mod paste;
mod rank;
mod replacement;
mod syntax;
mod template;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Certainty, Explanation, Side};
pub use explain::{Evidence, explain};
pub use findings::{FoundChanges, FoundRepair};
pub use messages::{Message, Messages, MessagesError, part, write};
pub use paste::{LONGEST_PASTE, Paste, Report, Speaker};
