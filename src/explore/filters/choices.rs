//! Filters whose values are chosen from a list. The entry point is [`choices`].

use super::stop::use_stop;
use crate::session::Session;
use query::{Count, Query};
use std::sync::Arc;
use yew::prelude::*;

/// A filter whose value is a list.
pub(crate) struct Filter<T> {
    pub title: &'static str,
    /// The filter's key in links.
    pub key: &'static str,
    /// The chosen values in a query.
    pub values: fn(&mut Query) -> &mut Vec<T>,
    /// The text of a value in links.
    pub value_key: fn(&T) -> String,
}

/// A list of checkboxes with the numbers of results.
pub(crate) fn choices<T: Clone + PartialEq>(
    session: &Session,
    filter: &Filter<T>,
    counts: &[Count<T>],
    label: &dyn Fn(&T) -> Html,
) -> Html {
    let choice = |count: &Count<T>| {
        let mut query = session.route.query.clone();
        let chosen = toggle((filter.values)(&mut query), &count.value);
        Checkbox {
            id: format!("{}-{}", filter.key, (filter.value_key)(&count.value)),
            label: label(&count.value),
            chosen,
            results: count.results,
            query,
        }
    };
    let boxes: Vec<Checkbox> = counts.iter().map(choice).collect();
    html! {
        <Group session={session.clone()} title={filter.title} name={filter.key} {boxes} />
    }
}

/// Converts the counts of names to those of strings, which queries use.
pub(crate) fn named(counts: &[Count<Arc<str>>]) -> Vec<Count<String>> {
    let named = counts.iter().map(|count| Count {
        value: count.value.to_string(),
        results: count.results,
    });
    named.collect()
}

/// Removes a value from a list or adds it. Returns whether the list contained it.
fn toggle<T: Clone + PartialEq>(values: &mut Vec<T>, value: &T) -> bool {
    match values.iter().position(|other| other == value) {
        Some(index) => {
            values.remove(index);
            true
        }
        None => {
            values.push(value.clone());
            false
        }
    }
}

/// A value of a filter, with its type erased.
#[derive(Clone, PartialEq)]
struct Checkbox {
    id: String,
    label: Html,
    chosen: bool,
    results: usize,
    /// The query with the value toggled.
    query: Query,
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    session: Session,
    title: &'static str,
    name: &'static str,
    boxes: Vec<Checkbox>,
}

/// The values of a filter, which are a single Tab stop.
#[component]
fn Group(props: &GroupProps) -> Html {
    let GroupProps { name, boxes, .. } = props;
    let stop = use_stop(boxes.iter().map(|one| (one.id.as_str(), one.chosen)));
    let checkbox = |one: &Checkbox| {
        let onchange = {
            let (session, query) = (props.session.clone(), one.query.clone());
            Callback::from(move |_: Event| session.ask(query.clone()))
        };
        let none = one.results == 0 && !one.chosen;
        let tabindex = stop.tabindex(&one.id);
        html! {
            <li class={classes!(none.then_some("none"))} key={one.id.clone()}>
                <input type="checkbox" id={one.id.clone()} name={*name} checked={one.chosen} {tabindex} {onchange} />
                <label for={one.id.clone()}><span class="label">{ one.label.clone() }</span><span class="number">{ one.results }</span></label>
            </li>
        }
    };
    html! {
        <fieldset class={classes!("group", format!("group-{name}"))}>
            <legend>{ props.title }</legend>
            <ul onfocusin={stop.onfocusin.clone()} onkeydown={stop.onkeydown.clone()}>
                { for boxes.iter().map(checkbox) }
            </ul>
        </fieldset>
    }
}
