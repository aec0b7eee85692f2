//! The page. [`App`] loads the catalogue and shows a view over it.
//!
//! Function components, one folder a screen, and nothing else that would be
//! worth testing without a browser. What a component needs comes to it in its
//! [`Session`]; the browser itself is behind [`platform`].

mod boot;
pub mod content;
mod documents;
pub mod embed;
mod explore;
mod late;
mod part;
mod pictures;
pub mod platform;
mod releases;
pub mod samples;
mod session;
mod shell;
mod upgrade;

pub use boot::App;
pub use session::Session;
