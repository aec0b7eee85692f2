//! The pages of a small library.

use super::head::Head;
use super::template::{Content, Template, TemplateError, escape};
use super::{Page, PrerenderError, SITEMAP, all_pages, site_address, sitemap, write};
use crate::app::still::Still;
use crate::catalogue::Library;
use crate::catalogue::fixture::Shelf;
use crate::query::Route;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const BUILT: &str = "<head><!-- head --><link href=\"./style.css\">\
                     <template data-bundle=\"./bundle/\"></template></head>\
                     <body><div id=\"app\"></div></body>";

fn library() -> Library {
    let markdown = "## Bare `except` {#pep-758 kind=changed pep=758}\n\nParentheses go.";
    Shelf::new().reference("notes", markdown).library()
}

fn page(fragment: &str) -> Page {
    let (route, _) = Route::from_fragment(fragment);
    let folder = route.folder().expect("a place with a page");
    Page { route, folder }
}

/// A page's own part, as HTML.
fn body(fragment: &str) -> String {
    let library = library();
    let folders: BTreeSet<String> = all_pages(&library)
        .into_iter()
        .map(|page| page.folder)
        .collect();
    let still = Still::new(&library, folders).expect("a runtime");
    let page = page(fragment);
    still.html(&page.route, page.depth())
}

#[test]
fn a_page_shows_what_it_is_of_and_says_so() {
    let feature = body("#?view=page&feature=pep-758");
    assert!(feature.contains("data-query=\"view=page&amp;feature=pep-758\""));
    assert!(
        feature.contains("href=\"../../3.14/\"") && feature.contains("href=\"../../pep/758/\"")
    );
    assert!(feature.contains("<h1 id=\"detail-title\">"), "{feature}");
    let pep = body("#?view=page&pep=758");
    assert!(
        pep.contains("<h1>PEP 758: Allow except without parentheses</h1>"),
        "{pep}"
    );
    assert!(pep.contains("href=\"../../feature/pep-758/\""));
    let series = body("#?view=page&series=3.14");
    assert!(series.contains("href=\"../feature/pep-758/\""), "{series}");
    let home = body("#?");
    assert!(home.contains("href=\"./3.14/\"") && home.contains("href=\"./feature/pep-758/\""));
}

#[test]
fn what_has_no_page_waits_for_the_explorer() {
    let feature = body("#?view=page&feature=pep-758");
    assert!(feature.contains("href=\"#?view=upgrade\""), "{feature}");
    // Python 2.7 is a target of PEP 758 and no series of the catalogue.
    let pep = body("#?view=page&pep=758");
    assert!(pep.contains("href=\"#?view=page&amp;series=2.7\""), "{pep}");
}

#[test]
fn a_page_finds_the_built_files_from_where_it_lies() {
    let template = Template::new(BUILT).expect("a template");
    let head = Head {
        title: "A < B & \"C\"".to_owned(),
        description: "'D'".to_owned(),
    };
    let content = Content {
        head: &head,
        body: "<main></main>",
        parts: "peps.bin",
    };
    let html = template.fill(&page("#?view=page&pep=758"), &content, None);
    for part in [
        "<title>A &lt; B &amp; &quot;C&quot;</title>",
        "content=\"&#39;D&#39;\"",
        "<link rel=\"canonical\" href=\"./\">",
        "href=\"../../style.css\"",
        "data-bundle=\"../../bundle/\"",
        "<div id=\"app\" class=\"prerendered\" data-parts=\"peps.bin\"><main></main></div>",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(!html.contains("og:url"), "{html}");
    let site = Some("https://example.org/py/");
    let html = template.fill(&page("#?view=page&pep=758"), &content, site);
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/py/pep/758/\">",
        "<meta property=\"og:url\" content=\"https://example.org/py/pep/758/\">",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    let home = template.fill(&page("#?"), &content, None);
    assert!(home.contains("href=\"./style.css\""), "{home}");
}

#[test]
fn what_is_no_template_is_refused() {
    for (html, expected) in [
        ("", TemplateError::Lacks("<!-- head -->")),
        (
            "<!-- head -->",
            TemplateError::Lacks("<div id=\"app\"></div>"),
        ),
        (
            "<!-- head --><main data-query=\"\">",
            TemplateError::Rendered,
        ),
    ] {
        assert_eq!(Template::new(html).err(), Some(expected), "{html}");
    }
}

#[test]
fn an_address_of_a_site_is_one() {
    for (given, read) in [
        ("https://example.org", "https://example.org/"),
        ("http://127.0.0.1:80/a/b/", "http://127.0.0.1:80/a/b/"),
    ] {
        assert_eq!(site_address(given).ok().as_deref(), Some(read));
    }
    for given in ["", "example.org", "https://", "https:///a", "https://a?b"] {
        let error = site_address(given).expect_err(given);
        assert!(matches!(error, PrerenderError::Site(text) if text == given));
    }
}

#[test]
fn the_sitemap_has_whole_addresses_where_the_site_is_known() {
    let library = library();
    let pages = [page("#?"), page("#?view=page&series=3.14")];
    let site = Some("https://example.org/a&b/");
    let known = sitemap::sitemap(&library, &pages, site);
    assert!(
        known.contains("<loc>https://example.org/a&amp;b/3.14/</loc>"),
        "{known}"
    );
    let unknown = sitemap::sitemap(&library, &pages, None);
    assert!(unknown.contains("<loc>./3.14/</loc>") && unknown.contains("<loc>./</loc>"));
    assert_eq!(escape("<a&'\">"), "&lt;a&amp;&#39;&quot;&gt;");
}

#[test]
fn a_site_is_rendered_once_and_a_missing_one_is_named() {
    let folder = std::env::temp_dir().join(format!("whats-new-prerender-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    fs::write(folder.join("index.html"), BUILT).expect("a template");
    let library = library();
    let pages = write(&library, &folder, None).expect("a rendered site");
    assert_eq!(pages, all_pages(&library).len());
    assert!(folder.join(SITEMAP).is_file());
    assert!(folder.join("feature/pep-758/index.html").is_file());
    let again = write(&library, &folder, None).expect_err("a rendered page is no template");
    assert!(again.to_string().contains("index.html"), "{again}");
    fs::remove_dir_all(&folder).expect("the temporary folder goes");
    let missing = write(&library, Path::new("/nowhere"), None).expect_err("no such folder");
    assert!(missing.to_string().contains("/nowhere"), "{missing}");
}
