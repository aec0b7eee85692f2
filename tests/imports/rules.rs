//! What each room may know. The entry point is [`violations`].

use super::paths::paths;
use super::tokens::{Token, tokens};

/// A folder of `src` and the other rooms that it may know.
pub struct Room {
    pub name: &'static str,
    knows: &'static [&'static str],
}

pub const ROOMS: [Room; 9] = [
    Room {
        name: "terms",
        knows: &[],
    },
    Room {
        name: "document",
        knows: &["terms"],
    },
    Room {
        name: "catalogue",
        knows: &["terms", "document"],
    },
    Room {
        name: "query",
        knows: &["terms", "document", "catalogue"],
    },
    Room {
        name: "upkeep",
        knows: &["terms", "document", "catalogue"],
    },
    Room {
        name: "publish",
        knows: &["terms", "document", "catalogue", "query"],
    },
    Room {
        name: "python",
        knows: &["terms"],
    },
    Room {
        name: "app",
        knows: &["terms", "document", "catalogue", "query", "python"],
    },
    Room {
        name: "prerender",
        knows: &["terms", "document", "catalogue", "query", "app"],
    },
];

/// Crates, by the beginning of their names, that only some folder may know.
const OWNED_CRATES: &[(&str, &str)] = &[
    ("pulldown_cmark", "src/document/"),
    ("ruff_", "src/python/"),
    ("zspell", "src/upkeep/"),
    ("atom_syndication", "src/publish/"),
    ("icalendar", "src/publish/"),
    ("quick_xml", "src/publish/"),
    ("web_sys", "src/app/platform/"),
    ("js_sys", "src/app/platform/"),
    ("yew", "src/app/"),
    ("gloo", "src/app/"),
    ("wasm_bindgen", "src/app/"),
];

/// Ways to make elements of text. What a document or a reader wrote is shown as
/// nodes, never read as HTML.
const HTML_FROM_TEXT: &[&str] = &[
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "from_html_unchecked",
];

/// The room that a file stands in, if it stands in one.
pub fn room_of(file: &str) -> Option<&str> {
    let (room, _) = file.strip_prefix("src/")?.split_once('/')?;
    (room != "bin").then_some(room)
}

/// Everything that a file knows and must not, each with its line and the rule.
/// The thin programs in `src/bin` and the root of the crate may know all rooms.
pub fn violations(file: &str, source: &str) -> Vec<String> {
    let Some(name) = room_of(file) else {
        return Vec::new();
    };
    let tokens = tokens(source);
    let mut found = imports(file, name, &tokens);
    found.extend(crates(file, &tokens));
    found.extend(html_from_text(file, &tokens));
    found
}

fn imports(file: &str, name: &str, tokens: &[Token]) -> Vec<String> {
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![format!(
            "{file}: `{name}` is no room; give it its floor in the rules"
        )];
    };
    let module: Vec<&str> = file
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .split('/')
        .filter(|name| *name != "mod")
        .collect();
    let mut found = Vec::new();
    for path in paths(tokens, &module) {
        // A path that ends at the root names no room: `pub(crate)`.
        let Some(other) = path.segments.first() else {
            continue;
        };
        if other != room.name && !room.knows.contains(&other.as_str()) {
            let knows = match room.knows {
                [] => "it knows no other room".to_owned(),
                rooms => format!("it may know only {}", rooms.join(", ")),
            };
            let line = path.line;
            found.push(format!(
                "{file}, line {line}: `{name}` must not know `{other}`; {knows}"
            ));
        }
    }
    found
}

fn crates(file: &str, tokens: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        let owner = OWNED_CRATES
            .iter()
            .find(|(krate, _)| token.text.starts_with(krate));
        if let Some((_, folder)) = owner
            && !file.starts_with(folder)
        {
            let Token { text, line } = token;
            found.push(format!(
                "{file}, line {line}: `{text}` must not be known here; only {folder} may"
            ));
        }
    }
    found
}

