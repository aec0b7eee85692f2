//! Tests with the pages of a small library.

use super::escape::escape;
use super::head::Head;
use super::template::{Content, Template, TemplateError};
use super::{Page, SITEMAP, all_pages, sitemap, write};
use catalogue::Library;
use catalogue::fixture::Shelf;
use publish::Site;
use query::Route;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use whats_new::still::Still;

const BUILT: &str = "<head><!-- head --><link href=\"./style.css\">\
                     <link rel=\"modulepreload\" href=\"./explorer.js\">\
                     <template data-early=\"\" data-bundle=\"./bundle/\"></template></head>\
                     <body><div id=\"app\"></div></body>";

fn library() -> Library {
    let markdown = "## Bare `except` {#pep-758 kind=changed pep=758 area=language \
                    module=asyncio}\n\nParentheses go.\n\n\
                    ## A plain change {#3.14-plain kind=changed}\n\nIt has no PEP.";
    Shelf::empty().reference("notes", markdown).library()
}

fn page(fragment: &str) -> Page {
    let (route, _) = Route::from_fragment(fragment);
    let folder = route.folder().expect("a route with a page");
    Page { route, folder }
}

/// The content of a page's app element, as HTML.
fn body(fragment: &str) -> String {
    let library = library();
    let folders: BTreeSet<String> = all_pages(&library, None)
        .into_iter()
        .map(|page| page.folder)
        .collect();
    let still = Still::new(&library, None, folders).expect("a runtime");
    let page = page(fragment);
    still.html(&page.route, page.depth())
}

#[test]
fn a_page_shows_its_subject_and_names_its_query() {
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
fn a_row_has_no_empty_element_where_there_is_no_pep_status_or_sample() {
    let home = body("#?");
    let row = |slug: &str| {
        let start = home.find(&format!("id=\"row-{slug}\"")).expect("the row");
        let row = &home[start..];
        &row[..row.find("</a>").expect("its end")]
    };
    assert!(row("pep-758").contains("<span class=\"facts\">"));
    assert!(
        !row("3.14-plain").contains("facts"),
        "{}",
        row("3.14-plain")
    );
}

#[test]
fn routes_without_a_page_are_linked_by_fragment() {
    let feature = body("#?view=page&feature=pep-758");
    assert!(feature.contains("href=\"#?view=upgrade\""), "{feature}");
    // PEP 758 targets Python 2.7, which is not a series of the catalogue.
    let pep = body("#?view=page&pep=758");
    assert!(pep.contains("href=\"#?view=page&amp;series=2.7\""), "{pep}");
}

#[test]
fn a_page_refers_to_the_built_files_relative_to_its_folder() {
    let template = Template::new(BUILT).expect("a template");
    let head = Head {
        title: "A < B & \"C\"".to_owned(),
        description: "'D'".to_owned(),
        alternates: Vec::new(),
    };
    let content = Content {
        head: &head,
        body: "<main></main>",
        parts: "peps.bin",
    };
    let html = template.fill(&page("#?view=page&pep=758"), &content, &Site::default());
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
    for part in ["og:url", "og:image", "twitter:card", "opensearch"] {
        assert!(!html.contains(part), "{part} in {html}");
    }
    for part in ["preload", "data-early"] {
        assert!(!html.contains(part), "the explorer is loaded last: {html}");
    }
    assert!(
        html.contains("<link href=\"../../style.css\"><template data-bundle"),
        "nothing is left of what was removed: {html}"
    );
    let site = "https://example.org/py/".parse().expect("an address");
    let html = template.fill(&page("#?view=page&pep=758"), &content, &site);
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/py/pep/758/\">",
        "<meta property=\"og:url\" content=\"https://example.org/py/pep/758/\">",
        "<meta property=\"og:image\" content=\"https://example.org/py/preview.png\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        "<link rel=\"search\" type=\"application/opensearchdescription+xml\" \
         title=\"What&#39;s New in Python\" href=\"https://example.org/py/opensearch.xml\">",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    let home = template.fill(&page("#?"), &content, &Site::default());
    for part in ["preload", "data-early"] {
        assert!(home.contains(part), "the explorer is loaded first: {home}");
    }
    assert!(home.contains("href=\"./style.css\""), "{home}");
}

#[test]
fn a_description_says_what_a_page_is_about() {
    let description = |fragment| Head::for_page(&library(), &[], &page(fragment)).description;
    for (fragment, expected) in [
        (
            "#?view=page&feature=3.14-plain",
            "A plain change, changed in Python 3.14. It has no PEP.",
        ),
        (
            "#?view=page&series=3.14",
            "What is new in Python 3.14, first released 2020-01-03: 0 added, 2 changed, \
             0 deprecated, 0 removed.",
        ),
        (
            "#?",
            "2 features of Python, release by release, from 1 document, each claim checked. \
             Search and filter them by version, PEP, status and kind.",
        ),
    ] {
        assert_eq!(description(fragment), expected);
    }
}

#[test]
fn a_long_description_ends_after_a_word() {
    let words = "word, ".repeat(60);
    let markdown = format!("## {words} {{#3.14-long kind=added}}\n\nText.");
    let library = Shelf::empty().reference("notes", &markdown).library();
    let page = page("#?view=page&feature=3.14-long");
    let description = Head::for_page(&library, &[], &page).description;
    assert!(description.ends_with("word…"), "{description}");
    let length = description.chars().count();
    assert!((150..=160).contains(&length), "{length}: {description}");
}

/// The alternates in the head of a page: media types and addresses.
fn alternates(fragment: &str) -> Vec<(String, String)> {
    let page = page(fragment);
    let library = library();
    let feeds = publish::feeds(&library, None);
    let html = Head::for_page(&library, &feeds, &page).html(&page, &Site::default());
    let links = html.split("<link rel=\"alternate\" type=\"").skip(1);
    let value = |text: &str| text.split('"').next().unwrap_or_default().to_owned();
    links
        .map(|link| {
            let (_, href) = link.split_once("href=\"").expect("a link leads somewhere");
            (value(link), value(href))
        })
        .collect()
}

#[test]
fn a_page_links_to_its_feeds_and_its_data() {
    let pair = |kind: &str, href: &str| (kind.to_owned(), href.to_owned());
    let (atom, json, markdown) = ("application/atom+xml", "application/json", "text/markdown");
    let calendar = "text/calendar";
    assert_eq!(
        alternates("#?"),
        [
            pair(markdown, "index.md"),
            pair(atom, "feeds/all.xml"),
            // The only kind and the only area of the library.
            pair(atom, "feeds/kind/changed.xml"),
            pair(atom, "feeds/area/language.xml"),
            pair(calendar, "calendar/releases.ics"),
            pair(calendar, "calendar/removals.ics"),
        ]
    );
    assert_eq!(
        alternates("#?view=page&module=asyncio"),
        [
            pair(markdown, "../../module/asyncio/index.md"),
            pair(atom, "../../feeds/all.xml"),
            pair(json, "../../api/v1/names/asyncio.json"),
            pair(atom, "../../feeds/module/asyncio.xml"),
        ]
    );
    assert_eq!(
        alternates("#?view=page&feature=pep-758"),
        [
            pair(markdown, "../../feature/pep-758/index.md"),
            pair(atom, "../../feeds/all.xml"),
            pair(json, "../../api/v1/features/pep-758.json"),
        ]
    );
    assert_eq!(
        alternates("#?view=page&series=3.14"),
        [
            pair(markdown, "../3.14/index.md"),
            pair(atom, "../feeds/all.xml"),
            pair(atom, "../feeds/3.14.xml"),
            pair(json, "../api/v1/releases/3.14.json"),
        ]
    );
    assert_eq!(
        alternates("#?view=page&pep=758"),
        [
            pair(markdown, "../../pep/758/index.md"),
            pair(atom, "../../feeds/all.xml")
        ]
    );
}

/// The width and height in the header of a PNG, in pixels.
fn size(png: &[u8]) -> [u32; 2] {
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    [number(16), number(20)]
}

#[test]
fn the_preview_image_has_the_size_that_pages_state() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/offline/preview.png");
    let [width, height] = size(&fs::read(path).expect("the picture"));
    let page = page("#?");
    let site = "https://example.org/".parse().expect("an address");
    let html = Head::for_page(&library(), &[], &page).html(&page, &site);
    for (what, pixels) in [("width", width), ("height", height)] {
        let part = format!("<meta property=\"og:image:{what}\" content=\"{pixels}\">");
        assert!(html.contains(&part), "no {part} in {html}");
    }
}

