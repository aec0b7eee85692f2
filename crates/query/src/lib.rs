//! Queries: which features a reader asks for, and the answer.
//!
//! [`Engine::new`] prepares a catalogue, [`Engine::run`] answers a [`Query`],
//! [`Search::new`] is what finds by words, and [`Route`] is what a link holds: a view, a query and what is open. The
//! room is pure; it knows neither Yew nor the browser.

mod chunks;
mod counting;
mod engine;
mod facets;
mod field;
mod filter;
mod fragment;
pub mod language;
mod life;
mod lists;
mod pages;
mod route;
mod search;
mod set;
mod slug;
mod tally;
mod upgrade;

pub use engine::{Engine, Group, Results};
pub use facets::{Count, Facets, leading};
pub use field::Field;
pub use filter::{Facet, Query, SeriesRange};
pub use fragment::Notice;
pub use life::{Departure, Ending, Presence, departures, endings, life};
pub use pages::pages;
pub use route::{Code, Route, View};
pub use search::{Finder, Found, Marks, Preparation, Search, Wording};
pub use slug::slug_meant;
pub use upgrade::{Concern, Group as UpgradeGroup, Section, Step, Upgrade};
