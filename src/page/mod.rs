//! Pages about a single feature, PEP, module, name or series. The entry point is [`page`].
//!
//! These pages are prerendered, so they have no virtual lists or closed sections.

mod module;
mod name;
mod parts;
mod pep;
mod series;

use super::explore::Detail;
use super::session::Session;
use catalogue::Feature;
use module::ModulePage;
use name::NamePage;
use parts::breadcrumb;
use pep::PepPage;
use query::Route;
use yew::prelude::*;

/// The page of the feature, PEP, module, name or series in the route.
pub(crate) fn page(session: &Session) -> Html {
    let route = &session.route;
    let shown = if let Some(slug) = &route.feature {
        let feature = session.catalogue.feature(slug);
        feature.map(|feature| feature_page(session, feature))
    } else if let Some(number) = route.query.peps.first() {
        let number = *number;
        Some(html! { <PepPage key={number.0} session={session.clone()} {number} /> })
    } else if let Some(module) = route.query.modules.first() {
        Some(match &route.name {
            None => {
                html! { <ModulePage key={module.clone()} session={session.clone()} module={module.clone()} /> }
            }
            Some(name) => {
                html! { <NamePage key={name.clone()} session={session.clone()} module={module.clone()} name={name.clone()} /> }
            }
        })
    } else {
        let calendar = route.series.and_then(|one| session.catalogue.calendar(one));
        calendar.map(|calendar| series::series_page(session, calendar))
    };
    let missing =
        || html! { <p class="failure" role="alert">{ "There is no such page here." }</p> };
    html! { <div class="page">{ shown.unwrap_or_else(missing) }</div> }
}

fn feature_page(session: &Session, feature: &Feature) -> Html {
    let series = Route::page_of_series(feature.series);
    let mut steps = vec![(series, format!("Python {}", feature.series))];
    let peps = feature.peps.iter();
    steps.extend(peps.map(|number| (Route::page_of_pep(*number), number.to_string())));
    html! {
        <>
            { breadcrumb(session, steps) }
            <Detail key={feature.slug.clone()} session={session.clone()} feature={feature.clone()} whole=true />
        </>
    }
}
