//! The page. [`prepare`] loads the data of the first view, [`Start::mount`] shows it;
//! natively, [`still::Still`] renders a view as HTML.
//!
//! The modules contain function components, with a folder for each view. Components get
//! their data from a [`Session`], and access the browser only through [`platform`].

mod asked;
mod boot;
mod cache;
mod charts;
mod check;
pub mod content;
pub mod documents;
pub mod embed;
mod embedding;
mod errors;
mod explore;
mod front;
mod lazy;
mod links;
pub mod offline;
mod once;
mod page;
mod part;
pub mod platform;
mod releases;
mod resources;
pub mod runs;
pub mod samples;
mod session;
mod shell;
mod split;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
pub mod title;
mod upgrade;

pub use boot::{Start, StartError, prepare};
pub use part::own_parts;
pub use session::Session;
