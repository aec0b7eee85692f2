//! The title of the page in the browser's tab and history. The entry point is [`title`].

use catalogue::{Catalogue, Pep};
use document::plain_text;
use query::{Route, SeriesRange, View};

/// The name of the site.
pub const NAME: &str = "What's New in Python";

/// The title of the page for a route: the name of what is open, or of the view. `pep` is the
/// PEP that the page is about, if it has been loaded.
pub fn title(catalogue: &Catalogue, route: &Route, pep: Option<&Pep>) -> String {
    match open_item(catalogue, route, pep).or_else(|| subject(route)) {
        Some(name) => titled(&name),
        None if route.view == View::Explore => NAME.to_owned(),
        None => titled(route.view.label()),
    }
}

/// The title of the page when something with this name is open, with or without backticks.
pub fn titled(name: &str) -> String {
    format!("{} · {NAME}", name.replace('`', ""))
}

/// The module and the versions that a view is narrowed to.
fn subject(route: &Route) -> Option<String> {
    let python = |version| format!("Python {version}");
    match route.view {
        View::Explore => {
            let SeriesRange { from, to } = route.query.introduced;
            let module = route.query.modules.first().cloned();
            let version = from.filter(|_| from == to).map(python);
            module
                .into_iter()
                .chain(version)
                .reduce(|a, b| a + " · " + &b)
        }
        View::Releases => route.series.map(|version| python(version) + ": releases"),
        View::Upgrade => Some(format!("Python {} to {}", route.from?, route.to?)),
        _ => None,
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