#[test]
fn a_file_that_is_not_a_template_is_rejected() {
    for (html, expected) in [
        ("", TemplateError::Missing("<!-- head -->")),
        (
            "<!-- head -->",
            TemplateError::Missing("<div id=\"app\"></div>"),
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
fn the_sitemap_has_absolute_addresses_if_the_site_is_known() {
    let library = library();
    let pages = [page("#?"), page("#?view=page&series=3.14")];
    let site = "https://example.org/a&b/".parse().expect("an address");
    let known = sitemap::sitemap(&library, &pages, &site);
    assert!(
        known.contains("<loc>https://example.org/a&amp;b/3.14/</loc>"),
        "{known}"
    );
    let unknown = sitemap::sitemap(&library, &pages, &Site::default());
    assert!(unknown.contains("<loc>./3.14/</loc>") && unknown.contains("<loc>./</loc>"));
    assert_eq!(escape("<a&'\">"), "&lt;a&amp;&#39;&quot;&gt;");
}

#[test]
fn rendering_twice_and_missing_folders_are_errors() {
    let folder = std::env::temp_dir().join(format!("whats-new-prerender-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    fs::write(folder.join("index.html"), BUILT).expect("a template");
    let library = library();
    let pages = write(&library, None, &folder, &Site::default()).expect("a rendered site");
    assert_eq!(pages, all_pages(&library, None).len());
    assert!(folder.join(SITEMAP).is_file());
    assert!(folder.join("feature/pep-758/index.html").is_file());
    let again = write(&library, None, &folder, &Site::default())
        .expect_err("a page that was already rendered");
    assert!(again.to_string().contains("index.html"), "{again}");
    fs::remove_dir_all(&folder).expect("the temporary folder is removed");
    let missing =
        write(&library, None, Path::new("/nowhere"), &Site::default()).expect_err("no such folder");
    assert!(missing.to_string().contains("/nowhere"), "{missing}");
}
