//! What answers rest on. The entry point is [`Ready::explain`].

use api::Table;
use catalogue::{Catalogue, NameList};
use explain::{Evidence, Explanation, Messages, Paste, explain};
use query::{Engine, Query};
use std::rc::Rc;

/// Everything that answers rest on, besides the catalogue and the engine, once it has been
/// loaded.
pub(crate) struct Ready {
    /// The names of the changes.
    pub(crate) names: Rc<NameList>,
    /// The names of the standard library to search in.
    pub(crate) searched: Rc<Table>,
    /// Those that differ between versions.
    pub(crate) changing: Rc<Table>,
    /// How each version words its errors and warnings.
    pub(crate) messages: Rc<Messages>,
}

impl Ready {
    /// Explains what Python said.
    pub(crate) fn explain(
        &self,
        catalogue: &Catalogue,
        engine: &Engine,
        text: &str,
    ) -> Explanation {
        let evidence = Evidence {
            catalogue,
            names: &self.names,
            tables: &[&self.changing, &self.searched],
            messages: &self.messages,
        };
        let search = |words: &str| {
            engine.ranked(&Query {
                text: words.to_owned(),
                ..Query::default()
            })
        };
        explain(&Paste::parse(text), evidence, &search)
    }
}
