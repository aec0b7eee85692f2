//! The parts of the task runner that tests use as well: the static file [`server`] and
//! [`files`]. The commands are in the binary of this package.

pub mod files;
pub mod server;
