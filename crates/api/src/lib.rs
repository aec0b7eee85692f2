//! The public names of Python's standard library: in which versions each exists, with
//! which signature, since when it is deprecated. The entry point is [`Table`].
//!
//! The table is made by surveying real interpreters and is stored as one text file a
//! module, a line a name; [`text`] reads and writes it. What an interpreter has is a
//! fact; what only the documentation or typeshed say is kept apart, with its source.

pub mod bundle;
mod columns;
pub mod data;
mod difference;
mod nearest;
mod row;
mod search;
mod summary;
mod table;
pub mod text;
mod versions;

pub use difference::{Changed, Difference, outermost};
pub use nearest::nearest;
pub use row::{Kind, Platform, Row, Signature, UnknownWord};
pub use search::{Found, NameQuery};
pub use table::{Answer, Survey, Table};
pub use versions::{Versions, VersionsError};
