//! Atom feeds (RFC 4287): the releases of each series and of all, and the changes of each kind,
//! area and module. The entry points are [`files`] and [`feeds`].

mod changes;
mod modules;
mod release_notes;

use super::form::Exporter;
use super::markup::replace_invalid;
use super::{File, PublishError, Site, TITLE};
use api::Table;
use atom_syndication::{Content, Entry, FixedDateTime, Generator, Link, Person};
use catalogue::{Calendar, Catalogue, Library, Release, ReleaseState};
use query::{Query, Route, View};
use release_notes::ReleaseNotes;
use terms::{Date, ReleaseNumber, Series, Stage};

/// The maximum number of releases in the feed of all series. There are about forty
/// releases a year.
const MAX_ENTRIES: usize = 50;

/// The prefix of all ids (RFC 4151). It does not depend on the address of the site,
/// because a copy of an entry has to keep its id. The domain is a reserved one
/// (RFC 6761).
const TAG: &str = "tag:whats-new-explorer.invalid,2026:";

/// A feed of the changes that pass a filter, to be offered where the filter is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The title of the feed.
    pub title: String,
    /// The path relative to the site's root.
    pub path: String,
    /// The filter: a kind, an area or a module.
    pub query: Query,
}

/// The feeds of kinds, areas and modules, which are there if they have entries.
pub fn feeds(library: &Library, table: Option<&Table>) -> Vec<Feed> {
    let feed = |name: String, title: String, query: Query| Feed {
        title,
        path: format!("feeds/{name}.xml"),
        query,
    };
    let filters = changes::filters();
    let filters = filters.filter(|filter| !filter.changes(&library.catalogue).is_empty());
    let filters = filters.map(|filter| feed(filter.name, filter.title, filter.query));
    let modules = modules::changes(library, table).into_iter();
    let modules = modules.map(|module| feed(module.name(), module.title(), module.query()));
    filters.chain(modules).collect()
}

pub(super) fn files(
    library: &Library,
    table: Option<&Table>,
    site: &Site,
) -> Result<Vec<File>, PublishError> {
    let writer = Writer {
        library,
        site,
        notes: ReleaseNotes::new(library),
    };
    let calendars = library.catalogue.calendars.iter();
    let mut files = Vec::new();
    for calendar in calendars.clone() {
        let name = calendar.series.to_string();
        let title = format!("Releases of Python {name}");
        let page = Route::default().with_series(calendar.series);
        let releases = newest_first(published(calendar).collect());
        files.push(writer.feed(&name, title, &page, &releases)?);
    }
    let mut releases = newest_first(calendars.flat_map(published).collect());
    releases.truncate(MAX_ENTRIES);
    let page = Route::default().in_view(View::Releases);
    files.push(writer.feed("all", "Releases of Python 3".to_owned(), &page, &releases)?);
    let exporter = Exporter::new(library);
    for filter in changes::filters() {
        files.extend(filter.file(&writer, &exporter)?);
    }
    let newest_day = library.catalogue.newest_day();
    let updated = table.map_or(newest_day, |table| table.survey().as_of);
    for module in modules::changes(library, table) {
        files.push(module.file(&writer, updated)?);
    }
    Ok(files)
}

/// The release whose date the changes of a version have in feeds: the first final one and, until
/// that exists, the newest pre-release.
fn listing_release(calendar: &Calendar) -> Option<&Release> {
    let first = ReleaseNumber::first_final(calendar.series);
    let newest = published(calendar).max_by_key(|(_, release)| release.number);
    let mut releases = published(calendar);
    let found = releases.find(|(_, release)| release.number == first);
    found.or(newest).map(|(_, release)| release)
}

/// The date of that release, if the version has had one.
fn told(catalogue: &Catalogue, series: Series) -> Option<Date> {
    let release = listing_release(catalogue.calendar(series)?)?;
    Some(release.date)
}

/// The releases that have been published.
fn published(calendar: &Calendar) -> impl Iterator<Item = (&Calendar, &Release)> {
    let releases = calendar.releases.iter();
    let actual = releases.filter(|release| release.state == ReleaseState::Actual);
    actual.map(move |release| (calendar, release))
}

