//! Errors explained. The entry point is [`measure`].

use super::{fastest, milliseconds, print};
use api::Table;
use catalogue::Library;
use explain::{Evidence, Messages, Paste, explain};
use query::{Engine, Query};
use std::hint::black_box;

/// The errors at the end of tracebacks: of a name, of a message and of the syntax.
const ERRORS: [&str; 3] = [
    "AttributeError: module 'collections' has no attribute 'MutableMapping'",
    "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
    "SyntaxError: multiple exception types must be parenthesized",
];

/// The lines of a traceback.
const LINES: usize = 100;

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
    let times = ERRORS.map(|error| {
        let traceback = traceback(error);
        fastest(|| {
            let explanation = explain(&Paste::parse(black_box(&traceback)), evidence, &search);
            (!explanation.answers.is_empty()).then_some(explanation)
        })
    });
    let slowest = milliseconds(times.into_iter().max().unwrap_or_default());
    print("a traceback of 100 lines explained", slowest, "ms", "<1");
}

fn traceback(error: &str) -> String {
    let mut text = "Traceback (most recent call last):\n".to_owned();
    for line in 0..(LINES - 2) / 2 {
        text.push_str(&format!(
            "  File \"/srv/app/.venv/lib/python3.12/site-packages/framework/part_{line}.py\", \
             line {line}, in handle\n    return self.next(request, **options)\n"
        ));
    }
    text + error + "\n"
}
