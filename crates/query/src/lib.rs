//! Queries over a catalogue.
//!
//! [`Engine::new`] prepares a catalogue, [`Engine::run`] answers a [`Query`],
//! [`Search::new`] adds the search by words, and [`Route`] is the content of a link: a
//! view, a query and what is open. The crate is pure; it knows neither Yew nor the browser.

mod chunks;
mod endings;
mod engine;
mod facet_index;
mod facets;
mod field;
mod filter;
mod fragment;
pub mod language;
mod lazy_facets;
mod life;
mod lists;
mod my_versions;
mod pages;
mod route;
mod search;
mod set;
mod slug;
mod subject;
mod support;
mod upgrade;

pub use endings::{Departure, Ending, departures, endings};
pub use engine::{Engine, Group, Results};
pub use facets::{Count, Facets, indices_by_results, with_packages};
pub use field::Field;
pub use filter::{Facet, Query, SeriesRange};
pub use fragment::Notice;
pub use life::{Presence, life};
pub use my_versions::MyVersions;
pub use pages::pages;
pub use route::{Code, Route, View};
pub use search::{Finder, Highlights, Interpretation, Matches, Search, SearchBuilder};
pub use slug::similar_slug;
pub use subject::Subject;
pub use support::{Availability, Later, Outcome, Record, Support};
pub use upgrade::{Concern, Group as UpgradeGroup, Section, Step, Upgrade};
