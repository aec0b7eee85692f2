//! What the code has for older versions only, by the version that could be dropped. The entry
//! point is [`leftovers`].

use super::groups::Places;
use crate::content::{sentence, with_names};
use ::check::LeftoverGroup;
use terms::{Series, counted};
use yew::prelude::*;

/// A closed list; empty if nothing is left over. `from` is the oldest version of the reader.
pub(super) fn leftovers(round: u32, from: Option<Series>, groups: &[LeftoverGroup]) -> Html {
    if groups.is_empty() {
        return Html::default();
    }
    let places = groups.iter().map(|group| group.places.len()).sum();
    let is_needless = |group: &LeftoverGroup| from.is_some_and(|from| group.version <= from);
    let is_together = |a: &LeftoverGroup, b: &LeftoverGroup| {
        a.version == b.version || (is_needless(a) && is_needless(b))
    };
    let parts = groups.chunk_by(is_together).filter_map(|groups| {
        let first = groups.first()?;
        let heading = match from.filter(|_| is_needless(first)) {
            Some(from) => format!("Now that {from} is the oldest version"),
            None => format!("Once {} is the oldest version", first.version),
        };
        let key = heading.clone();
        Some(html! {
            <div {key}>
                <h3>{ heading }</h3>
                <ul class="found">{ for groups.iter().map(|group| item(round, group)) }</ul>
            </div>
        })
    });
    html! {
        <details class="check-files leftovers">
            <summary>
                <h2>{ "What could go with old versions" }</h2>
                <span class="number">{ format!(" {}", counted(places, "place")) }</span>
            </summary>
            <div>{ for parts }</div>
        </details>
    }
}

fn item(round: u32, group: &LeftoverGroup) -> Html {
    html! {
        <li>
            <p>{ with_names(&sentence(&group.kind.message())) }</p>
            <Places {round} places={group.places.clone()} />
        </li>
    }
}
