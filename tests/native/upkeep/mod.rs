//! Verifying and updating through the interface of the crate: sound assets pass, and every
//! check finds mistakes.

mod broken;
mod facts;
mod fixture;
mod interpreters;
mod mistakes;
mod reference;
mod shipped;
mod update;
