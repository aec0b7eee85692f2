//! The filters, with the number of results for each value. The entry points are
//! [`FilterPanel`], which is small and loaded at once, and [`Filters`], which is loaded lazily.

mod choices;
mod mine;
mod module;
mod pep;
mod series;
mod stop;

use crate::asked::Asked;
use crate::content::kind_icon;
use crate::lazy::{LazyPiece, Piece};
use crate::platform::dom;
use crate::session::Session;
use choices::choices;
use mine::my_versions;
use module::use_modules;
use pep::use_pep_field;
use query::{Facet, Field};
use series::{Introduced, usable_in};
use terms::{Kind, counted};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FilterPanelProps {
    pub asked: Asked,
    /// Whether the panel is initially closed.
    pub narrow: bool,
}

/// The panel with the filters, which are loaded once it is open: on a wide screen after the
/// first rendering, so that prerendered pages have none of their two hundred values.
#[component]
pub(crate) fn FilterPanel(props: &FilterPanelProps) -> Html {
    let FilterPanelProps { asked, narrow } = props;
    let query = &asked.session.route.query;
    let in_force = Facet::ALL.iter().filter(|facet| query.has(**facet)).count();
    let is_drawn = use_state_eq(|| false);
    // Browsers also report a panel that is created open.
    let ontoggle = {
        let drawn = is_drawn.setter();
        Callback::from(move |_: Event| drawn.set(true))
    };
    // There is a details element at any width, so that no state is lost when a phone is
    // rotated. On a wide screen it is always open and its summary is hidden.
    html! {
        <details class="filter-panel" open={!narrow} {ontoggle}>
            <summary>{ "Filters" }if in_force > 0 { <span class="number">{ in_force }</span> }</summary>
            if *is_drawn {
                <LazyPiece piece={Piece::Filters(asked.clone())} />
            }
        </details>
    }
}

#[derive(Properties, Clone, PartialEq)]
pub(crate) struct FiltersProps {
    pub asked: Asked,
}

/// All filters.
#[component]
pub(crate) fn Filters(props: &FiltersProps) -> Html {
    let Asked { session, results } = &props.asked;
    let facets = results.facets();
    let pep = use_pep_field(session, &facets.peps);
    let module = use_modules(session, &facets.modules);
    html! {
        <div class="sheet">
            // Without an index, Firefox makes a scrolling element a Tab stop of its own.
            <form class="filters" tabindex="-1" aria-label="Filters" aria-describedby="filter-keys" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <p id="filter-keys" class="visually-hidden">{ "The arrow keys move within a filter." }</p>
                { my_versions(session) }
                <Introduced session={session.clone()} counts={facets.introduced.clone()} />
                { usable_in(session, &facets.usable_in) }
                { choices(session, Field::Kind, "Kind", &facets.kinds, kind_label) }
                { choices(session, Field::Area, "Area", &facets.areas, |area| area.label().into()) }
                { module }
                { choices(session, Field::Has, "Has", &facets.contents, |content| content.label().into()) }
                { pep }
                { choices(session, Field::Status, "Status", &facets.statuses, |status| status.label().into()) }
                { choices(session, Field::Doc, "Document", &facets.documents, |slug| document_label(session, slug)) }
            </form>
            <button class="primary show" onclick={|event: MouseEvent| dom::close_around(&event, "results")}>
                { "Show " }{ counted(results.total, "result") }
            </button>
        </div>
    }
}

fn kind_label(kind: &Kind) -> Html {
    html! {
        <>
            <span class={classes!("mark", "kind", kind.key())} aria-hidden="true">{ kind_icon(*kind) }</span>
            { kind.label() }
        </>
    }
}

fn document_label(session: &Session, slug: &str) -> Html {
    let entry = session.catalogue.document(slug);
    let title = entry.map_or(slug, |entry| &entry.title);
    html! { title }
}
