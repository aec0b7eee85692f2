//! The query language of the search box: words, and filters such as
//! `version:3.12`. The entry points are [`read`], [`write`], [`settle`] and
//! [`complete`].
//!
//! What stands in the box, the chips and the address are three forms of one
//! [`Query`](super::Query).

mod complete;
mod read;

pub use complete::{Completion, Completions, complete};
pub use read::{Problem, Reading, Role, Term, read};

use super::field::Field;
use super::filter::Query;
use catalogue::Catalogue;

/// Takes the filters out of a query's words and sets them: a link may have been
/// written by hand.
pub fn settle(query: &mut Query, catalogue: &Catalogue) {
    let reading = read(&query.text, catalogue);
    let is_filter = |term: &Term| matches!(term.role, Role::Filter(_));
    if !reading.terms.iter().any(is_filter) {
        return;
    }
    for field in Field::ALL {
        let value = field.value(&reading.query);
        if !value.is_empty() {
            // The values have been read once; none is wrong.
            field.set(&value, query);
        }
    }
    query.text = reading.query.text;
}

/// The text that reads back as a query.
pub fn write(query: &Query) -> String {
    let mut terms: Vec<String> = Field::ALL
        .into_iter()
        .map(|field| (field, field.value(query)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| format!("{}:{value}", field.key()))
        .collect();
    let text = query.text.trim();
    if !text.is_empty() {
        terms.push(text.to_owned());
    }
    terms.join(" ")
}
