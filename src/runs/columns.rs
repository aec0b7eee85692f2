//! A run's columns: side by side or, on a phone, as tabs. The entry point is [`Columns`].

use super::column::Column;
use super::panel::{Panel, panel_id};
use crate::platform::dom;
use crate::platform::media::use_phone;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The properties of [`Columns`].
#[derive(Properties, PartialEq)]
pub struct ColumnsProps {
    /// A run on each version.
    pub columns: Vec<Rc<Column>>,
    /// Called with the version of a runtime that failed, to run on it again.
    pub retry: Callback<Series>,
}

/// The columns of a run. Elements with unchanged content are not replaced, so that the
/// reader's selection, scroll position and clicks are not lost.
#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let columns = &props.columns;
    let is_phone = use_phone();
    let chosen = use_state_eq(|| 0);
    let has_tabs = is_phone && columns.len() > 1;
    let shown = (*chosen).min(columns.len().saturating_sub(1));
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |place: usize| {
            chosen.set(place);
            dom::focus_id(&tab_id(place));
        })
    };
    let panel = |(place, column): (usize, &Rc<Column>)| {
        let tab = has_tabs.then_some(place == shown);
        let others = others(columns, column);
        let (column, retry) = (column.clone(), props.retry.clone());
        html! { <Panel key={place} {column} {others} {place} {tab} {retry} /> }
    };
    html! {
        <div>
            if has_tabs {
                { tabs(columns, shown, &choose) }
            }
            if !columns.is_empty() {
                <div class={classes!("columns", has_tabs.then_some("tabs"))}>
                    { for columns.iter().enumerate().map(panel) }
                </div>
            }
        </div>
    }
}

/// The columns that a column is compared with; none while its program runs.
fn others(columns: &[Rc<Column>], column: &Rc<Column>) -> Vec<Rc<Column>> {
    let ended = |column: &Rc<Column>| column.shown().is_some();
    if !ended(column) {
        return Vec::new();
    }
    let others = columns.iter().filter(|other| !Rc::ptr_eq(other, column));
    others.filter(|other| ended(other)).cloned().collect()
}

fn tab_id(place: usize) -> String {
    format!("run-name-{place}")
}

/// The tabs. The Tab key reaches the chosen one, the arrow keys the others.
fn tabs(columns: &[Rc<Column>], chosen: usize, choose: &Callback<usize>) -> Html {
    let onkeydown = {
        let (choose, last) = (choose.clone(), columns.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            if let Some(wanted) = walked(&event.key(), chosen, last) {
                event.prevent_default();
                choose.emit(wanted);
            }
        })
    };
    let tab = |(place, column): (usize, &Rc<Column>)| {
        let is_chosen = place == chosen;
        let version = &column.version;
        html! {
            <button
                type="button"
                id={tab_id(place)}
                role="tab"
                aria-label={format!("Python {version}")}
                aria-controls={panel_id(place)}
                aria-selected={is_chosen.to_string()}
                tabindex={if is_chosen { "0" } else { "-1" }}
                onclick={choose.reform(move |_: MouseEvent| place)}
            >
                { version }
            </button>
        }
    };
    html! {
        <div class="tab-list" role="tablist" aria-label="Versions" {onkeydown}>
            { for columns.iter().enumerate().map(tab) }
        </div>
    }
}

/// The index of the tab that a key leads to.
fn walked(key: &str, chosen: usize, last: usize) -> Option<usize> {
    Some(match key {
        "ArrowRight" if chosen == last => 0,
        "ArrowRight" => chosen + 1,
        "ArrowLeft" => chosen.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_around_the_tabs() {
        let walk = |key, chosen| walked(key, chosen, 2);
        assert_eq!(walk("ArrowRight", 0), Some(1));
        assert_eq!(walk("ArrowRight", 2), Some(0));
        assert_eq!(walk("ArrowLeft", 1), Some(0));
        assert_eq!(walk("ArrowLeft", 0), Some(2));
        assert_eq!(walk("Home", 2), Some(0));
        assert_eq!(walk("End", 0), Some(2));
        assert_eq!(walk("Tab", 0), None);
    }
}
