//! The filters, every value with the number of results it would give.

use crate::app::content::kind_mark;
use crate::app::platform::dom;
use crate::app::session::Session;
use crate::query::{Count, Facet, Query, Results, SeriesRange};
use crate::terms::{PepNumber, Series};
use yew::prelude::*;

/// All filters. On a narrow page they begin closed.
pub fn filters(session: &Session, results: &Results, narrow: bool) -> Html {
    let facets = &results.facets;
    let query = &session.route.query;
    let in_force = Facet::ALL.iter().filter(|facet| query.has(**facet)).count();
    let kinds = facets.kinds.iter().map(|count| Choice {
        label: html! {
            <><span class={classes!("mark", "kind", count.value.key())} aria-hidden="true">{ kind_mark(count.value) }</span>{ count.value.label() }</>
        },
        key: count.value.key().to_owned(),
        chosen: query.kinds.contains(&count.value),
        results: count.results,
        query: toggled(query, |query| &mut query.kinds, count.value),
    });
    let statuses = facets.statuses.iter().map(|count| Choice {
        label: count.value.label().into(),
        key: count.value.key().to_owned(),
        chosen: query.statuses.contains(&count.value),
        results: count.results,
        query: toggled(query, |query| &mut query.statuses, count.value),
    });
    let areas = facets.areas.iter().map(|count| Choice {
        label: count.value.label().into(),
        key: count.value.key().to_owned(),
        chosen: query.areas.contains(&count.value),
        results: count.results,
        query: toggled(query, |query| &mut query.areas, count.value),
    });
    let documents = facets.documents.iter().map(|count| Choice {
        label: document_label(session, &count.value),
        key: count.value.clone(),
        chosen: query.documents.contains(&count.value),
        results: count.results,
        query: toggled(query, |query| &mut query.documents, count.value.clone()),
    });
    let panel = html! {
        <form class="filters" aria-label="Filters" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { introduced(session, &facets.introduced) }
            { usable_in(session, &facets.usable_in) }
            <PepField session={session.clone()} counts={facets.peps.clone()} />
            { group("Kind", "kind", kinds, session) }
            { group("Status", "status", statuses, session) }
            { group("Area", "area", areas, session) }
            { group("Document", "doc", documents, session) }
        </form>
    };
    // The details element is there at any width, so that turning a phone
    // loses nothing; on a wide page it is always open and has no handle.
    html! {
        <details class="filter-panel" open={!narrow}>
            <summary>{ "Filters" }if in_force > 0 { <span class="number">{ in_force }</span> }</summary>
            { panel }
        </details>
    }
}

fn document_label(session: &Session, slug: &str) -> Html {
    let title = session
        .catalogue
        .document(slug)
        .map(|entry| entry.title.clone());
    html! { { title.unwrap_or_else(|| slug.to_owned()) } }
}

/// One value of a filter.
struct Choice {
    label: Html,
    key: String,
    chosen: bool,
    results: usize,
    /// The query with the value chosen, or no longer.
    query: Query,
}

fn toggled<T: PartialEq>(
    query: &Query,
    list: impl Fn(&mut Query) -> &mut Vec<T>,
    value: T,
) -> Query {
    let mut query = query.clone();
    let values = list(&mut query);
    match values.iter().position(|other| *other == value) {
        Some(index) => {
            values.remove(index);
        }
        None => values.push(value),
    }
    query
}

fn group(
    title: &'static str,
    name: &str,
    choices: impl Iterator<Item = Choice>,
    session: &Session,
) -> Html {
    let choices = choices.map(|choice| {
        let id = format!("{name}-{}", choice.key);
        let onchange = {
            let (session, query) = (session.clone(), choice.query);
            Callback::from(move |_: Event| session.ask(query.clone()))
        };
        let none = choice.results == 0 && !choice.chosen;
        html! {
            <li class={classes!(none.then_some("none"))} key={id.clone()}>
                <input type="checkbox" id={id.clone()} name={name.to_owned()} checked={choice.chosen} {onchange} />
                <label for={id}><span class="label">{ choice.label }</span><span class="number">{ choice.results }</span></label>
            </li>
        }
    });
    html! {
        <fieldset class={classes!("group", format!("group-{name}"))}>
            <legend>{ title }</legend>
            <ul>{ for choices }</ul>
        </fieldset>
    }
}

