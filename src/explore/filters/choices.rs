//! Filters whose values are chosen from a list. The entry point is [`choices`].

use super::stop::use_stop;
use crate::session::Session;
use query::{Count, Field};
use std::fmt::Display;
use yew::prelude::*;

/// A list of checkboxes with the numbers of results, for a filter whose value is a list.
pub(crate) fn choices<T: Display>(
    session: &Session,
    field: Field,
    title: &'static str,
    counts: &[Count<T>],
    label: impl Fn(&T) -> Html,
) -> Html {
    let choice = |count: &Count<T>| Checkbox {
        value: count.value.to_string(),
        label: label(&count.value),
        results: count.results,
    };
    // Values without results are left out, except those that are chosen.
    let chosen = field.value(&session.route.query);
    let is_chosen = |value: &str| chosen.split(',').any(|other| other == value);
    let boxes = counts.iter().map(choice);
    let boxes = boxes.filter(|one| one.results > 0 || is_chosen(&one.value));
    let boxes: Vec<Checkbox> = boxes.collect();
    if boxes.is_empty() {
        return Html::default();
    }
    html! { <Group session={session.clone()} {field} {title} {boxes} /> }
}

/// A value of a filter.
#[derive(Clone, PartialEq)]
struct Checkbox {
    /// The text of the value in links.
    value: String,
    label: Html,
    results: usize,
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    session: Session,
    field: Field,
    title: &'static str,
    boxes: Vec<Checkbox>,
}

/// The values of a filter, which are a single Tab stop.
#[component]
fn Group(props: &GroupProps) -> Html {
    let (session, field) = (&props.session, props.field);
    let name = field.key();
    let chosen = field.value(&session.route.query);
    let is_chosen = |value: &str| chosen.split(',').any(|other| other == value);
    let ids: Vec<(String, bool)> = props
        .boxes
        .iter()
        .map(|one| (format!("{name}-{}", one.value), is_chosen(&one.value)))
        .collect();
    let stop = use_stop(ids.iter().map(|(id, is_chosen)| (id.as_str(), *is_chosen)));
    let checkbox = |(one, (id, is_chosen)): (&Checkbox, &(String, bool))| {
        let onchange = {
            let (session, value) = (session.clone(), one.value.clone());
            Callback::from(move |_: Event| session.change(|query| field.toggled(&value, query)))
        };
        let tabindex = stop.tabindex(id);
        html! {
            <li key={id.clone()}>
                <input type="checkbox" id={id.clone()} {name} checked={*is_chosen} {tabindex} {onchange} />
                <label for={id.clone()}><span class="label">{ one.label.clone() }</span><span class="number">{ one.results }</span></label>
            </li>
        }
    };
    html! {
        <fieldset class={classes!("group", format!("group-{name}"))}>
            <legend>{ props.title }</legend>
            <ul onfocusin={stop.onfocusin.clone()} onkeydown={stop.onkeydown.clone()}>
                { for props.boxes.iter().zip(&ids).map(checkbox) }
            </ul>
        </fieldset>
    }
}
