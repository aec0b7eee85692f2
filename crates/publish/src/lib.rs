//! The catalogue as data for others: JSON, Atom feeds, a calendar, badges and
//! cards. The entry point is [`publish`]; `docs/data.md` is the contract with
//! those who read the files.

mod api;
mod badge;
mod calendar;
mod card;
mod deprecations;
mod feeds;
mod form;
mod lettering;
mod markup;
mod paint;
mod site;
mod states;

pub use form::{ExportedCatalogue, export};
pub use site::{Site, SiteError};

use catalogue::Library;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site's folder, with `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why the catalogue cannot be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error(
        "the slug `{0}` can be no file's name; write it in letters, digits, `.`, `-` and `_`, the \
         first a letter or a digit"
    )]
    /// A slug cannot be the name of a file.
    Slug(String),
    /// A value cannot be written as JSON.
    #[error("{path} cannot be written as JSON: {error}")]
    Json {
        /// The file that it was for.
        path: String,
        /// Why not.
        error: serde_json::Error,
    },
    /// A feed cannot be written.
    #[error("{path} cannot be written as a feed: {error}")]
    Feed {
        /// The file that it was for.
        path: String,
        /// Why not.
        error: atom_syndication::Error,
    },
}

/// Everything that is published of a library, by what it is: the name that a
/// reader knows it by and its files.
///
/// # Errors
/// Where a slug would lead out of its folder, or a value has no written form.
pub fn publish(
    library: &Library,
    site: &Site,
) -> Result<Vec<(&'static str, Vec<File>)>, PublishError> {
    check_slugs(library)?;
    Ok(vec![
        ("JSON", api::files(library)?),
        ("feeds", feeds::files(library, site)?),
        ("calendar", vec![calendar::file(library, site)]),
        ("badges", badge::files(library)),
        ("cards", card::files(library, site)),
    ])
}

/// A slug becomes a file's name, which must not lead out of its folder.
fn check_slugs(library: &Library) -> Result<(), PublishError> {
    let features = &library.catalogue.features;
    match features.iter().find(|feature| !is_path(&feature.slug)) {
        None => Ok(()),
        Some(feature) => Err(PublishError::Slug(feature.slug.clone())),
    }
}

/// A feature without a slug of its own goes by its document, which may stand in
/// a folder and have a name in any letters.
fn is_path(slug: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " .-_".contains(c);
    let is_name =
        |name: &str| name.starts_with(char::is_alphanumeric) && name.chars().all(is_plain);
    slug.split('/').all(is_name)
}
