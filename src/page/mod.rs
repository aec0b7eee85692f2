//! One thing by itself: a feature, a PEP or a series, made to be read and found.
//! The entry point is [`page`].
//!
//! The build renders these to HTML, so nothing here is virtual or folded away.

mod parts;
mod pep;
mod series;

use super::explore::Detail;
use super::session::Session;
use catalogue::Feature;
use parts::breadcrumb;
use pep::PepPage;
use query::Route;
use yew::prelude::*;

/// The page of what the route names.
pub(crate) fn page(session: &Session) -> Html {
    let route = &session.route;
    let shown = if let Some(slug) = &route.feature {
        let feature = session.catalogue.feature(slug);
        feature.map(|feature| feature_page(session, feature))
    } else if let Some(number) = route.query.peps.first() {
        let number = *number;
        Some(html! { <PepPage key={number.0} session={session.clone()} {number} /> })
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
    let mut way = vec![(series, format!("Python {}", feature.series))];
    let peps = feature.peps.iter();
    way.extend(peps.map(|number| (Route::page_of_pep(*number), number.to_string())));
    html! {
        <>
            { breadcrumb(session, way) }
            <Detail key={feature.slug.clone()} session={session.clone()} feature={feature.clone()} whole=true />
        </>
    }
}
