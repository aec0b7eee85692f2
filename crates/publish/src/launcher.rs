//! What a launcher such as Alfred or Raycast needs to find a page by typing, as one small
//! JSON file. The entry point is [`file`].

use super::{File, PublishError, Site, api};
use ::api::Table;
use catalogue::{Feature, Library, Names, Pep};
use document::plain_text;
use query::Route;
use serde::Serialize;
use std::collections::BTreeSet;
use terms::{Date, PepNumber};

const NAME: &str = "launcher.json";

#[derive(Serialize)]
struct Launcher {
    as_of: Date,
    items: Vec<Item>,
}

/// A page, and by what it is found.
#[derive(Serialize)]
struct Item {
    title: String,
    subtitle: String,
    /// As every link: whole if the site's address is known, else relative to the file.
    url: String,
    /// Words that are not in the title.
    keywords: Vec<String>,
}

/// The pages of versions, features, PEPs and modules, in this order.
pub(super) fn file(
    library: &Library,
    table: Option<&Table>,
    site: &Site,
) -> Result<File, PublishError> {
    let catalogue = &library.catalogue;
    let path = api::path(NAME);
    let item = |route: &Route, title: String, subtitle: String, keywords: Vec<String>| Item {
        title,
        subtitle,
        url: site.link_to_route(&path, route),
        keywords,
    };
    let versions = catalogue.calendars.iter().rev().map(|calendar| {
        let route = Route::page_of_series(calendar.series);
        let status = calendar.status_on(catalogue.newest_day()).label();
        item(
            &route,
            format!("Python {}", calendar.series),
            status.to_owned(),
            Vec::new(),
        )
    });
    let features = library.named().map(|(feature, names)| {
        let route = Route::page_of_feature(&feature.slug);
        let title = plain_text(&feature.title);
        let keywords = keywords(feature, names, &title);
        item(&route, title, subtitle(feature), keywords)
    });
    // Those of features have pages.
    let numbers = catalogue.features.iter().flat_map(|feature| &feature.peps);
    let numbers: BTreeSet<PepNumber> = numbers.copied().collect();
    let peps = numbers.into_iter().map(|number| {
        let pep = library.pep(number);
        let status = pep.map(|pep| pep.status.label().to_owned());
        item(
            &Route::page_of_pep(number),
            pep_title(number, pep),
            status.unwrap_or_default(),
            Vec::new(),
        )
    });
    let modules = table.into_iter().flat_map(Table::modules);
    let modules = modules.map(|(module, _)| {
        let route = Route::page_of_module(module);
        item(&route, module.to_owned(), "Module".to_owned(), Vec::new())
    });
    let items = versions.chain(features).chain(peps).chain(modules);
    api::file(
        NAME,
        &Launcher {
            as_of: catalogue.as_of,
            items: items.collect(),
        },
    )
}

/// What happens when, and in which module, such as `Removed in 3.13 · asyncio`.
fn subtitle(feature: &Feature) -> String {
    let when = format!("{} in {}", feature.kind.label(), feature.series);
    match &feature.module {
        Some(module) => format!("{when} · {module}"),
        None => when,
    }
}

/// The names, search terms and PEPs of a feature that its title does not have already.
fn keywords(feature: &Feature, names: &Names, title: &str) -> Vec<String> {
    let peps = feature.peps.iter().map(PepNumber::to_string);
    let words = names.qualified.iter().chain(&names.aliases).cloned();
    let words = words.chain(peps);
    words
        .filter(|word| !title.contains(word.as_str()))
        .collect()
}

fn pep_title(number: PepNumber, pep: Option<&Pep>) -> String {
    match pep {
        Some(pep) => format!("{number}: {}", pep.title.replace('`', "")),
        None => number.to_string(),
    }
}
