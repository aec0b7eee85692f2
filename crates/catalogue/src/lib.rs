//! The catalogue: every feature of every release, merged from the documents
//! and the fact tables.
//!
//! In a native build, [`sources::read`] reads the assets, [`merge`] merges them
//! into a [`Library`], and [`bundle`] writes it. In the browser, [`bundle`]
//! reads the parts back. Queries and browser APIs are outside this crate.

mod ascending;
pub mod bundle;
mod columns;
mod disputed;
mod facts;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(all(any(test, feature = "fixture"), not(target_arch = "wasm32")))]
pub mod fixture;
pub mod index;
mod merge;
mod model;
mod names;
mod order;
pub mod own;
mod passage;
mod sample;
mod sequel;
#[cfg(not(target_arch = "wasm32"))]
pub mod sources;
#[cfg(not(target_arch = "wasm32"))]
pub mod tables;
mod thesaurus;
mod verdict;

pub use disputed::DisputedClaim;
pub use facts::{Facts, FirstVersion};
#[cfg(not(target_arch = "wasm32"))]
pub use files::FileError;
pub use merge::{MergeDiagnostic, NamedDocument, Origin, merge};
pub use model::{
    Calendar, Catalogue, Claim, DocumentEntry, DocumentText, Feature, FeatureText, Library,
    Passage, Pep, PepType, Release, ReleaseState, Sequel, SeriesStatus, Statement, Verdicts, pep,
};
pub use names::{NameList, Names};
pub use sample::{Outcome, Recording, Sample};
#[cfg(not(target_arch = "wasm32"))]
pub use tables::FactsError;
pub use thesaurus::Thesaurus;
