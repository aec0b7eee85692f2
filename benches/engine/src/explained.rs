//! What explains errors. The entry point is [`explain_text`].

use super::{STATE, State};
use catalogue::bundle;
use explain::{Evidence, Paste, explain};
use query::Query;

/// Decodes the buffer as the messages. Returns whether it is that part.
#[unsafe(no_mangle)]
pub extern "C" fn read_messages() -> bool {
    STATE.with_borrow_mut(|state| {
        state.messages = bundle::read(&explain::part(), &state.bytes).ok();
        state.messages.is_some()
    })
}

/// Explains the text in the buffer. Returns the number of answers.
#[unsafe(no_mangle)]
pub extern "C" fn explain_text() -> usize {
    STATE.with_borrow(|state| {
        let State {
            bytes,
            catalogue: Some(catalogue),
            names: Some(names),
            engine: Some(engine),
            searched: Some(searched),
            changing: Some(changing),
            messages: Some(messages),
            ..
        } = state
        else {
            return 0;
        };
        let evidence = Evidence {
            catalogue,
            names,
            tables: &[changing, searched],
            messages,
        };
        let search = |words: &str| {
            engine.ranked(&Query {
                text: words.to_owned(),
                ..Query::default()
            })
        };
        let text = String::from_utf8_lossy(bytes);
        explain(&Paste::parse(&text), evidence, &search)
            .answers
            .len()
    })
}
