//! What the page is called in the browser's tab and history. The entry point is
//! [`title`].

use catalogue::{Catalogue, Pep};
use document::plain_text;
use query::{Route, View};

/// The name of the site.
pub const NAME: &str = "What's New in Python";

/// The title of the page at a place: what is open, or the view. The PEP is that
/// of a page of its own, where it is known.
pub fn title(catalogue: &Catalogue, route: &Route, pep: Option<&Pep>) -> String {
    match opened(catalogue, route, pep) {
        Some(name) => format!("{name} · {NAME}"),
        None if route.view == View::Explore => NAME.to_owned(),
        None => format!("{} · {NAME}", route.view.label()),
    }
}

fn opened(catalogue: &Catalogue, route: &Route, pep: Option<&Pep>) -> Option<String> {
    let by_itself = route.view == View::Page;
    if let Some(slug) = &route.feature {
        let feature = catalogue.feature(slug)?;
        let title = plain_text(&feature.title);
        return Some(if by_itself {
            format!("{title} · Python {}", feature.series)
        } else {
            title
        });
    }
    if let Some(slug) = &route.document {
        return Some(catalogue.document(slug)?.title.clone());
    }
    if !by_itself {
        return None;
    }
    if let Some(number) = route.query.peps.first() {
        return Some(match pep {
            Some(pep) => format!("{number}: {}", pep.title.replace('`', "")),
            None => number.to_string(),
        });
    }
    route.series.map(|series| format!("Python {series}"))
}