fn newest_first<'a>(
    mut releases: Vec<(&'a Calendar, &'a Release)>,
) -> Vec<(&'a Calendar, &'a Release)> {
    releases.sort_by_key(|(_, release)| std::cmp::Reverse((release.date, release.number)));
    releases
}

/// Writes feeds and their entries.
struct Writer<'a> {
    library: &'a Library,
    site: &'a Site,
    notes: ReleaseNotes<'a>,
}

impl Writer<'_> {
    fn feed(
        &self,
        name: &str,
        title: String,
        page: &Route,
        releases: &[(&Calendar, &Release)],
    ) -> Result<File, PublishError> {
        let path = format!("feeds/{name}.xml");
        let entries = releases
            .iter()
            .map(|(calendar, release)| self.entry(&path, calendar, release));
        let entries = entries.collect();
        self.write(
            name,
            title,
            page,
            self.library.catalogue.newest_day(),
            entries,
        )
    }

    /// The file of a feed.
    fn write(
        &self,
        name: &str,
        title: String,
        page: &Route,
        updated: Date,
        entries: Result<Vec<Entry>, atom_syndication::Error>,
    ) -> Result<File, PublishError> {
        let path = format!("feeds/{name}.xml");
        let feed_error = |error| PublishError::Feed {
            path: path.clone(),
            error,
        };
        let feed = atom_syndication::Feed {
            title: title.into(),
            id: format!("{TAG}feed/{name}"),
            updated: midnight(updated).map_err(feed_error)?,
            authors: vec![Person {
                name: TITLE.to_owned(),
                ..Person::default()
            }],
            generator: Some(Generator {
                value: TITLE.to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
                uri: None,
            }),
            links: vec![
                link("self", self.site.link(&path, &path), "application/atom+xml"),
                self.alternate(&path, page),
            ],
            entries: entries.map_err(feed_error)?,
            lang: Some("en".to_owned()),
            ..atom_syndication::Feed::default()
        };
        let bytes = feed.write_to(Vec::new()).map_err(feed_error)?;
        Ok(File { path, bytes })
    }

    fn entry(
        &self,
        path: &str,
        calendar: &Calendar,
        release: &Release,
    ) -> Result<Entry, atom_syndication::Error> {
        let date = midnight(release.date)?;
        let page = Route::default().with_series(calendar.series);
        let feature = |slug: &str| {
            let page = Route::default().with_feature(slug);
            self.site.link_to_route(path, &page)
        };
        let content = self.notes.html(calendar, release, &feature);
        Ok(Entry {
            title: format!("Python {}", release.number).into(),
            id: format!("{TAG}release/{}", release.number),
            updated: date,
            published: Some(date),
            links: vec![self.alternate(path, &page)],
            summary: Some(replace_invalid(&summary(calendar, release)).into()),
            content: Some(Content {
                value: Some(content),
                content_type: Some("html".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        })
    }

    /// The link from the feed at `path` to the page of a route.
    fn alternate(&self, path: &str, route: &Route) -> Link {
        link(
            "alternate",
            self.site.link_to_route(path, route),
            "text/html",
        )
    }
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(mime_type.to_owned()),
        ..Link::default()
    }
}

/// Midnight UTC of a date, since a feed needs a time as well.
fn midnight(date: Date) -> Result<FixedDateTime, atom_syndication::Error> {
    let text = format!("{date}T00:00:00Z");
    text.parse()
        .map_err(|_| atom_syndication::Error::WrongDatetime(text))
}

/// A sentence with the stage and date of a release and the note from the release
/// calendar.
fn summary(calendar: &Calendar, release: &Release) -> String {
    let series = calendar.series;
    let number = release.number;
    let stage = match number.stage {
        Stage::Alpha(n) => format!("alpha {n} of Python {series}"),
        Stage::Beta(n) => format!("beta {n} of Python {series}"),
        Stage::Candidate(n) => format!(
            "release candidate {n} of Python {}.{}",
            series, number.micro
        ),
        Stage::Final if number.micro == 0 => format!("the first release of Python {series}"),
        Stage::Final => format!("maintenance release {} of Python {series}", number.micro),
    };
    let note = release.note.as_deref();
    let note = note.map(|note| format!(" ({})", note.trim_end_matches('.')));
    format!(
        "Python {number}, {stage}, was released on {}{}.",
        release.date,
        note.unwrap_or_default()
    )
}
