//! The site's pages as HTML, so that each can be read, found and linked without
//! waiting for the explorer. The entry point is [`write`].
//!
//! The components that the browser runs render them; this room knows which pages
//! there are, what their heads say, and where their files lie. Native only.

mod escape;
mod head;
mod sitemap;
mod template;
#[cfg(test)]
mod tests;

use catalogue::Library;
use head::Head;
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
    /// The template cannot be used.
    #[error("{}: {source}; build the page first", path.display())]
    Template {
        /// Where it is.
        path: PathBuf,
        /// Why not.
        source: TemplateError,
    },
    /// A file cannot be read or written.
    #[error("{}: {source}; check that the folder can be written to", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The site's address is not an address.
    #[error("{0:?} is no address of a site; give one such as https://example.org/python/")]
    Site(String),
    /// The system cannot start what rendering needs.
    #[error("nothing can be rendered: {0}; the system refuses what a rendering needs")]
    Runtime(io::Error),
}

/// One page of the site.
struct Page {
    route: Route,
    /// Its folder, as [`Route::folder`] has it.
    folder: String,
}

impl Page {
    /// How many folders it lies below the site's.
    fn depth(&self) -> usize {
        self.folder.matches('/').count()
    }
}

/// Renders every page of a library into the site in `dist`, whose `index.html`
/// is the template of all, and returns how many there are. With the address of
/// the site, what has to be an absolute address is one.
///
/// # Errors
/// Where the template is not the built page, or a file cannot be written.
pub fn write(library: &Library, dist: &Path, site: Option<&str>) -> Result<usize, PrerenderError> {
    let site = site.map(site_address).transpose()?;
    let path = dist.join("index.html");
    let text = fs::read_to_string(&path).map_err(|source| file_error(&path, source))?;
    let template = Template::new(&text).map_err(|source| PrerenderError::Template {
        path: path.clone(),
        source,
    })?;
    let pages = all_pages(library);
    let sitemap = sitemap::sitemap(library, &pages, site.as_deref());
    write_file(&dist.join(SITEMAP), &sitemap)?;
    let folders: BTreeSet<String> = pages.iter().map(|page| page.folder.clone()).collect();
    let work = Work {
        library,
        template: &template,
        folders: &folders,
        dist,
        site: site.as_deref(),
    };
    // Rendering is all there is to do, so every core may do its share.
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let shares: Vec<Vec<&Page>> = (0..cores)
        .map(|core| pages.iter().skip(core).step_by(cores).collect())
        .collect();
    thread::scope(|scope| {
        let shares = shares.iter().map(|share| scope.spawn(|| work.share(share)));
        let shares: Vec<_> = shares.collect();
        shares.into_iter().try_for_each(|share| {
            share.join().unwrap_or_else(|panic| {
                // What a rendering panicked with goes on to whoever asked for it.
                std::panic::resume_unwind(panic)
            })
        })
    })?;
    Ok(pages.len())
}

fn all_pages(library: &Library) -> Vec<Page> {
    let routes = pages(&library.catalogue).into_iter();
    let page = |route: Route| {
        let folder = route.folder()?;
        Some(Page { route, folder })
    };
    routes.filter_map(page).collect()
}

/// What every core needs for its share of the pages.
struct Work<'a> {
    library: &'a Library,
    template: &'a Template,
    folders: &'a BTreeSet<String>,
    dist: &'a Path,
    site: Option<&'a str>,
}

impl Work<'_> {
    fn share(&self, pages: &[&Page]) -> Result<(), PrerenderError> {
        let still =
            Still::new(self.library, self.folders.clone()).map_err(PrerenderError::Runtime)?;
        for page in pages {
            let head = Head::of(self.library, page);
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

/// An address that pages' folders can be put behind.
fn site_address(text: &str) -> Result<String, PrerenderError> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_plain = |rest: &str| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && !rest.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c))
    };
    if !rest.is_some_and(is_plain) {
        return Err(PrerenderError::Site(text.to_owned()));
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

fn write_file(path: &Path, text: &str) -> Result<(), PrerenderError> {
    fs::write(path, text).map_err(|source| file_error(path, source))
}

fn file_error(path: &Path, source: io::Error) -> PrerenderError {
    PrerenderError::File {
        path: path.to_owned(),
        source,
    }
}
