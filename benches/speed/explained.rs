//! Errors explained. The entry point is [`measure`].

use super::tracebacks::tracebacks;
use super::{fastest, milliseconds, print};
use api::Table;
use catalogue::Library;
use explain::{Evidence, Messages, Paste, explain};
use query::{Engine, Query};
use std::hint::black_box;

/// Measures what the budget is for: a traceback read and explained.
pub(super) fn measure(library: &Library, table: &Table, messages: &Messages) {
    let engine = Engine::with_search(library);
    let search = |text: &str| {
        engine.ranked(&Query {
            text: text.to_owned(),
            ..Query::default()
        })
    };
    let evidence = Evidence {
        catalogue: &library.catalogue,
        names: &library.names,
        tables: &[table],
        messages,
    };
    let times = tracebacks().map(|traceback| {
        fastest(|| {
            let explanation = explain(&Paste::parse(black_box(&traceback)), evidence, &search);
            (!explanation.answers.is_empty()).then_some(explanation)
        })
    });
    let slowest = milliseconds(times.into_iter().max().unwrap_or_default());
    print("a traceback of 100 lines explained", slowest, "ms", "<1");
}
