//! Verifying and updating, at the boundary of the room: sound assets pass, and
//! every check finds what is broken.

#![cfg(not(target_arch = "wasm32"))]

mod broken;
mod command;
mod facts;
mod fixture;
mod reference;
mod shipped;
mod update;
