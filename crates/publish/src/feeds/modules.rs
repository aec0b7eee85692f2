//! Modules as feeds: an entry for each version that changed a module or its names. The entry
//! point is [`changes`].

use super::super::markup::Element;
use super::super::names::neighbours;
use super::super::{File, PublishError};
use super::{TAG, Writer, midnight, told};
use api::{Difference, Row, Table, outermost};
use atom_syndication::{Content, Entry};
use catalogue::{Feature, Library};
use document::plain_text;
use query::{Query, Route};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use terms::{Date, Series};

/// What the versions changed in a module.
pub(super) struct Module<'a> {
    module: String,
    /// The newest version first.
    versions: Vec<Version<'a>>,
}

/// What a version changed in a module, with the date of its entry.
struct Version<'a> {
    series: Series,
    day: Date,
    features: Vec<&'a Feature>,
    difference: Option<Difference<'a>>,
}

/// The modules that a version changed, by name: those with features and those whose names
/// differ between the surveyed versions.
pub(super) fn changes<'a>(library: &'a Library, table: Option<&'a Table>) -> Vec<Module<'a>> {
    let catalogue = &library.catalogue;
    let mut features: BTreeMap<(&str, Series), Vec<&Feature>> = BTreeMap::new();
    for feature in &catalogue.features {
        if let Some(module) = &feature.module {
            features
                .entry((module, feature.series))
                .or_default()
                .push(feature);
        }
    }
    let surveyed: HashMap<Series, Series> = table
        .into_iter()
        .flat_map(neighbours)
        .map(|(before, version)| (version, before))
        .collect();
    let listed = table
        .into_iter()
        .flat_map(Table::modules)
        .map(|(module, _)| module);
    let modules: BTreeSet<&str> = listed
        .chain(features.keys().map(|(module, _)| *module))
        .collect();
    let versions = catalogue
        .calendars
        .iter()
        .rev()
        .map(|calendar| calendar.series);
    // A version without a release has no day that an entry could have.
    let versions: Vec<(Series, Date)> = versions
        .filter_map(|series| Some((series, told(catalogue, series)?)))
        .collect();
    let module = |module: &str| {
        let version = |(series, day): &(Series, Date)| {
            let before = surveyed.get(series);
            let difference = table
                .zip(before)
                .map(|(table, before)| table.difference(*before, *series, Some(module)))
                .filter(|difference| !difference.is_empty());
            let features = features
                .get(&(module, *series))
                .cloned()
                .unwrap_or_default();
            (!features.is_empty() || difference.is_some()).then_some(Version {
                series: *series,
                day: *day,
                features,
                difference,
            })
        };
        Module {
            module: module.to_owned(),
            versions: versions.iter().filter_map(version).collect(),
        }
    };
    let modules = modules.into_iter().map(module);
    modules
        .filter(|module| !module.versions.is_empty())
        .collect()
}

impl Module<'_> {
    /// The path below `feeds`, without the ending.
    pub(super) fn name(&self) -> String {
        format!("module/{}", self.module)
    }

    pub(super) fn title(&self) -> String {
        format!("Changes in Python’s module {}", self.module)
    }

    pub(super) fn query(&self) -> Query {
        Query {
            modules: vec![self.module.clone()],
            ..Query::default()
        }
    }

    pub(super) fn file(&self, writer: &Writer<'_>, updated: Date) -> Result<File, PublishError> {
        let name = self.name();
        let path = format!("feeds/{name}.xml");
        let page = Route::default().with_query(self.query());
        let entries = self.versions.iter();
        let entries = entries.map(|version| self.entry(writer, &path, &page, version));
        writer.write(&name, self.title(), &page, updated, entries.collect())
    }

    fn entry(
        &self,
        writer: &Writer<'_>,
        path: &str,
        page: &Route,
        version: &Version<'_>,
    ) -> Result<Entry, atom_syndication::Error> {
        let date = midnight(version.day)?;
        let (module, series) = (&self.module, version.series);
        Ok(Entry {
            title: format!("{module} in Python {series}").into(),
            id: format!("{TAG}module/{module}/{series}"),
            updated: date,
            published: Some(date),
            links: vec![writer.alternate(path, page)],
            content: Some(Content {
                value: Some(html(writer, path, version)),
                content_type: Some("html".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        })
    }
}

/// The features, then the difference, with a list for each kind. Members of what is added or
/// removed itself are left out.
fn html(writer: &Writer<'_>, path: &str, version: &Version<'_>) -> String {
    let features = version.features.iter().map(|feature| {
        let page = Route::page_of_feature(&feature.slug);
        let link = Element::new("a")
            .with("href", writer.site.link_to_route(path, &page))
            .text(plain_text(&feature.title));
        Element::new("li").child(link)
    });
    let mut lists = vec![("Changes", features.collect())];
    lists.extend(version.difference.iter().flat_map(names));
    let mut html = Element::new("div");
    for (title, items) in lists.into_iter().filter(|(_, items)| !items.is_empty()) {
        let list = Element::new("ul").children(items);
        html = html.child(Element::new("p").text(title)).child(list);
    }
    html.to_xml()
}

fn names(difference: &Difference<'_>) -> [(&'static str, Vec<Element>); 4] {
    let names = |rows: &[&Row]| rows.iter().map(|row| code(&row.name)).collect();
    let changed = difference.changed.iter().map(|changed| {
        code(&changed.row.name)
            .text(": ")
            .child(Element::new("code").text(changed.before))
            .text(" → ")
            .child(Element::new("code").text(changed.after))
    });
    [
        ("Added", names(&outermost(&difference.added))),
        ("Removed", names(&outermost(&difference.removed))),
        ("Deprecated", names(&difference.deprecated)),
        ("Other signature", changed.collect()),
    ]
}

/// An item of a list with a name.
fn code(name: &str) -> Element {
    Element::new("li").child(Element::new("code").text(name))
}
