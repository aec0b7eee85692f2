//! Verifying and updating, at the boundary of the room: sound assets pass, and
//! every check finds what is broken.

mod broken;
mod facts;
mod fixture;
mod mistakes;
mod reference;
mod shipped;
mod update;
