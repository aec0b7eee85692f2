//! The pages of the site as pages of a docset: without scripts and what needs them, with
//! links that work between files. The entry points are [`Pages::rewrite`] and [`home`].

use super::DocsetError;
use catalogue::Library;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use publish::Site;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The style sheet of all pages.
pub(super) const STYLE: &str = "style.css";

/// What a page of a docset does not have: scripts, what they read and what waits for them;
/// the header and the footer of the site; the policy, which names an origin that files do not
/// have; links to data.
const REMOVED: &str = "script, template, noscript, button, #boot-message, #app > header, \
     #app > footer, meta[http-equiv], meta[property], meta[name^='twitter'], \
     link:not([rel='stylesheet']):not([rel='icon'])";

/// The folders of the pages in the docset, and the address of the site for other links.
pub(super) struct Pages<'a> {
    folders: &'a BTreeSet<String>,
    site: &'a Site,
}

/// A page of the docset.
pub(super) struct Page {
    pub html: String,
    /// The path of its style sheet in the site.
    pub style: Option<String>,
}

impl<'a> Pages<'a> {
    pub(super) const fn new(folders: &'a BTreeSet<String>, site: &'a Site) -> Self {
        Self { folders, site }
    }

    /// The page in a folder of the site, which is in the same folder of the docset.
    pub(super) fn rewrite(&self, folder: &str, html: &str) -> Result<Page, DocsetError> {
        let style = RefCell::new(None);
        let up = "../".repeat(folder.matches('/').count());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(REMOVED, |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("link[rel='stylesheet']", |element| {
                let href = element.get_attribute("href").unwrap_or_default();
                style.replace(resolved(folder, &href).map(|(path, _)| path));
                element.set_attribute("href", &format!("{up}{STYLE}"))?;
                Ok(())
            }))
            .append_element_content_handler(element!("a[href]", |element| {
                self.relink(folder, element)?;
                Ok(())
            }));
        let html = rewrite_str(html, settings).map_err(|error| DocsetError::Page {
            path: format!("{folder}index.html"),
            error,
        })?;
        Ok(Page {
            html,
            style: style.into_inner(),
        })
    }

    /// Lets a link lead to a page of the docset, else to the site if its address is known,
    /// else nowhere.
    fn relink(
        &self,
        folder: &str,
        link: &mut Element<'_, '_>,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let href = link.get_attribute("href").unwrap_or_default();
        let is_anchor = href.starts_with('#') && !href.starts_with("#?");
        let target = match href.starts_with('#') {
            true => Some((String::new(), href.as_str())),
            false => resolved(folder, &href),
        };
        let (false, Some((path, anchor))) = (is_anchor, target) else {
            return Ok(());
        };
        // The home page of the docset is one of its own.
        let is_home = path.is_empty() && anchor.is_empty();
        if is_home || self.folders.contains(&path) {
            let up = "../".repeat(folder.matches('/').count());
            link.set_attribute("href", &format!("{up}{path}index.html{anchor}"))?;
        } else if self.site.is_known() {
            link.set_attribute("href", &self.site.link("", &format!("{path}{anchor}")))?;
        } else {
            link.remove_attribute("href");
        }
        Ok(())
    }
}

/// The path in the site that a relative link on the page of a folder leads to, and its anchor;
/// `None` if it is not relative.
fn resolved<'h>(folder: &str, href: &'h str) -> Option<(String, &'h str)> {
    if !href.starts_with("./") && !href.starts_with("../") {
        return None;
    }
    let end = href.find('#').unwrap_or(href.len());
    let (path, anchor) = href.split_at(end);
    let mut folders: Vec<&str> = folder.split_terminator('/').collect();
    let mut rest = path;
    loop {
        if let Some(after) = rest.strip_prefix("../") {
            folders.pop();
            rest = after;
        } else if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else {
            break;
        }
    }
    let folders: String = folders.iter().map(|folder| format!("{folder}/")).collect();
    Some((folders + rest, anchor))
}

/// The page that is opened first: a list of the versions.
pub(super) fn home(library: &Library) -> String {
    let versions = library.catalogue.calendars.iter().rev();
    let versions: String = versions
        .map(|calendar| {
            let series = calendar.series;
            format!("<li><a href=\"{series}/index.html\">Python {series}</a></li>")
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <title>What’s New in Python</title>\
         <link rel=\"stylesheet\" href=\"{STYLE}\"></head>\
         <body><main><h1>What’s New in Python</h1><ul>{versions}</ul>\
         <ul><li><a href=\"releases/index.html\">Releases</a></li>\
         <li><a href=\"documents/index.html\">Documents</a></li></ul></main></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page in `pep/758/` with this content, as a page of a docset.
    fn rewritten(content: &str, site: &str) -> Page {
        let folders = ["3.14/", "feature/a/", "pep/758/"].map(str::to_owned);
        let folders = BTreeSet::from(folders);
        let site = match site {
            "" => Site::default(),
            address => address.parse().expect("an address"),
        };
        let html = format!(
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"x\">\
             <link rel=\"stylesheet\" href=\"../../style-1/style.css\">\
             <link rel=\"alternate\" href=\"../../a.xml\"><script src=\"../../b.js\"></script>\
             </head><body><div id=\"app\"><header>Top</header><main>{content}</main>\
             <footer>End</footer></div></body>"
        );
        let page = Pages::new(&folders, &site).rewrite("pep/758/", &html);
        page.expect("a page")
    }

    #[test]
    fn links_lead_to_files_or_to_the_site() {
        for (href, nowhere, somewhere) in [
            ("../../feature/a/", "../../feature/a/index.html", ""),
            ("../../3.14/#x", "../../3.14/index.html#x", ""),
            ("./#x", "../../pep/758/index.html#x", ""),
            ("../../", "../../index.html", ""),
            ("#x", "#x", ""),
            ("https://peps.python.org/", "https://peps.python.org/", ""),
            ("../../errors/", "", "https://example.org/errors/"),
            (
                "#?view=try&amp;q=x",
                "",
                "https://example.org/#?view=try&amp;q=x",
            ),
        ] {
            let link = format!("<a href=\"{href}\">x</a>");
            let expected = |to: &str| match to {
                "" => "<a>x</a>".to_owned(),
                to => format!("<a href=\"{to}\">x</a>"),
            };
            let page = rewritten(&link, "").html;
            assert!(page.contains(&expected(nowhere)), "{href}: {page}");
            let page = rewritten(&link, "https://example.org/").html;
            let to = if somewhere.is_empty() {
                nowhere
            } else {
                somewhere
            };
            assert!(page.contains(&expected(to)), "{href}: {page}");
        }
    }

    #[test]
    fn a_page_has_its_content_and_its_style_and_no_scripts() {
        let page = rewritten("<header>H</header><button>Run</button>Text", "");
        assert_eq!(page.style.as_deref(), Some("style-1/style.css"));
        let link = "<link rel=\"stylesheet\" href=\"../../style.css\">";
        for part in [link, "<header>H</header>Text"] {
            assert!(page.html.contains(part), "no {part}: {}", page.html);
        }
        for part in ["script", "Top", "End", "Security", "a.xml", "Run"] {
            assert!(!page.html.contains(part), "{part}: {}", page.html);
        }
    }
}
