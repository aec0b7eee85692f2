//! Verifying and updating through the interface of the crate: sound assets pass, and every
//! check finds mistakes.

mod broken;
mod facts;
mod fixture;
pub(crate) mod installed;
mod interpreters;
mod messages;
mod mistakes;
mod reference;
mod repairs;
mod shipped;
mod update;
