//! The filters, with the number of results for each value. The entry point is [`Filters`].

mod choices;
mod mine;
mod module;
mod pep;
mod series;
mod stop;

use super::asked::Asked;
use crate::content::kind_mark;
use crate::late::{LatePiece, Piece};
use crate::platform::dom;
use crate::session::Session;
use choices::choices;
pub(crate) use mine::my_versions;
use module::use_modules;
use pep::use_pep_field;
use query::{Facet, Field};
use series::{Introduced, usable_in};
use terms::{Kind, counted};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FiltersProps {
    pub asked: Asked,
    /// Whether the panel is initially closed.
    pub narrow: bool,
}

/// All filters.
#[component]
pub(crate) fn Filters(props: &FiltersProps) -> Html {
    let Asked { session, results } = &props.asked;
    let facets = results.facets();
    let query = &session.route.query;
    let in_force = Facet::ALL.iter().filter(|facet| query.has(**facet)).count();
    let pep = use_pep_field(session, &facets.peps);
    let module = use_modules(session, &facets.modules);
    // A closed panel is empty until it is first opened, because its two hundred values take
    // most of the rendering time on a phone.
    let is_opened = use_state_eq(|| false);
    let ontoggle = {
        let opened = is_opened.setter();
        Callback::from(move |_: Event| opened.set(true))
    };
    let is_drawn = !props.narrow || *is_opened;
    // There is a details element at any width, so that no state is lost when a phone is
    // rotated. On a wide screen it is always open and its summary is hidden.
    html! {
        <details class="filter-panel" open={!props.narrow} {ontoggle}>
            <summary>{ "Filters" }if in_force > 0 { <span class="number">{ in_force }</span> }</summary>
            if is_drawn {
                // Without an index, Firefox makes a scrolling element a Tab stop of its own.
                <form class="filters" tabindex="-1" aria-label="Filters" aria-describedby="filter-keys" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                    <p id="filter-keys" class="visually-hidden">{ "The arrow keys move within a filter." }</p>
                    <div class="my-versions"><LatePiece piece={Piece::MyVersions(session.clone())} /></div>
                    <Introduced session={session.clone()} counts={facets.introduced.clone()} />
                    { usable_in(session, &facets.usable_in) }
                    { choices(session, Field::Kind, "Kind", &facets.kinds, kind_label) }
                    { choices(session, Field::Area, "Area", &facets.areas, |area| area.label().into()) }
                    { module }
                    { choices(session, Field::Has, "Has", &facets.contents, |content| content.label().into()) }
                    { pep }
                    { choices(session, Field::Status, "Status", &facets.statuses, |status| status.label().into()) }
                    { choices(session, Field::Doc, "Document", &facets.documents, |slug| document_label(session, slug)) }
                    <button type="button" class="primary show" onclick={|event: MouseEvent| dom::close_around(&event, "results")}>
                        { "Show " }{ counted(results.total, "result") }
                    </button>
                </form>
            }
        </details>
    }
}

fn kind_label(kind: &Kind) -> Html {
    html! {
        <>
            <span class={classes!("mark", "kind", kind.key())} aria-hidden="true">{ kind_mark(*kind) }</span>
            { kind.label() }
        </>
    }
}

fn document_label(session: &Session, slug: &str) -> Html {
    let entry = session.catalogue.document(slug);
    let title = entry.map_or(slug, |entry| &entry.title);
    html! { title }
}
