//! The part of the project's task runner that its tests use as well: the
//! static [`server`] and [`files`]. The commands themselves are the binary of this
//! package.

pub mod files;
pub mod server;
