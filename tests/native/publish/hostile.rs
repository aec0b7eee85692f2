//! Titles, texts and notes with special characters are escaped in every format.

use super::fragments::is_plain;
use super::pictures::is_harmless;
use super::{Published, SITE, calendar, feeds};
use catalogue::{Facts, Library, NamedDocument, Thesaurus, merge};
use document::{Block, plain_text};
use publish::{MARKDOWN, Site, publish};
use roxmltree::Document;

const TITLE: &str = r#"</title><script>alert("1")</script> & 'x' ]]> \u1"#;

const CALENDAR: &str = r#"as_of = 2026-08-21
[series."3.14"]
pep = 745
start_of_development = 2024-05-08
feature_freeze = 2025-05-07
first_release = 2025-10-07
end_of_bugfix = 2027-10-01
end_of_life = 2030-10-01
releases = [{ number = "3.14.0", date = 2025-10-07, state = "actual", note = "NOTE" }]
"#;

/// A note with every character that is special in a calendar.
const NOTE: &str =
    r"a, b; c\\d\nEND:VEVENT\u0001 <b>ééééééééééééééééééééééééééééééééééééééééééé</b>";

fn library(slug: &str, title: &str) -> Library {
    let text = format!(
        "---\ntitle: Odd\nsource: {{ name: odd, kind: reference }}\nseries: '3.14'\n---\n\n\
         ## {title} {{#{slug} kind=added}}\n\n{title}\n\n**Instead:** {title}\n"
    );
    let document = document::parse(text.as_bytes()).expect("a document");
    let slug = "odd".to_owned();
    let facts = Facts::from_toml(
        "as_of = 2026-08-22\n[peps]\n",
        &CALENDAR.replace("NOTE", NOTE),
    );
    let facts = facts.expect("fact tables");
    let documents = vec![NamedDocument { slug, document }];
    let (library, problems) = merge(documents, facts, Vec::new(), &Thesaurus::default());
    assert_eq!(problems, []);
    library
}

fn titles() -> Vec<String> {
    vec![
        TITLE.replace(r"\u1", "\u{1}\u{8}\u{fffe}"),
        "W".repeat(500),
        "word ".repeat(200),
        "日本語のとても長い題名".repeat(30),
        "\u{202e}evil \u{1F984}\u{200d}\u{1F984}".to_owned(),
        "onload=alert(1) url(https://example.org/) javascript:alert(1)".to_owned(),
    ]
}

#[test]
fn whatever_is_written_stays_text() {
    for title in titles() {
        for site in ["", SITE] {
            let published = Published::new(&library("3.14-odd", &title), None, site);
            for folder in ["badge/", "card/"] {
                for (path, text) in published.below(folder, ".svg") {
                    is_harmless(path, text);
                }
            }
            let html = Document::parse(published.text("card/3.14-odd.html")).expect("XML");
            let links = is_plain("card", &html);
            assert_eq!(links.len(), 1, "{links:?}");
            for (path, text) in published.below("feeds/", ".xml") {
                let feed = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
                let entries = feeds::is_atom(path, &feed);
                let content = entries[0]
                    .children()
                    .find(|node| node.has_tag_name("content"));
                let html = content.and_then(|node| node.text()).expect("content");
                let html = format!("<div>{html}</div>");
                let html = Document::parse(&html).expect("well-formed HTML");
                let scripts = html
                    .descendants()
                    .filter(|node| node.has_tag_name("script"));
                assert_eq!(scripts.count(), 0, "{path}");
            }
        }
    }
}

#[test]
fn in_markdown_it_stays_text_as_well() {
    for title in titles() {
        let library = library("3.14-odd", &title);
        let published = Published::new(&library, None, "");
        for (path, text) in published.below("", MARKDOWN) {
            for tag in ["<script", "</title"] {
                let escaped = format!("\\{tag}");
                let unescaped = text.matches(tag).count() - text.matches(&escaped).count();
                assert_eq!(unescaped, 0, "{path}: {text}");
            }
        }
        let page = published.text("feature/3.14-odd/index.md");
        let read = document::parse(page.as_bytes()).expect("a document").body;
        let Some(Block::Heading { content, .. }) = read.first() else {
            panic!("{page}");
        };
        // Documents have no tags, so that their parser leaves the escapes of tags alone.
        let heading = plain_text(content).replace(r"\<", "<");
        let title = plain_text(&library.catalogue.features[0].title);
        assert_eq!(heading, title, "{page}");
    }
}

#[test]
fn a_title_is_whole_where_there_is_room_and_cut_where_there_is_none() {
    let long = "word ".repeat(200);
    let published = Published::new(&library("3.14-odd", &long), None, "");
    let card = published.text("card/3.14-odd.svg");
    let document = Document::parse(card).expect("XML");
    let lines = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    let lines: Vec<&str> = lines.filter_map(|node| node.text()).collect();
    assert!(lines.iter().all(|line| line.len() < 100), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with('…')), "{lines:?}");
    let feature = published.json("api/v1/features/3.14-odd.json");
    assert_eq!(feature["title"], long.trim());
}

#[test]
fn a_note_ends_no_event() {
    let published = Published::new(&library("3.14-odd", "Odd"), None, "");
    let events = calendar::events(published.text(calendar::PATH));
    assert_eq!(events.len(), 3);
    let release = &events["release-3.14.0@whats-new-explorer.invalid"];
    let note = icalendar::Component::get_description(release).expect("a note");
    assert!(note.starts_with("a, b; c\\d\nEND:VEVENT"), "{note:?}");
    assert!(note.ends_with("é</b>"), "{note:?}");
}

#[test]
fn a_slug_that_is_a_path_is_refused() {
    for slug in [
        "../index",
        "a/../../b",
        "/etc",
        ".htaccess",
        "a//b",
        r"..\a",
        "a:b",
        "",
    ] {
        let mut library = library("3.14-odd", "Odd");
        for feature in &mut library.catalogue.features {
            slug.clone_into(&mut feature.slug);
        }
        let error = publish(&library, None, &Site::default()).expect_err(slug);
        assert!(error.to_string().contains(&format!("`{slug}`")), "{error}");
    }
}