/// The range of series that introduced a feature: a button for one series
/// alone, two lists for the ends of a range.
fn introduced(session: &Session, counts: &[Count<Series>]) -> Html {
    let range = session.route.query.introduced;
    let button = |count: &Count<Series>| {
        let only = SeriesRange::only(count.value);
        let pressed = range == only;
        let inside = !range.is_open() && range.contains(count.value);
        let onclick = {
            let range = if pressed {
                SeriesRange::default()
            } else {
                only
            };
            set_range(session, range)
        };
        let none = count.results == 0;
        html! {
            <li key={count.value.to_string()}>
                <button
                    type="button"
                    class={classes!("one-series", inside.then_some("inside"), none.then_some("none"))}
                    aria-pressed={pressed.to_string()}
                    {onclick}
                >
                    { count.value.to_string() }<span class="number">{ count.results }</span>
                </button>
            </li>
        }
    };
    html! {
        <fieldset class="group introduced">
            <legend>{ "Introduced in" }</legend>
            <ul class="all-series">{ for counts.iter().map(button) }</ul>
            <div class="range">
                { end("from", range.from, counts, session, |range, series| range.from = series) }
                { end("to", range.to, counts, session, |range, series| range.to = series) }
            </div>
        </fieldset>
    }
}

fn set_range(session: &Session, range: SeriesRange) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let mut query = session.route.query.clone();
        query.introduced = range;
        session.ask(query);
    })
}

fn end(
    name: &'static str,
    chosen: Option<Series>,
    counts: &[Count<Series>],
    session: &Session,
    set: fn(&mut SeriesRange, Option<Series>),
) -> Html {
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let mut query = session.route.query.clone();
            set(&mut query.introduced, dom::chosen(&event).parse().ok());
            let SeriesRange { from, to } = query.introduced;
            // A range cannot end before it begins: the other end follows.
            if let (Some(from), Some(to)) = (from, to)
                && from > to
            {
                let series = if name == "from" { from } else { to };
                query.introduced = SeriesRange::only(series);
            }
            session.ask(query);
        })
    };
    let options = counts
        .iter()
        .map(|count| option(count.value, chosen, count.value.to_string()));
    html! {
        <label>
            <span>{ name }</span>
            <select id={format!("introduced-{name}")} {onchange}>
                <option value="" selected={chosen.is_none()}>{ "any" }</option>
                { for options }
            </select>
        </label>
    }
}

fn option(series: Series, chosen: Option<Series>, text: String) -> Html {
    html! { <option value={series.to_string()} selected={chosen == Some(series)}>{ text }</option> }
}

fn usable_in(session: &Session, counts: &[Count<Series>]) -> Html {
    let chosen = session.route.query.usable_in;
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let mut query = session.route.query.clone();
            query.usable_in = dom::chosen(&event).parse().ok();
            session.ask(query);
        })
    };
    let options = counts.iter().map(|count| {
        option(
            count.value,
            chosen,
            format!("{} ({})", count.value, count.results),
        )
    });
    html! {
        <fieldset class="group">
            <legend><label for="usable-in">{ "Usable in" }</label></legend>
            <select id="usable-in" {onchange}>
                <option value="" selected={chosen.is_none()}>{ "any series" }</option>
                { for options }
            </select>
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct PepProps {
    session: Session,
    counts: Vec<Count<PepNumber>>,
}

/// A PEP by number; the list suggests those that have features.
#[component]
fn PepField(props: &PepProps) -> Html {
    let PepProps { session, counts } = props;
    let problem = use_state_eq(|| None::<String>);
    let onchange = {
        let (session, problem) = (session.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let text = dom::entered(&event);
            match text.parse::<PepNumber>() {
                Ok(pep) => {
                    problem.set(None);
                    let mut query = session.route.query.clone();
                    if !query.peps.contains(&pep) {
                        query.peps.push(pep);
                        session.ask(query);
                    }
                    // The number is a chip now, and the field ready for another.
                    dom::empty(&event);
                }
                Err(_) if text.trim().is_empty() => problem.set(None),
                Err(error) => problem.set(Some(crate::app::content::sentence(&error))),
            }
        })
    };
    let options = counts.iter().filter(|count| count.results > 0).map(|count| {
        let title = session.catalogue.pep(count.value).map(|pep| pep.title.replace('`', ""));
        html! { <option value={count.value.0.to_string()}>{ title.unwrap_or_default() }</option> }
    });
    html! {
        <fieldset class="group">
            <legend><label for="pep">{ "PEP" }</label></legend>
            <input id="pep" list="peps" inputmode="numeric" autocomplete="off" placeholder="number, such as 758"
                aria-describedby="pep-problem" {onchange} />
            <datalist id="peps">{ for options }</datalist>
            <p id="pep-problem" class="problem" role="alert">{ for (*problem).clone() }</p>
        </fieldset>
    }
}