fn html_from_text(file: &str, tokens: &[Token]) -> Vec<String> {
    let wrong = tokens
        .iter()
        .filter(|token| HTML_FROM_TEXT.contains(&token.text));
    wrong
        .map(|Token { text, line }| {
            format!("{file}, line {line}: `{text}` reads text as HTML; make nodes of it")
        })
        .collect()
}

#[cfg(test)]
#[track_caller]
fn refused(file: &str, source: &str, expected: &str) {
    assert_eq!(violations(file, source), [expected], "{file}: {source}");
}

#[test]
fn an_import_upward_is_refused() {
    refused(
        "src/query/engine.rs",
        "//! Words.\n\nuse crate::app::App;",
        "src/query/engine.rs, line 3: `query` must not know `app`; \
         it may know only terms, document, catalogue",
    );
    refused(
        "src/document/features/mod.rs",
        "use super::super::catalogue::Feature;",
        "src/document/features/mod.rs, line 1: `document` must not know `catalogue`; \
         it may know only terms",
    );
    refused(
        "src/terms/series.rs",
        "fn f() {\n    crate::{query::Query};\n}",
        "src/terms/series.rs, line 2: `terms` must not know `query`; it knows no other room",
    );
    refused(
        "src/python/mod.rs",
        "use crate::{python::syntax, document};",
        "src/python/mod.rs, line 1: `python` must not know `document`; it may know only terms",
    );
    refused(
        "src/catalogue/mod.rs",
        "use super::*;",
        "src/catalogue/mod.rs, line 1: `catalogue` must not know `*`; \
         it may know only terms, document",
    );
}

#[test]
fn a_crate_of_another_room_is_refused() {
    refused(
        "src/app/explore/mod.rs",
        "use yew::prelude::*;\nuse web_sys::Element;",
        "src/app/explore/mod.rs, line 2: `web_sys` must not be known here; \
         only src/app/platform/ may",
    );
    for (file, source) in [
        (
            "src/app/content/prose.rs",
            "pulldown_cmark::Parser::new(text)",
        ),
        ("src/python/mod.rs", "use gloo::utils::window;"),
        (
            "src/catalogue/mod.rs",
            "use ruff_python_parser::parse_module;",
        ),
        ("src/query/mod.rs", "#[wasm_bindgen::prelude::wasm_bindgen]"),
        ("src/terms/mod.rs", "use yew::AttrValue;"),
    ] {
        assert!(!violations(file, source).is_empty(), "{file}: {source}");
    }
}

#[test]
fn text_read_as_html_is_refused() {
    refused(
        "src/app/content/prose.rs",
        "\nelement.set_inner_html(text);",
        "src/app/content/prose.rs, line 2: `set_inner_html` reads text as HTML; make nodes of it",
    );
}

#[test]
fn what_a_room_may_know_passes() {
    for (file, source) in [
        (
            "src/app/boot.rs",
            "use crate::{query::Route, python::Analysis}; use yew::Html;",
        ),
        ("src/app/platform/dom.rs", "use web_sys::Element;"),
        (
            "src/document/mod.rs",
            "//! Like `crate::app`.\nuse pulldown_cmark::Event; pub(crate) mod x;",
        ),
        (
            "src/query/engine/tests.rs",
            "use super::super::facets; const A: &str = \"crate::app\";",
        ),
        (
            "src/bin/explorer.rs",
            "use crate::anything; use web_sys::Window; use whats_new::app;",
        ),
        ("src/lib.rs", "pub mod app;"),
    ] {
        assert_eq!(
            violations(file, source),
            Vec::<String>::new(),
            "{file}: {source}"
        );
    }
}

#[test]
fn a_new_folder_needs_a_floor() {
    let found = violations("src/cellar/mod.rs", "");
    assert_eq!(
        found,
        ["src/cellar/mod.rs: `cellar` is no room; give it its floor in the rules"]
    );
}
