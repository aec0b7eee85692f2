//! Keeping the catalogue right and current: native only, nothing of it is in
//! the page.
//!
//! [`verify::verify`] checks the assets against themselves, the fact tables
//! and, where it is given one, a reference; [`update::update`] refreshes the
//! fact tables. The crate knows neither queries nor the browser.

mod prose;
pub mod survey;
pub mod update;
pub mod verify;
