//! The pages as Markdown, read with the parser of documents: each says what the page says,
//! and every link leads to a file.

use super::{ANYWHERE, LIBRARY, PAGES, SITE, SOMEWHERE, TABLE};
use document::{Block, Inline, parse, plain_text};
use publish::MARKDOWN;
use query::Route;
use std::collections::BTreeSet;
use url::Url;

const LLMS: &str = "llms.txt";

fn blocks(text: &str) -> Vec<Block> {
    parse(text.as_bytes()).expect("a document").body
}

/// The addresses of all links in inline content.
fn links(content: &[Inline]) -> Vec<String> {
    let links = content.iter().flat_map(|inline| match inline {
        Inline::Link { url, content } => [vec![url.clone()], links(content)].concat(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
            links(inner)
        }
        Inline::Text(_) | Inline::Code(_) | Inline::Break => Vec::new(),
    });
    links.collect()
}

/// The addresses of all links in blocks.
fn links_below(blocks: &[Block]) -> Vec<String> {
    let links = blocks.iter().flat_map(|block| match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => links(content),
        Block::Claim { text, evidence, .. } => [links(text), links(evidence)].concat(),
        Block::List { items, .. } => items.iter().flat_map(|item| links_below(item)).collect(),
        Block::Quote(inner) => links_below(inner),
        Block::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.flat_map(|cell| links(cell)).collect()
        }
        Block::Code { .. } | Block::Repair(_) | Block::Rule => Vec::new(),
    });
    links.collect()
}

/// The folders of all pages, those of modules included.
fn folders() -> BTreeSet<String> {
    let modules = TABLE.modules();
    let modules = modules.filter_map(|(module, _)| Route::page_of_module(module).folder());
    PAGES.iter().cloned().chain(modules).collect()
}

#[test]
fn every_page_has_markdown_beside_it_and_there_is_no_other() {
    let files = ANYWHERE.below("", MARKDOWN);
    let beside: BTreeSet<String> = files
        .iter()
        .map(|(path, _)| path.trim_end_matches(MARKDOWN).to_owned())
        .collect();
    assert_eq!(beside, folders());
}

#[test]
fn every_link_leads_to_a_file_or_to_another_site() {
    let root = Url::parse(SITE).expect("an address");
    for (published, is_known) in [(&ANYWHERE, false), (&SOMEWHERE, true)] {
        let mut within = 0;
        let files = published.below("", MARKDOWN).into_iter();
        for (path, text) in files.chain([(LLMS, published.text(LLMS))]) {
            for link in links_below(&blocks(text)) {
                let is_whole = link.starts_with("http") || link.starts_with("mailto:");
                let target = root.join(path).and_then(|page| page.join(&link));
                let target = target.unwrap_or_else(|error| panic!("{path}: {link}: {error}"));
                let Some(file) = target.as_str().strip_prefix(SITE) else {
                    assert!(is_whole, "{path}: {link}");
                    continue;
                };
                within += 1;
                assert_eq!(is_whole, is_known, "{path}: {link}");
                assert!(published.0.contains_key(file), "{path}: {link}");
            }
        }
        assert!(within > 10_000, "{within}");
    }
}

/// The text of blocks without markup, and without the labels of a repair sheet.
fn words(blocks: &[Block]) -> String {
    let texts = blocks.iter().map(|block| match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => plain_text(content),
        Block::Claim { text, evidence, .. } => plain_text(text) + &plain_text(evidence),
        Block::List { items, .. } => items.iter().map(|item| words(item)).collect(),
        Block::Quote(inner) => words(inner),
        Block::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.map(|cell| plain_text(cell)).collect()
        }
        Block::Code { text, .. } => text.clone(),
        Block::Repair(_) | Block::Rule => String::new(),
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_feature_has_its_title_its_text_and_its_repair() {
    let mut repaired = 0;
    for text in LIBRARY.feature_texts.values().flatten() {
        let slug = &text.slug;
        let feature = LIBRARY.catalogue.feature(slug).expect("a feature");
        let page = blocks(ANYWHERE.text(&format!("feature/{slug}/{MARKDOWN}")));
        let Some(Block::Heading {
            level: 1, content, ..
        }) = page.first()
        else {
            panic!("{slug} has no heading");
        };
        assert_eq!(*content, feature.title, "{slug}");
        let shown = words(&page);
        let summary = &text.statements.first().expect("a statement").summary;
        assert!(shown.contains(&words(summary)), "{slug}: {shown}");
        assert!(shown.contains(&plain_text(&text.instead)), "{slug}");
        let after = text.repair.after.as_ref();
        for code in after.map(|after| &after.value.text).into_iter() {
            assert!(shown.contains(code.as_str()), "{slug}: {code}");
            repaired += 1;
        }
    }
    assert!(repaired > 300, "{repaired}");
}

#[test]
fn a_version_lists_its_features_and_a_module_its_names() {
    for calendar in &LIBRARY.catalogue.calendars {
        let path = format!("{}/{MARKDOWN}", calendar.series);
        let links: BTreeSet<String> = links_below(&blocks(ANYWHERE.text(&path)))
            .into_iter()
            .collect();
        let features = LIBRARY.catalogue.features.iter();
        for feature in features.filter(|feature| feature.series == calendar.series) {
            let link = format!("../feature/{}/{MARKDOWN}", feature.slug);
            assert!(links.contains(&link), "{path}: {link}");
        }
    }
    let functools = ANYWHERE.text("module/functools/index.md");
    assert!(
        functools.contains("- `functools.cache`: function, added in 3.9; not in 3.8\n"),
        "{functools}"
    );
    assert!(functools.contains("- Added: `functools.GenericAlias`, `functools.cache`\n"));
}

#[test]
fn the_index_for_language_models_has_the_form_that_they_expect() {
    let text = ANYWHERE.text(LLMS);
    let mut lines = text.lines();
    let heading = lines.next().and_then(|line| line.strip_prefix("# "));
    assert!(heading.is_some_and(|heading| !heading.is_empty()), "{text}");
    assert_eq!(lines.next(), Some(""));
    let summary = lines.next().and_then(|line| line.strip_prefix("> "));
    assert!(summary.is_some_and(|summary| summary.len() > 20), "{text}");
    let (_, sections) = text.split_once("\n## ").expect("a section");
    let mut last = "";
    for line in sections.lines().skip(1).filter(|line| !line.is_empty()) {
        if let Some(title) = line.strip_prefix("## ") {
            last = title;
            continue;
        }
        let link = line
            .strip_prefix("- [")
            .and_then(|rest| rest.split_once("]("));
        let rest = link.and_then(|(_, rest)| rest.split_once(')'));
        let (_, note) = rest.unwrap_or_else(|| panic!("{line} is not a link"));
        assert!(note.is_empty() || note.starts_with(": "), "{line}");
    }
    assert_eq!(last, "Optional", "what can be left out comes last");
    let size = text.len();
    assert!(size < 50_000, "{size} bytes are too many to begin with");
}
