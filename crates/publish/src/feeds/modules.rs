//! The names of modules as feeds: an entry for each version that changed the names of a
//! module. The entry point is [`module_files`].

use super::super::markup::Element;
use super::super::names::neighbours;
use super::super::{File, PublishError, Site};
use super::{ReleaseNotes, TAG, Writer, midnight};
use api::{Difference, Row, Table, outermost};
use atom_syndication::{Content, Entry};
use catalogue::{Catalogue, Library};
use query::{Query, Route};
use terms::{Date, Series, Stage};

/// A feed for each module whose names differ between the surveyed versions.
pub(crate) fn module_files(
    library: &Library,
    table: &Table,
    site: &Site,
) -> Result<Vec<File>, PublishError> {
    let writer = Writer {
        library,
        site,
        notes: ReleaseNotes::new(library),
    };
    let mut files = Vec::new();
    for (module, _) in table.modules() {
        let name = format!("module/{module}");
        let query = Query {
            modules: vec![module.to_owned()],
            ..Query::default()
        };
        let page = Route::default().with_query(query);
        let path = format!("feeds/{name}.xml");
        let mut entries = Vec::new();
        for (from, to) in neighbours(table) {
            let difference = table.difference(from, to, Some(module));
            // A version without a release has no date that an entry could have.
            if let Some(date) = released(&library.catalogue, to)
                && !difference.is_empty()
            {
                entries.push(entry(&writer, &path, module, to, date, &page, &difference));
            }
        }
        entries.reverse();
        if !entries.is_empty() {
            let title = format!("The names of Python’s module {module}");
            let entries = entries.into_iter().collect();
            files.push(writer.write(&name, title, &page, table.survey().as_of, entries)?);
        }
    }
    Ok(files)
}

/// The day of the first final release of a series, if it has been.
fn released(catalogue: &Catalogue, series: Series) -> Option<Date> {
    let calendar = catalogue
        .calendars
        .iter()
        .find(|calendar| calendar.series == series)?;
    let first = super::published(calendar)
        .find(|(_, release)| release.number.micro == 0 && release.number.stage == Stage::Final)?;
    Some(first.1.date)
}

fn entry(
    writer: &Writer<'_>,
    path: &str,
    module: &str,
    series: Series,
    date: Date,
    page: &Route,
    difference: &Difference<'_>,
) -> Result<Entry, atom_syndication::Error> {
    let date = midnight(date)?;
    Ok(Entry {
        title: format!("{module} in Python {series}").into(),
        id: format!("{TAG}module/{module}/{series}"),
        updated: date,
        published: Some(date),
        links: vec![writer.alternate(path, page)],
        content: Some(Content {
            value: Some(html(difference)),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    })
}

/// The difference as HTML, with a list for each kind. Members of what is added or removed
/// itself are left out.
fn html(difference: &Difference<'_>) -> String {
    let names = |rows: &[&Row]| rows.iter().map(|row| code(&row.name)).collect();
    let changed = difference.changed.iter().map(|changed| {
        code(&changed.row.name)
            .text(": ")
            .child(Element::new("code").text(changed.before))
            .text(" → ")
            .child(Element::new("code").text(changed.after))
    });
    let lists: [(&str, Vec<Element>); 4] = [
        ("Added", names(&outermost(&difference.added))),
        ("Removed", names(&outermost(&difference.removed))),
        ("Deprecated", names(&difference.deprecated)),
        ("Other signature", changed.collect()),
    ];
    let mut html = Element::new("div");
    for (title, items) in lists.into_iter().filter(|(_, items)| !items.is_empty()) {
        let list = Element::new("ul").children(items);
        html = html.child(Element::new("p").text(title)).child(list);
    }
    html.to_xml()
}

/// An item of a list with a name.
fn code(name: &str) -> Element {
    Element::new("li").child(Element::new("code").text(name))
}
