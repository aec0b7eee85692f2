//! The pages as Markdown, and `llms.txt`. The entry point is [`files`].
//!
//! A page is built as the blocks of a document. Its links to other pages are the fragments
//! of routes, which become addresses when the page is written.

mod feature;
mod lists;
mod llms;
mod subjects;
mod tree;
mod writer;

use super::form::Exporter;
use super::{File, PublishError, Site};
use api::Table;
use catalogue::{Library, Release, ReleaseState};
use document::{Block, Inline};
use query::{Route, View, pages};
use std::collections::BTreeSet;
use tree::{link_around, paragraph, text};

/// The name of a page's Markdown in the folder of the page.
pub const MARKDOWN: &str = "index.md";

/// The Markdown of every page, and the index of the site for language models.
pub(super) fn files(
    library: &Library,
    table: Option<&Table>,
    site: &Site,
) -> Result<Vec<File>, PublishError> {
    let modules = table.into_iter().flat_map(Table::modules);
    let modules = modules.map(|(module, _)| Route::page_of_module(module));
    let routes: Vec<Route> = pages(&library.catalogue)
        .into_iter()
        .chain(modules)
        .collect();
    let folders = routes.iter().filter_map(Route::folder).collect();
    let source = Source {
        library,
        table,
        site,
        exporter: Exporter::new(library),
        folders,
    };
    let files = routes.iter().filter_map(|route| {
        let path = format!("{}{MARKDOWN}", route.folder()?);
        Some(source.file(path, &source.page(route)))
    });
    files.chain([source.llms()]).collect()
}

/// What pages are made from.
struct Source<'a> {
    library: &'a Library,
    table: Option<&'a Table>,
    site: &'a Site,
    exporter: Exporter<'a>,
    /// The folders of all pages.
    folders: BTreeSet<String>,
}

impl Source<'_> {
    fn page(&self, route: &Route) -> Vec<Block> {
        let catalogue = &self.library.catalogue;
        let mut blocks = if let Some(slug) = &route.feature {
            let feature = catalogue.feature(slug);
            feature.map(|feature| self.feature(feature))
        } else if let Some(slug) = &route.document {
            catalogue.document(slug).map(|entry| self.document(entry))
        } else if let Some(number) = route.query.peps.first() {
            Some(self.pep(*number))
        } else if let Some(module) = route.query.modules.first() {
            self.table.map(|table| self.module(table, module))
        } else if let Some(series) = route.series {
            catalogue
                .calendar(series)
                .map(|calendar| self.series(calendar))
        } else {
            Some(match route.view {
                View::Releases => self.releases(),
                View::Documents => self.documents(),
                View::Check => lists::check(),
                View::Errors => self.errors(),
                _ => self.home(),
            })
        }
        .unwrap_or_default();
        let day = format!("As of {}.", catalogue.newest_day());
        blocks.push(paragraph(vec![text(day)]));
        blocks
    }

    fn file(&self, path: String, blocks: &[Block]) -> Result<File, PublishError> {
        let bytes = self.write(&path, blocks)?.into_bytes();
        Ok(File { path, bytes })
    }

    /// Blocks as Markdown for the file at `path`.
    fn write(&self, path: &str, blocks: &[Block]) -> Result<String, PublishError> {
        writer::write(blocks, &|url| self.address(path, url)).map_err(|error| {
            PublishError::Markdown {
                path: path.to_owned(),
                error,
            }
        })
    }

    /// The address of a link on the page at `from`: of a page's Markdown for a route or the
    /// slug of a feature; of a published file. `None` if the site has nothing like it.
    fn address(&self, from: &str, url: &str) -> Option<String> {
        if let Some(path) = url.strip_prefix(FILE) {
            return Some(self.site.link_to_file(from, path));
        }
        let Some(anchor) = url.strip_prefix('#') else {
            // Paths in documents are those of other sites.
            let is_whole = ["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| url.starts_with(scheme));
            return is_whole.then(|| url.to_owned());
        };
        let route = match anchor.strip_prefix('?') {
            Some(_) => Route::from_fragment(url).0,
            None => Route::page_of_feature(anchor),
        };
        let folder = route
            .folder()
            .filter(|folder| self.folders.contains(folder))?;
        Some(self.site.link_to_file(from, &format!("{folder}{MARKDOWN}")))
    }

    /// A line for each feature, with its first sentences.
    fn lines<'f>(
        &self,
        features: impl IntoIterator<Item = &'f catalogue::Feature>,
    ) -> Vec<Vec<Inline>> {
        let lines = features.into_iter().map(|feature| {
            let route = Route::page_of_feature(&feature.slug);
            let mut line = vec![to(&route, feature.title.clone())];
            let place = self.library.catalogue.position(&feature.slug);
            let excerpt = place.and_then(|place| self.library.excerpts.get(place));
            if let Some(excerpt) = excerpt.filter(|excerpt| !excerpt.is_empty()) {
                line.push(text(format!(": {excerpt}")));
            }
            line
        });
        lines.collect()
    }
}

/// The beginning of the address of a published file, before its path.
const FILE: &str = "file:";

/// A link to a published file.
fn to_file(path: &str, label: &str) -> Inline {
    tree::link(format!("{FILE}{path}"), label)
}

/// A link to a page.
fn to(route: &Route, content: Vec<Inline>) -> Inline {
    link_around(route.to_fragment(), content)
}

/// When a release was published, or when it is expected.
fn day_of(release: &Release) -> String {
    match release.state {
        ReleaseState::Actual => format!("released {}", release.date),
        ReleaseState::Expected => format!("expected {}", release.date),
    }
}
