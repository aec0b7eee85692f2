//! The list of all pages for search engines. The entry point is [`sitemap`].

use super::Page;
use super::escape::escape;
use catalogue::Library;

/// The file's name, beside the first page.
pub const SITEMAP: &str = "sitemap.xml";

/// Every page as <https://www.sitemaps.org/protocol.html> describes it. The
/// protocol wants absolute addresses; without the site's the pages stand there
/// relative to the file, so that whoever knows the address can complete them.
pub(crate) fn sitemap(library: &Library, pages: &[Page], site: Option<&str>) -> String {
    let root = site.unwrap_or("./");
    let day = library.catalogue.as_of;
    let entry = |page: &Page| {
        let address = escape(&format!("{root}{}", page.folder));
        format!("<url><loc>{address}</loc><lastmod>{day}</lastmod></url>\n")
    };
    let entries: String = pages.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}
