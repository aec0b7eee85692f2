//! The tests that need neither a browser nor npm's packages, in one program: the crates with
//! the shipped assets, fixtures and random input.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]
#![cfg(not(target_arch = "wasm32"))]

mod bundle;
mod check;
mod documents;
mod embedding_guide;
mod explain;
mod layers;
mod names;
mod own_documents;
mod prerender;
mod publish;
mod python;
mod query;
mod samples;
mod shipped;
mod upkeep;
mod views;
