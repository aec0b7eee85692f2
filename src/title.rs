//! The title of the page in the browser's tab and history. The entry point is [`title`].

use catalogue::{Catalogue, Pep};
use document::plain_text;
use query::{Route, View};

/// The name of the site.
pub const NAME: &str = "What's New in Python";

/// The title of the page for a route: the name of what is open, or of the view. `pep` is the
/// PEP that the page is about, if it has been loaded.
pub fn title(catalogue: &Catalogue, route: &Route, pep: Option<&Pep>) -> String {
    match open_item(catalogue, route, pep) {
        Some(name) => format!("{name} · {NAME}"),
        None if route.view == View::Explore => NAME.to_owned(),
        None => format!("{} · {NAME}", route.view.label()),
    }
}

/// The name of the feature, document, PEP or series that is open.
fn open_item(catalogue: &Catalogue, route: &Route, pep: Option<&Pep>) -> Option<String> {
    let is_page = route.view == View::Page;
    if let Some(slug) = &route.feature {
        let feature = catalogue.feature(slug)?;
        let title = plain_text(&feature.title);
        return Some(if is_page {
            format!("{title} · Python {}", feature.series)
        } else {
            title
        });
    }
    if let Some(slug) = &route.document {
        return Some(catalogue.document(slug)?.title.clone());
    }
    if !is_page {
        return None;
    }
    if let Some(number) = route.query.peps.first() {
        return Some(match pep {
            Some(pep) => format!("{number}: {}", pep.title.replace('`', "")),
            None => number.to_string(),
        });
    }
    if let Some(module) = route.query.modules.first() {
        return Some(
            route
                .name
                .clone()
                .unwrap_or_else(|| format!("Module {module}")),
        );
    }
    route.series.map(|series| format!("Python {series}"))
}
