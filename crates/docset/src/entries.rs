//! What can be searched for in a docset. The entry point is [`entries`].

use api::{Kind, Table};
use catalogue::Library;
use document::plain_text;
use query::Route;
use std::collections::BTreeSet;
use terms::PepNumber;

/// A name that leads to a page or a place on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub name: String,
    /// One of the types that <https://kapeli.com/docsets> lists.
    pub kind: &'static str,
    /// The path of the page below the documents, perhaps with an anchor.
    pub path: String,
}

/// Versions, features by title and by search term, PEPs, documents, and the modules with
/// their names, each once.
pub(super) fn entries(library: &Library, table: Option<&Table>) -> BTreeSet<Entry> {
    let catalogue = &library.catalogue;
    let mut entries = BTreeSet::new();
    let mut add = |name: String, kind: &'static str, route: &Route, anchor: &str| {
        if let Some(folder) = route.folder() {
            let path = format!("{folder}index.html{anchor}");
            entries.insert(Entry { name, kind, path });
        }
    };
    for calendar in &catalogue.calendars {
        let series = calendar.series;
        add(
            format!("Python {series}"),
            "Guide",
            &Route::page_of_series(series),
            "",
        );
    }
    for (feature, names) in library.named() {
        let page = Route::page_of_feature(&feature.slug);
        add(plain_text(&feature.title), "Entry", &page, "");
        for alias in &names.aliases {
            add(alias.clone(), "Entry", &page, "");
        }
    }
    let peps = catalogue.features.iter().flat_map(|feature| &feature.peps);
    for number in peps.copied() {
        let name = pep_name(library, number);
        add(name, "Section", &Route::page_of_pep(number), "");
    }
    for entry in &catalogue.documents {
        let page = Route::default().with_document(&entry.slug);
        add(entry.title.clone(), "Guide", &page, "");
    }
    for (module, rows) in table.into_iter().flat_map(Table::modules) {
        let page = Route::page_of_module(module);
        add(module.to_owned(), "Module", &page, "");
        for row in rows.iter().filter(|row| row.name != module) {
            add(
                row.name.clone(),
                kind(row.kind),
                &page,
                &format!("#{}", row.name),
            );
        }
    }
    entries
}

fn pep_name(library: &Library, number: PepNumber) -> String {
    match library.pep(number) {
        Some(pep) => format!("{number}: {}", pep.title.replace('`', "")),
        None => number.to_string(),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Module => "Module",
        Kind::Class => "Class",
        Kind::Exception => "Exception",
        Kind::Function => "Function",
        Kind::Method => "Method",
        Kind::Attribute => "Attribute",
        Kind::Constant => "Constant",
    }
}
