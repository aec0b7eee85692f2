//! Links to names of the standard library that somebody may have meant. The entry point is
//! [`near_names`].

use crate::session::Session;
use api::{Table, nearest};
use query::Route;
use yew::prelude::*;

/// The most names that are shown.
const FEW: usize = 5;

/// The names in some tables that come closest to one that does not exist, if any.
pub(crate) fn near_names(session: &Session, tables: &[&Table], name: &str) -> Html {
    let near = nearest(tables.iter().copied(), name, FEW);
    if near.is_empty() {
        return Html::default();
    }
    let links = near.into_iter().map(|near| {
        let module = tables.iter().find_map(|table| table.row(near));
        let to = module.map(|(module, _)| session.href(&Route::page_of_name(module, near)));
        html! { <>{ " " }<a href={to}><code>{ near.to_owned() }</code></a></> }
    });
    html! { <>{ " Near:" }{ for links }</> }
}
