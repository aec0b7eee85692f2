//! Parts that several pages share: breadcrumbs and lists of features.

use crate::content::{inlines, kind_sign};
use crate::session::Session;
use catalogue::Feature;
use query::Route;
use yew::prelude::*;

/// The breadcrumbs, which begin with the home page.
pub(crate) fn breadcrumb(session: &Session, steps: Vec<(Route, String)>) -> Html {
    let first = (Route::default(), "All changes".to_owned());
    let steps = std::iter::once(first).chain(steps);
    let step = |(route, name): (Route, String)| html! { <li><a href={session.href(&route)}>{ name }</a></li> };
    html! {
        <nav class="breadcrumb" aria-label="Breadcrumb"><ol>{ for steps.map(step) }</ol></nav>
    }
}

/// A list of links to the pages of features, with their kinds.
pub(crate) fn feature_list(session: &Session, features: &[&Feature]) -> Html {
    let item = |feature: &&Feature| {
        let to = session.href(&Route::page_of_feature(&feature.slug));
        html! { <li>{ kind_sign(feature.kind) }<a href={to}>{ inlines(&feature.title) }</a></li> }
    };
    html! { <ul class="feature-list">{ for features.iter().map(item) }</ul> }
}
