//! The sitemap, which lists all pages for search engines. The entry point is
//! [`sitemap`].

use super::Page;
use super::escape::escape;
use catalogue::Library;
use publish::Site;

/// The name of the sitemap in the site's root.
pub const SITEMAP: &str = "sitemap.xml";

/// The sitemap in the format of <https://www.sitemaps.org/protocol.html>. The protocol
/// requires absolute addresses. Without the address of the site they are relative to
/// the file, and have to be completed by the owner of the site.
pub(crate) fn sitemap(library: &Library, pages: &[Page], site: &Site) -> String {
    let day = library.catalogue.as_of;
    let entry = |page: &Page| {
        let address = match site.is_known() {
            true => site.link_to_route("", &page.route),
            false => format!("./{}", page.folder),
        };
        let address = escape(&address);
        format!("<url><loc>{address}</loc><lastmod>{day}</lastmod></url>\n")
    };
    let entries: String = pages.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}
