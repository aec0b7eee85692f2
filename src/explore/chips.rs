//! The number of results, and the current filters with buttons that remove them.

use crate::content::embed_button;
use crate::session::Session;
use query::{Facet, Field, Query, Results, SeriesRange, View};
use terms::counted;
use yew::prelude::*;

/// A chosen value of a filter, or the text of the search if there is no field.
struct Chip {
    label: String,
    field: Option<Field>,
    value: String,
}

/// The number of results or the state of the search, the current filters, and a button that
/// clears them. `has_failed` is true if the search could not be loaded.
pub(crate) fn chips(session: &Session, results: &Results, has_failed: bool) -> Html {
    let chips = in_force(session);
    let count = match results.total {
        _ if results.is_waiting && has_failed => "Not searched".to_owned(),
        _ if results.is_waiting => "Loading the search…".to_owned(),
        total => counted(total, "change"),
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
        let (session, field, value) = (session.clone(), chip.field, chip.value);
        Callback::from(move |_: MouseEvent| session.change(|query| without(query, field, &value)))
    };
    html! {
        <li>
            <button class="chip" {onclick} aria-label={label}>
                { chip.label }<span aria-hidden="true">{ " ×" }</span>
            </button>
        </li>
    }
}

/// The query without one value of a filter.
fn without(query: &Query, field: Option<Field>, value: &str) -> Query {
    match field {
        None => query.without(Facet::Text),
        // The chip may be pressed again before it is gone.
        Some(field) if field.has(value, query) => field.toggled(value, query),
        Some(_) => query.clone(),
    }
}

fn in_force(session: &Session) -> Vec<Chip> {
    let query = &session.route.query;
    let mut chips = Vec::new();
    if !query.text.trim().is_empty() {
        chips.push(Chip {
            label: format!("“{}”", query.text.trim()),
            field: None,
            value: String::new(),
        });
    }
    let mut add = |label: String, field: Field, value: String| {
        let field = Some(field);
        chips.push(Chip {
            label,
            field,
            value,
        });
    };
    if !query.introduced.is_open() {
        let range = Field::Version.value(query);
        add(range_label(query.introduced), Field::Version, range);
    }
    if let Some(series) = query.usable_in {
        add(
            format!("Available in {series}"),
            Field::In,
            series.to_string(),
        );
    }
    for pep in &query.peps {
        add(pep.to_string(), Field::Pep, pep.0.to_string());
    }
    for status in &query.statuses {
        let label = format!("Status: {}", status.label());
        add(label, Field::Status, status.to_string());
    }
    for kind in &query.kinds {
        add(kind.label().to_owned(), Field::Kind, kind.to_string());
    }
    for area in &query.areas {
        add(area.label().to_owned(), Field::Area, area.to_string());
    }
    for module in &query.modules {
        add(module.clone(), Field::Module, module.clone());
    }
    for content in &query.contents {
        add(content.label().to_owned(), Field::Has, content.to_string());
    }
    for slug in &query.documents {
        let entry = session.catalogue.document(slug);
        let title = entry.map_or(slug, |entry| &entry.title);
        add(format!("In: {title}"), Field::Doc, slug.clone());
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
