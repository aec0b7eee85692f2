//! Malicious input: it is parsed, flattened or rejected, and never exhausts the stack.

use super::{depth, text_of};
use document::{Document, DocumentError, MAX_BYTES, parse};

fn read(source: &str) -> Document {
    parse(source.as_bytes()).expect("a document within the limit")
}

#[test]
fn deep_nesting_is_flattened_and_its_text_kept() {
    let many = 100_000;
    let lists: String = (0..2000)
        .map(|level| format!("{}- item\n", "  ".repeat(level)))
        .collect();
    for (name, source) in [
        ("quotations", ">".repeat(many) + " innermost"),
        (
            "brackets",
            "[".repeat(many) + "innermost" + &"]".repeat(many),
        ),
        (
            "emphasis",
            "*".repeat(many) + "innermost" + &"*".repeat(many),
        ),
        ("marks", "*a **b ~~c ".repeat(many / 10) + "innermost"),
        ("images", "![".repeat(many) + "innermost"),
        ("bullets", "- ".repeat(many) + "innermost"),
        ("numbers", "1. ".repeat(many) + "innermost"),
        (
            "lists and quotations",
            "> - ".repeat(many / 2) + "innermost",
        ),
        ("indented lists", lists + "innermost"),
        ("tags", "<b>".repeat(many) + "innermost"),
        // Each link has a column: counting from the start of the line for each would take
        // minutes.
        ("links", "[é](#a) [b](c:d) ".repeat(many) + "innermost"),
        (
            "attributes",
            "# innermost {".to_owned() + &"a=b é .c ".repeat(many / 4) + "}",
        ),
    ] {
        let document = read(&source);
        assert!(text_of(&document).contains("innermost"), "{name}");
        assert!(depth(&document.body) < 200, "{name}");
        // Comparing, printing and serializing are recursive as well.
        assert_eq!(document, document.clone(), "{name}");
        assert!(serde_json::to_vec(&document).is_ok(), "{name}");
    }
}

#[test]
fn flattening_is_reported() {
    let document = read(&("\n".to_owned() + &"> ".repeat(100) + "a"));
    let lines: Vec<u32> = document
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.line)
        .collect();
    assert_eq!(lines, [2]);
}

#[test]
fn ten_megabytes_in_one_line_are_read() {
    let source = "word ".repeat(2_000_000) + "last";
    let text = text_of(&read(&source));
    assert!(text.len() >= source.len());
    assert!(text.contains("last"));
}

#[test]
fn the_size_limit_is_exact() {
    assert!(parse(&vec![b'\n'; MAX_BYTES]).is_ok());
    let size = MAX_BYTES + 1;
    assert_eq!(
        parse(&vec![b'\n'; size]),
        Err(DocumentError::TooLarge {
            size,
            limit: MAX_BYTES
        })
    );
}

#[test]
fn damaged_bytes_are_replaced_with_their_lines_named() {
    let document = parse(b"# Python 3.14.0\n\nbe\xFFfore\n\nmi\0ddle\n").expect("a document");
    let text = text_of(&document);
    assert!(text.contains("be\u{FFFD}fore") && text.contains("mi\u{FFFD}ddle"));
    let lines: Vec<u32> = document
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.line)
        .collect();
    assert_eq!(lines, [3, 5]);
}

#[test]
fn an_empty_text_is_an_empty_document() {
    for source in [
        "",
        "\n",
        "\u{FEFF}",
        "---",
        "---\n---\n",
        "[]()",
        "# ",
        "\r\n",
    ] {
        let document = read(source);
        assert_eq!(document.features, [], "{source:?}");
    }
}

#[test]
fn a_flood_of_diagnostics_is_counted_and_not_listed() {
    let document = read(&"[a](javascript:b)\n\n".repeat(1000));
    let last = document.diagnostics.last().expect("a diagnostic");
    assert_eq!(document.diagnostics.len(), 201);
    assert_eq!(
        (last.line, last.message.as_str()),
        (401, "800 more are not listed")
    );
}
