//! The number of results, and the current filters with buttons that remove them.

use crate::content::embed_button;
use crate::session::Session;
use query::{Query, Results, SeriesRange, View};
use yew::prelude::*;

/// A chosen value of a filter, and the query without it.
struct Chip {
    label: String,
    without: Query,
}

/// The number of results or the state of the search, the current filters, and a button that
/// clears them. `has_failed` is true if the search could not be loaded.
pub(crate) fn chips(session: &Session, results: &Results, has_failed: bool) -> Html {
    let chips = in_force(session);
    let count = match results.total {
        _ if results.is_waiting && has_failed => "Not searched".to_owned(),
        _ if results.is_waiting => "Loading the search…".to_owned(),
        1 => "1 feature".to_owned(),
        total => format!("{total} features"),
    };
    let clear = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.ask(Query::default()))
    };
    html! {
        <div class="chips">
            <p class="count" role="status" aria-live="polite">{ count }</p>
            if !chips.is_empty() {
                <ul aria-label="Filters in force">
                    { for chips.into_iter().map(|chip| render(chip, session)) }
                </ul>
                <button class="clear" onclick={clear}>{ "Clear all" }</button>
            }
            { embed_button(session.route.in_view(View::Explore).to_fragment()) }
        </div>
    }
}

fn render(chip: Chip, session: &Session) -> Html {
    let label = format!("Remove the filter {}", chip.label);
    let onclick = {
        let (session, query) = (session.clone(), chip.without);
        Callback::from(move |_: MouseEvent| session.ask(query.clone()))
    };
    html! {
        <li>
            <button class="chip" {onclick} aria-label={label}>
                { chip.label }<span aria-hidden="true">{ " ×" }</span>
            </button>
        </li>
    }
}

fn in_force(session: &Session) -> Vec<Chip> {
    let query = &session.route.query;
    let mut chips = Vec::new();
    let mut add = |label: String, remove: &dyn Fn(&mut Query)| {
        let mut without = query.clone();
        remove(&mut without);
        chips.push(Chip { label, without });
    };
    if !query.text.trim().is_empty() {
        add(format!("“{}”", query.text.trim()), &|query| {
            query.text.clear()
        });
    }
    if !query.introduced.is_open() {
        add(range_label(query.introduced), &|query| {
            query.introduced = SeriesRange::default();
        });
    }
    if let Some(series) = query.usable_in {
        add(format!("Usable in {series}"), &|query| {
            query.usable_in = None
        });
    }
    for pep in &query.peps {
        add(pep.to_string(), &|query| {
            query.peps.retain(|other| other != pep)
        });
    }
    for status in &query.statuses {
        add(format!("Status: {}", status.label()), &|query| {
            query.statuses.retain(|other| other != status);
        });
    }
    for kind in &query.kinds {
        add(kind.label().to_owned(), &|query| {
            query.kinds.retain(|other| other != kind)
        });
    }
    for area in &query.areas {
        add(area.label().to_owned(), &|query| {
            query.areas.retain(|other| other != area)
        });
    }
    for module in &query.modules {
        add(module.clone(), &|query| {
            query.modules.retain(|other| other != module)
        });
    }
    for content in &query.contents {
        add(content.label().to_owned(), &|query| {
            query.contents.retain(|other| other != content)
        });
    }
    for slug in &query.documents {
        let entry = session.catalogue.document(slug);
        let title = entry.map_or(slug, |entry| &entry.title);
        add(format!("In: {title}"), &|query| {
            query.documents.retain(|other| other != slug)
        });
    }
    chips
}

fn range_label(range: SeriesRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => format!("Introduced in {from}"),
        (Some(from), Some(to)) => format!("Introduced in {from} to {to}"),
        (Some(from), None) => format!("Introduced in {from} or later"),
        (None, Some(to)) => format!("Introduced in {to} or earlier"),
        (None, None) => String::new(),
    }
}
