//! Filters whose values are chosen from a list. The entry point is [`choices`].

use crate::app::session::Session;
use crate::query::{Count, Query};
use yew::prelude::*;

/// How a filter's values are named, shown and kept.
pub struct Filter<T> {
    pub title: &'static str,
    /// The filter as links write it.
    pub key: &'static str,
    /// Where a query keeps the chosen values.
    pub values: fn(&mut Query) -> &mut Vec<T>,
    /// A value as links write it.
    pub value_key: fn(&T) -> String,
}

/// A list of checkboxes, each with the number of results it would give.
pub fn choices<T: Clone + PartialEq>(
    session: &Session,
    filter: &Filter<T>,
    counts: &[Count<T>],
    label: &dyn Fn(&T) -> Html,
) -> Html {
    let choice = |count: &Count<T>| {
        let mut query = session.route.query.clone();
        let chosen = toggle((filter.values)(&mut query), &count.value);
        let checkbox = Checkbox {
            id: format!("{}-{}", filter.key, (filter.value_key)(&count.value)),
            name: filter.key,
            chosen,
            results: count.results,
            query,
        };
        checkbox.render(session, label(&count.value))
    };
    html! {
        <fieldset class={classes!("group", format!("group-{}", filter.key))}>
            <legend>{ filter.title }</legend>
            <ul>{ for counts.iter().map(choice) }</ul>
        </fieldset>
    }
}

/// Takes a value out of a list or puts it in, and says whether it was in.
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

/// One value, whatever its type.
struct Checkbox {
    id: String,
    name: &'static str,
    chosen: bool,
    results: usize,
    /// The query with the value chosen, or no longer.
    query: Query,
}

impl Checkbox {
    fn render(self, session: &Session, label: Html) -> Html {
        let Self {
            id,
            name,
            chosen,
            results,
            query,
        } = self;
        let session = session.clone();
        let onchange = Callback::from(move |_: Event| session.ask(query.clone()));
        let none = results == 0 && !chosen;
        html! {
            <li class={classes!(none.then_some("none"))} key={id.clone()}>
                <input type="checkbox" id={id.clone()} {name} checked={chosen} {onchange} />
                <label for={id}><span class="label">{ label }</span><span class="number">{ results }</span></label>
            </li>
        }
    }
}
