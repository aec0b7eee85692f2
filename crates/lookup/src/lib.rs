//! What the command line and the MCP server answer. [`Lookup`] has the questions; an answer
//! is data with a JSON schema and, as [`Readable`], text for people.

mod blocks;
mod change;
mod check;
mod error;
mod explain;
mod explanations;
mod names;
mod page;
mod repair;
mod search;
mod upgrade;

pub use ::check::Level;
pub use change::{Change, Event, Program, Source, State};
pub use check::{Checked, CheckedError, CheckedFile, CheckedFinding, Reports, SourceFile};
pub use error::LookupError;
pub use explain::{Answered, Explained};
pub use names::Name;
pub use page::{Page, Readable, faint, strong, warning};
pub use repair::{Code, RepairSheet, Seen};
pub use search::{Found, Hit, SearchResult};
pub use upgrade::{Changes, Narrowing, Section, Step, concerns};

use ::check::Lists;
use ::explain::Messages;
use api::Table;
use catalogue::index::Index;
use catalogue::{Library, Thesaurus};
use query::Engine;
use std::cell::OnceCell;

/// Everything that is known, prepared for questions.
pub struct Lookup {
    library: Library,
    thesaurus: Thesaurus,
    /// Made, with its index, when something is searched for.
    engine: OnceCell<Engine>,
    table: Option<Table>,
    messages: Messages,
    lists: Lists,
}

impl Lookup {
    /// Prepares what was loaded; the library needs no index. Without a table of names,
    /// questions about names and programs fail.
    pub fn new(
        library: Library,
        thesaurus: Thesaurus,
        table: Option<Table>,
        messages: Messages,
        lists: Lists,
    ) -> Self {
        Self {
            engine: OnceCell::new(),
            library,
            thesaurus,
            table,
            messages,
            lists,
        }
    }

    fn engine(&self) -> &Engine {
        let make = || Engine::with_index(&self.library, Index::of(&self.library, &self.thesaurus));
        self.engine.get_or_init(make)
    }

    /// The table of names.
    ///
    /// # Errors
    ///
    /// [`LookupError::NoTable`] if there is none.
    pub fn table(&self) -> Result<&Table, LookupError> {
        self.table.as_ref().ok_or(LookupError::NoTable)
    }
}
