//! The search alone as WebAssembly, to be measured in a browser without the page. The entry
//! point is [`ask`]; [`explained`] and [`named`] have what explains errors and the table of
//! names.
//!
//! The caller writes bytes into the buffer that [`room`] allocates and then calls one of the
//! other functions, which reads them.

mod explained;
mod named;

use api::Table;
use catalogue::index::Index;
use catalogue::{Catalogue, NameList, bundle};
use explain::Messages;
use query::{Engine, Query, Search};
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Default)]
struct State {
    bytes: Vec<u8>,
    catalogue: Option<Catalogue>,
    names: Option<Rc<NameList>>,
    index: Option<Index>,
    engine: Option<Engine>,
    /// The names of the standard library to search in.
    searched: Option<Table>,
    /// Those that differ between versions.
    changing: Option<Table>,
    messages: Option<Messages>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Allocates a buffer of this length.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.bytes = vec![0; length];
        state.bytes.as_mut_ptr()
    })
}

/// Decodes the buffer as the first part of the bundle. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_catalogue() -> bool {
    STATE.with_borrow_mut(|state| {
        state.catalogue = bundle::read(&bundle::catalogue(), &state.bytes).ok();
        state.catalogue.is_some()
    })
}

/// Decodes the buffer as the names of the features. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_names() -> bool {
    STATE.with_borrow_mut(|state| {
        let names = bundle::read(&bundle::names(), &state.bytes);
        state.names = names.ok().map(Rc::new);
        state.names.is_some()
    })
}

/// Decodes the buffer as the index. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_index() -> bool {
    STATE.with_borrow_mut(|state| {
        state.index = bundle::read(&bundle::index(), &state.bytes).ok();
        state.index.is_some()
    })
}

/// Prepares the search with the decoded parts.
#[unsafe(no_mangle)]
pub extern "C" fn prepare() {
    STATE.with_borrow_mut(|state| {
        if let State {
            catalogue: Some(catalogue),
            names: Some(names),
            index: Some(index),
            ..
        } = state
        {
            let engine = Engine::new(catalogue);
            let search = Search::new(&catalogue.features, names.clone(), index.clone());
            engine.add_finder(Rc::new(search));
            state.engine = Some(engine);
        }
    });
}

/// Searches for the text in the buffer. Returns the number of results.
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    STATE.with_borrow(|state| {
        let (Some(catalogue), Some(engine)) = (&state.catalogue, &state.engine) else {
            return 0;
        };
        let text = String::from_utf8_lossy(&state.bytes).into_owned();
        let query = Query {
            text,
            ..Query::default()
        };
        engine.run(catalogue, &query).total
    })
}
