//! The What's New explorer: what is new in Python, release by release.
//!
//! One direction of flow: Markdown documents become a [`catalogue`], the
//! catalogue answers a [`query`], and [`app`] shows the answer. `ARCHITECTURE.md`
//! describes the rooms and what each must never know.

pub mod app;
pub mod catalogue;
pub mod document;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod python;
pub mod query;
pub mod terms;
#[cfg(not(target_arch = "wasm32"))]
pub mod upkeep;
