//! The query language of the search box: words, and filters such as `version:3.12`. The
//! entry points are [`parse`], [`format`], [`extract_filters`] and [`complete`].
//!
//! The text in the box, the chips and the address are three forms of the same
//! [`Query`](super::Query).

mod complete;
mod parse;

pub use complete::{Completion, Completions, complete};
pub use parse::{ParsedQuery, Problem, Role, Term, parse};

use super::field::Field;
use super::filter::Query;
use catalogue::Catalogue;

/// Moves filters from the words of a query to its filters. The words of a link that was
/// written by hand may contain some.
pub fn extract_filters(query: &mut Query, catalogue: &Catalogue) {
    let parsed = parse(&query.text, catalogue);
    let is_filter = |term: &Term| matches!(term.role, Role::Filter(_));
    if !parsed.terms.iter().any(is_filter) {
        return;
    }
    for field in Field::ALL {
        let value = field.value(&parsed.query);
        if !value.is_empty() {
            // The value was written by `Field::value`, so it has no errors.
            field.set(&value, query);
        }
    }
    query.text = parsed.query.text;
}

/// The text of a query. Parsing it results in an equal query.
pub fn format(query: &Query) -> String {
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
