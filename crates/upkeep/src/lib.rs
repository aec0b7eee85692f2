//! Keeps the catalogue correct and current. The crate is native only; the page does not use
//! it.
//!
//! [`verify::verify`] checks the assets for consistency with each other, with the fact tables
//! and, if there is one, with a reference; [`update::update`] updates the fact tables;
//! [`survey::survey`] makes the table of names; [`repairs::try_all`] runs the code of repair
//! sheets. The crate depends neither on queries nor on
//! the browser.

pub mod interpreter;
pub mod messages;
mod prose;
pub mod repairs;
pub mod survey;
pub mod update;
pub mod verify;
