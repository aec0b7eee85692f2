//! The public names of Python's standard library: the versions that have each name, its
//! signatures, and since when it is deprecated. The entry point is [`Table`].
//!
//! The table is made by surveying installed interpreters. It is stored as a text file for each
//! module with a line for each name, which [`text`] reads and writes. Statements of the
//! documentation and typeshed that no interpreter confirms are kept separate, with their
//! source.

pub mod bundle;
mod columns;
pub mod data;
mod difference;
#[cfg(test)]
mod fixture;
mod nearest;
mod row;
mod search;
mod summary;
mod table;
pub mod text;

pub use difference::{Changed, Difference, outermost};
pub use nearest::nearest;
pub use row::{Backport, BackportError, Kind, Platform, Row, Signature, UnknownWord};
pub use search::{Found, NameQuery};
pub use table::{Answer, Survey, Table};
pub use terms::{Versions, VersionsError};
