//! Completions for the search box. The entry point is [`complete`].

use crate::chunks::chunks;
use crate::facets::{Count, Facets};
use crate::field::Field;
use catalogue::Catalogue;
use std::ops::Range;
use std::sync::Arc;
use terms::counted;

/// The completions of a part of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completions {
    /// The part of the query to replace, in bytes.
    pub span: Range<usize>,
    /// At most eight completions, the most useful first.
    pub items: Vec<Completion>,
}

/// A completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The text to replace the part of the query with.
    pub text: String,
    /// The meaning of a field, or the number of results of a value.
    pub note: String,
    /// Whether the text is incomplete, as a field without a value.
    pub is_open: bool,
}

/// The maximum number of completions.
const MAX_ITEMS: usize = 8;

/// The minimum length of a word for which fields and modules are offered, in bytes.
const MIN_LENGTH: usize = 2;

/// The completions at a position of a query, given in bytes. The facets have to be those of
/// the query without the part that is completed.
pub fn complete(text: &str, cursor: usize, catalogue: &Catalogue, facets: &Facets) -> Completions {
    let touched = |span: &Range<usize>| span.start < cursor && cursor <= span.end;
    let Some(chunk) = chunks(text).find(|chunk| touched(&chunk.span)) else {
        return Completions::default();
    };
    let typed = text.get(chunk.span.start..cursor).unwrap_or_default();
    let mut items = match typed.split_once(':') {
        Some((key, value)) => match Field::from_key(key) {
            Some(field) => complete_value(field, value, catalogue, facets),
            None => Vec::new(),
        },
        None if typed.len() >= MIN_LENGTH => complete_word(typed, facets),
        None => Vec::new(),
    };
    items.retain(|item| item.text != typed);
    items.truncate(MAX_ITEMS);
    Completions {
        span: chunk.span,
        items,
    }
}

/// The fields and modules that begin with a word.
fn complete_word(typed: &str, facets: &Facets) -> Vec<Completion> {
    let lower = typed.to_ascii_lowercase();
    let fields = Field::ALL
        .into_iter()
        .filter(|field| field.key().starts_with(&lower));
    let fields = fields.map(|field| Completion {
        text: format!("{}:", field.key()),
        note: field.label().to_owned(),
        is_open: true,
    });
    // The complete name of a module is likely meant as a word.
    let is_module = facets.modules.iter().any(|count| *count.value == *typed);
    let matches = |count: &&Count<Arc<str>>| {
        let matches = count.value.to_ascii_lowercase().starts_with(&lower);
        matches && count.results > 0 && !is_module
    };
    let modules = facets.modules.iter().filter(matches);
    let modules = modules.map(|count| Completion {
        text: format!("module:{}", count.value),
        note: counted(count.results, "result"),
        is_open: false,
    });
    fields.chain(modules.take(2)).collect()
}

/// The values of a field that begin with what is typed or, in lists and ranges, with what
/// follows the last comma or the dots.
fn complete_value(
    field: Field,
    typed: &str,
    catalogue: &Catalogue,
    facets: &Facets,
) -> Vec<Completion> {
    let start = match field {
        Field::Version => typed.rfind("..").map_or(0, |dots| dots + 2),
        Field::In => 0,
        _ => typed.rfind(',').map_or(0, |comma| comma + 1),
    };
    let (kept, prefix) = typed.split_at_checked(start).unwrap_or(("", typed));
    let prefix = prefix.to_ascii_lowercase();
    let mut offers: Vec<(String, String)> = Vec::new();
    let mut offer = |value: String, label: &str, count: usize| {
        let matches = value.to_ascii_lowercase().starts_with(&prefix);
        if matches && count > 0 {
            let note = match label {
                "" => counted(count, "result"),
                label => format!("{label} · {}", counted(count, "result")),
            };
            offers.push((value, note));
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
    let offers = offers.into_iter().take(MAX_ITEMS + 1);
    offers
        .map(|(value, note)| Completion {
            text: format!("{key}:{kept}{value}"),
            note,
            is_open: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Query};
    use catalogue::fixture::Shelf;

    /// The part of a query that completions at the cursor `^` replace, and the completions.
    fn completions(marked: &str) -> (String, Vec<String>) {
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
        let cursor = marked.find('^').expect("a cursor");
        let text = marked.replace('^', "");
        let Completions { span, items } = complete(&text, cursor, &catalogue, &facets);
        let part = text.get(span).expect("a part of the text").to_owned();
        (part, items.into_iter().map(|item| item.text).collect())
    }

    #[test]
    fn fields_modules_and_values_are_completed_at_the_cursor() {
        for (marked, part, expected) in [
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
            let (replaced, items) = completions(marked);
            assert_eq!(
                (replaced.as_str(), items.as_slice()),
                (
                    part,
                    &*expected.iter().map(|it| it.to_string()).collect::<Vec<_>>()
                ),
                "{marked}"
            );
        }
    }
}
