//! What may stand where one types. The entry point is [`complete`].

use crate::chunks::chunks;
use crate::facets::{Count, Facets};
use crate::field::Field;
use catalogue::Catalogue;
use std::ops::Range;
use std::sync::Arc;

/// What may stand in place of a stretch of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completions {
    /// The stretch, in bytes.
    pub span: Range<usize>,
    /// The most useful first.
    pub items: Vec<Completion>,
}

/// One thing that may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The whole stretch as it would be.
    pub text: String,
    /// What it means, or how many results it has.
    pub note: String,
    /// Whether something has to follow it, as a value does a field.
    pub is_open: bool,
}

/// The most that are offered at once.
const MOST: usize = 8;

/// The least of a word for which fields and modules are offered.
const LEAST: usize = 2;

/// What may stand at a place of a query, which counts in bytes. The facets are
/// those of the query without the stretch.
pub fn complete(text: &str, cursor: usize, catalogue: &Catalogue, facets: &Facets) -> Completions {
    let touched = |span: &Range<usize>| span.start < cursor && cursor <= span.end;
    let Some(chunk) = chunks(text).find(|chunk| touched(&chunk.span)) else {
        return Completions::default();
    };
    let typed = text.get(chunk.span.start..cursor).unwrap_or_default();
    let mut items = match typed.split_once(':') {
        Some((key, value)) => match Field::of_key(key) {
            Some(field) => values(field, value, catalogue, facets),
            None => Vec::new(),
        },
        None if typed.len() >= LEAST => beginnings(typed, facets),
        None => Vec::new(),
    };
    // What is written out needs no offer.
    items.retain(|item| item.text != typed);
    items.truncate(MOST);
    Completions {
        span: chunk.span,
        items,
    }
}

/// The fields that a word begins, and the module that it is or begins.
fn beginnings(typed: &str, facets: &Facets) -> Vec<Completion> {
    let lower = typed.to_ascii_lowercase();
    let fields = Field::ALL
        .into_iter()
        .filter(|field| field.key().starts_with(&lower));
    let fields = fields.map(|field| Completion {
        text: format!("{}:", field.key()),
        note: field.label().to_owned(),
        is_open: true,
    });
    // A module that is written out is looked for as it stands.
    let is_module = facets.modules.iter().any(|count| *count.value == *typed);
    let begun = |count: &&Count<Arc<str>>| {
        let fits = count.value.to_ascii_lowercase().starts_with(&lower);
        fits && count.results > 0 && !is_module
    };
    let modules = facets.modules.iter().filter(begun);
    let modules = modules.map(|count| Completion {
        text: format!("module:{}", count.value),
        note: results(count.results),
        is_open: false,
    });
    fields.chain(modules.take(2)).collect()
}

/// The values of a field that go on from what is typed, or go on from the last
/// comma or the dots of a range in it.
fn values(field: Field, typed: &str, catalogue: &Catalogue, facets: &Facets) -> Vec<Completion> {
    let last = match field {
        Field::Version => typed.rfind("..").map_or(0, |dots| dots + 2),
        Field::In => 0,
        _ => typed.rfind(',').map_or(0, |comma| comma + 1),
    };
    let (kept, begun) = typed.split_at_checked(last).unwrap_or(("", typed));
    let begun = begun.to_ascii_lowercase();
    let mut found: Vec<(String, String)> = Vec::new();
    let mut offer = |value: String, label: &str, count: usize| {
        let fits = value.to_ascii_lowercase().starts_with(&begun);
        if fits && count > 0 {
            let note = match label {
                "" => results(count),
                label => format!("{label} · {}", results(count)),
            };
            found.push((value, note));
        }
    };
    fn each<T>(counts: &[Count<T>], mut offer: impl FnMut(&T, usize)) {
        for count in counts {
            offer(&count.value, count.results);
        }
    }
    match field {
        Field::Version => each(&facets.introduced, |it, n| offer(it.to_string(), "", n)),
        Field::In => each(&facets.usable_in, |it, n| offer(it.to_string(), "", n)),
        Field::Status => each(&facets.statuses, |it, n| offer(it.to_string(), "", n)),
        Field::Kind => each(&facets.kinds, |it, n| offer(it.to_string(), "", n)),
        Field::Area => each(&facets.areas, |it, n| offer(it.to_string(), it.label(), n)),
        Field::Has => each(&facets.contents, |it, n| {
            offer(it.to_string(), it.label(), n)
        }),
        Field::Module => each(&facets.modules, |it, n| offer(it.to_string(), "", n)),
        Field::Pep => each(&facets.peps, |it, n| offer(it.0.to_string(), "", n)),
        Field::Doc => each(&facets.documents, |it, n| {
            let title = catalogue.document(it).map_or("", |entry| &entry.title);
            offer(it.to_string(), title, n);
        }),
    }
    let key = field.key();
    let found = found.into_iter().take(MOST + 1);
    found
        .map(|(value, note)| Completion {
            text: format!("{key}:{kept}{value}"),
            note,
            is_open: false,
        })
        .collect()
}

fn results(count: usize) -> String {
    match count {
        1 => "1 result".to_owned(),
        count => format!("{count} results"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Query};
    use catalogue::fixture::Shelf;

    /// What is offered at the mark `^` of a query, and what it would replace.
    fn offered(marked: &str) -> (String, Vec<String>) {
        let catalogue = Shelf::empty()
            .reference(
                "notes",
                "## Groups {#3.14-g kind=added module=asyncio}\n\nText.\n\n\
                 ## Except {#pep-758 kind=changed}\n\nText.\n\n\
                 ## Older {#3.12-o kind=removed series=3.12 module=asynchat}\n\nText.",
            )
            .catalogue();
        let facets = Engine::new(&catalogue)
            .run(&catalogue, &Query::default())
            .facets()
            .clone();
        let cursor = marked.find('^').expect("a mark");
        let text = marked.replace('^', "");
        let Completions { span, items } = complete(&text, cursor, &catalogue, &facets);
        let stretch = text.get(span).expect("a stretch of the text").to_owned();
        (stretch, items.into_iter().map(|item| item.text).collect())
    }

    #[test]
    fn fields_modules_and_values_are_offered_where_one_types() {
        for (marked, stretch, expected) in [
            ("ver^", "ver", &["version:"][..]),
            ("task st^ more", "st", &["status:"]),
            ("asyn^", "asyn", &["module:asynchat", "module:asyncio"]),
            (
                "kind:^",
                "kind:",
                &["kind:added", "kind:changed", "kind:removed"],
            ),
            ("kind:added,re^", "kind:added,re", &["kind:added,removed"]),
            (
                "version:3.12..^",
                "version:3.12..",
                &["version:3.12..3.14", "version:3.12..3.12"],
            ),
            ("pep:7^", "pep:7", &["pep:758"]),
            ("doc:^", "doc:", &["doc:notes"]),
            ("in:3.12^", "in:3.12", &[]),
            ("x^", "x", &[]),
            ("nothing:^", "nothing:", &[]),
            ("^kind", "", &[]),
            ("a ^", "", &[]),
        ] {
            let (replaced, items) = offered(marked);
            assert_eq!(
                (replaced.as_str(), items.as_slice()),
                (
                    stretch,
                    &*expected.iter().map(|it| it.to_string()).collect::<Vec<_>>()
                ),
                "{marked}"
            );
        }
    }
}
