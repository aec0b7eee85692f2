//! The page. [`prepare`] loads what the first view needs, [`Start::mount`] shows
//! it; natively, [`still::Still`] renders a view as HTML.
//!
//! Function components, one folder a screen, and nothing else that would be
//! worth testing without a browser. What a component needs comes to it in its
//! [`Session`]; the browser itself is behind [`platform`].

mod boot;
mod cache;
pub mod content;
pub mod documents;
pub mod embed;
mod embedding;
mod explore;
mod late;
mod links;
pub mod offline;
mod once;
mod page;
mod part;
mod pictures;
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
