//! Publishes the catalogue and the table of names as data for other programs and sites:
//! JSON, Atom feeds, a calendar, badges, cards and Markdown. The entry point is [`publish`]; `docs/data.md` documents
//! the formats.

mod api;
mod badge;
mod calendar;
mod card;
mod colours;
mod deprecations;
mod feeds;
mod form;
mod launcher;
mod markdown;
mod markup;
mod names;
mod opensearch;
mod site;
mod spans;
mod text_width;

pub use calendar::{RELEASE_CALENDAR, REMOVAL_CALENDAR};
pub use feeds::{Feed, feeds};
pub use form::{ExportedCatalogue, export};
pub use markdown::MARKDOWN;
pub use opensearch::OPENSEARCH;
pub use site::{Site, SiteError};

use ::api::Table;
use catalogue::Library;

/// The name of the site.
const TITLE: &str = "What's New in Python";

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path relative to the site's root, with `/` as separator.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Why the catalogue cannot be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A slug cannot be used as the name of a file.
    #[error(
        "the slug `{0}` cannot be used as a file name; write it in letters, digits, `.`, `-` and \
         `_`, beginning with a letter or a digit"
    )]
    Slug(String),
    /// A value cannot be written as JSON.
    #[error("{path} cannot be written as JSON: {error}")]
    Json {
        /// The path of the JSON file.
        path: String,
        /// The error of the serializer.
        error: serde_json::Error,
    },
    /// A page cannot be written as Markdown.
    #[error("{path} cannot be written as Markdown: {error}; simplify the markup of what it shows")]
    Markdown {
        /// The path of the page.
        path: String,
        /// The error of the writer's library.
        error: pulldown_cmark_to_cmark::Error,
    },
    /// A feed cannot be written.
    #[error("{path} cannot be written as a feed: {error}")]
    Feed {
        /// The path of the feed.
        path: String,
        /// The error of the feed's library.
        error: atom_syndication::Error,
    },
}

/// All files that are published of a library and, if it is there, of the table of names,
/// grouped by format. Each group has a name
/// to show to people, such as "feeds".
///
/// # Errors
///
/// If a slug cannot be used as a file name, or if a value cannot be serialized.
pub fn publish(
    library: &Library,
    table: Option<&Table>,
    site: &Site,
) -> Result<Vec<(&'static str, Vec<File>)>, PublishError> {
    check_slugs(library)?;
    let mut json = api::files(library)?;
    json.push(launcher::file(library, table, site)?);
    let feeds = feeds::files(library, table, site)?;
    let mut badges = badge::files(library);
    if let Some(table) = table {
        json.extend(names::files(library, table)?);
        badges.extend(badge::name_files(table));
    }
    Ok(vec![
        ("JSON", json),
        ("feeds", feeds),
        ("calendars", calendar::files(library, site).into()),
        ("badges", badges),
        ("cards", card::files(library, site)),
        ("Markdown", markdown::files(library, table, site)?),
        ("OpenSearch", opensearch::file(site).into_iter().collect()),
    ])
}

/// Slugs become file names, which must not lead out of their folder.
fn check_slugs(library: &Library) -> Result<(), PublishError> {
    let features = &library.catalogue.features;
    match features.iter().find(|feature| !is_path(&feature.slug)) {
        None => Ok(()),
        Some(feature) => Err(PublishError::Slug(feature.slug.clone())),
    }
}

/// Whether a slug is a relative path without `..`. A slug that is derived from a
/// document may contain folders, and letters of any script.
fn is_path(slug: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " .-_".contains(c);
    let is_name =
        |name: &str| name.starts_with(char::is_alphanumeric) && name.chars().all(is_plain);
    slug.split('/').all(is_name)
}
