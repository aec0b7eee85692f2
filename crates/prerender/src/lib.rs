//! Renders the site's pages to HTML, so that each can be read, indexed and linked
//! without waiting for the explorer. The entry point is [`write`].
//!
//! The pages are rendered by the same components that run in the browser. This crate
//! decides which pages exist, what is in their `<head>`, and where their files are
//! written. Native only.

mod escape;
mod head;
mod sitemap;
mod template;
#[cfg(test)]
mod tests;

use api::Table;
use catalogue::Library;
use head::Head;
use publish::{Feed, Site};
use query::{Route, pages};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use template::{Content, Template};
use whats_new::own_parts;
use whats_new::still::Still;

pub use sitemap::SITEMAP;
pub use template::TemplateError;

/// Why the pages cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum PrerenderError {
    /// The template is not the built page.
    #[error("{}: {source}; build the page first", path.display())]
    Template {
        /// The path of the template.
        path: PathBuf,
        /// What is wrong with it.
        source: TemplateError,
    },
    /// A file or folder cannot be read or written.
    #[error("{}: {source}; check that the folder can be written to", path.display())]
    File {
        /// The path of the file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The asynchronous runtime that renders the components cannot be started.
    #[error("the pages cannot be rendered: the async runtime does not start: {0}")]
    Runtime(io::Error),
}

/// One page of the site.
struct Page {
    route: Route,
    /// The folder from [`Route::folder`]: empty or ending in `/`.
    folder: String,
}

impl Page {
    /// The number of folders between the page and the site's root.
    fn depth(&self) -> usize {
        self.folder.matches('/').count()
    }
}

/// Renders every page of a library, and one for each module of the table, into the site in
/// `dist`, using its `index.html` as the template, and returns the number of pages. Links
/// that have to be absolute, such as those in the sitemap, are relative or left out if the
/// address of the site is not known.
///
/// # Errors
///
/// If the template is not the built page, or if a file cannot be read or written.
pub fn write(
    library: &Library,
    table: Option<&Table>,
    dist: &Path,
    site: &Site,
) -> Result<usize, PrerenderError> {
    let path = dist.join("index.html");
    let text = fs::read_to_string(&path).map_err(|source| file_error(&path, source))?;
    let template = Template::new(&text).map_err(|source| PrerenderError::Template {
        path: path.clone(),
        source,
    })?;
    let pages = all_pages(library, table);
    let sitemap = sitemap::sitemap(library, &pages, site);
    write_file(&dist.join(SITEMAP), &sitemap)?;
    let folders: BTreeSet<String> = pages.iter().map(|page| page.folder.clone()).collect();
    let feeds = publish::feeds(library, table);
    let renderer = Renderer {
        library,
        table,
        feeds: &feeds,
        template: &template,
        folders: &folders,
        dist,
        site,
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let shares: Vec<Vec<&Page>> = (0..cores)
        .map(|core| pages.iter().skip(core).step_by(cores).collect())
        .collect();
    thread::scope(|scope| {
        let threads: Vec<_> = shares
            .iter()
            .map(|share| scope.spawn(|| renderer.write_pages(share)))
            .collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })?;
    Ok(pages.len())
}

/// The pages of all routes that have a folder.
fn all_pages(library: &Library, table: Option<&Table>) -> Vec<Page> {
    let modules = table.into_iter().flat_map(Table::modules);
    let modules = modules.map(|(module, _)| Route::page_of_module(module));
    let routes = pages(&library.catalogue).into_iter().chain(modules);
    let page = |route: Route| {
        let folder = route.folder()?;
        Some(Page { route, folder })
    };
    routes.filter_map(page).collect()
}

/// The inputs that all threads share.
struct Renderer<'a> {
    library: &'a Library,
    table: Option<&'a Table>,
    feeds: &'a [Feed],
    template: &'a Template,
    folders: &'a BTreeSet<String>,
    dist: &'a Path,
    site: &'a Site,
}

impl Renderer<'_> {
    fn write_pages(&self, pages: &[&Page]) -> Result<(), PrerenderError> {
        let still = Still::new(self.library, self.table, self.folders.clone())
            .map_err(PrerenderError::Runtime)?;
        for page in pages {
            let head = Head::for_page(self.library, self.feeds, page);
            let body = still.html(&page.route, page.depth());
            let parts = own_parts(&page.route, &self.library.catalogue);
            let parts: Vec<String> = parts.into_iter().map(|part| part.path).collect();
            let content = Content {
                head: &head,
                body: &body,
                parts: &parts.join(" "),
            };
            let html = self.template.fill(page, &content, self.site);
            let folder = self.dist.join(&page.folder);
            fs::create_dir_all(&folder).map_err(|source| file_error(&folder, source))?;
            write_file(&folder.join("index.html"), &html)?;
        }
        Ok(())
    }
}

/// Writes a file, unless it is there with this text.
fn write_file(path: &Path, text: &str) -> Result<(), PrerenderError> {
    if fs::read(path).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    fs::write(path, text).map_err(|source| file_error(path, source))
}

fn file_error(path: &Path, source: io::Error) -> PrerenderError {
    PrerenderError::File {
        path: path.to_owned(),
        source,
    }
}
