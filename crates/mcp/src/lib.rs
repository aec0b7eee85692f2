//! A server that speaks the Model Context Protocol on standard input and output, so that
//! assistants can ask the catalogue. The entry point is [`serve`]; `tools` has a module for
//! each tool.

mod server;
mod tool;
mod tools;

pub use server::{ServeError, serve};
