//! Components in a real browser: what they render, and which callbacks they call.
//! `cargo xtask test components` runs this.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]
#![cfg(target_arch = "wasm32")]

mod panels;
mod rendered;

use rendered::{Rendered, Shown, shown, text_of};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};
use web_sys::{HtmlTextAreaElement, InputEvent, InputEventInit};
use whats_new::content::{
    Prose, ProseProps, code_block, highlighted, inlines, kind_badge, kind_sign, status_badge, time,
    verdict_badge, verdict_counts, with_names,
};

use catalogue::Verdicts;
use document::{self, Block};
use python::{self, Position, Span};
use terms::{Kind, Status, Verdict};
use whats_new::samples::{Editor, EditorProps, Mark, Severity, syntax_strip};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

fn blocks(markdown: &str) -> Vec<Block> {
    document::parse(markdown.as_bytes())
        .expect("a small document")
        .body
}

async fn prose(markdown: &str) -> Rendered<Prose> {
    let (blocks, sink, after_heading) = (blocks(markdown), 0, None);
    Rendered::new(ProseProps {
        blocks,
        sink,
        after_heading,
    })
    .await
}

#[test]
async fn html_in_a_document_stays_text() {
    let shown = prose(
        "Before <script>boom(1)</script> <img src=x onerror=boom(2)> after.\n\n\
         <iframe srcdoc=\"x\"></iframe>\n\n`<b>code</b>` &lt;i&gt;\n\n```html\n<svg onload=x>\n```\n",
    )
    .await;
    assert!(shown.all("script, img, iframe, b, i, svg").is_empty());
    let text = text_of(&shown.root);
    for part in [
        "<script>boom(1)</script>",
        "<img src=x onerror=boom(2)>",
        "<iframe srcdoc=\"x\"></iframe>",
        "<b>code</b>",
        "<i>",
        "<svg onload=x>",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[test]
async fn only_harmless_links_are_links() {
    let shown = prose(
        "[a](javascript:boom(1)) [b](JaVaScRiPt:boom(1)) [c](data:text/html,x) \
         [d](vbscript:x) [e](https://example.org/?a=1&b=2) [f](mailto:a@example.org) [g](#pep-758)",
    )
    .await;
    let links = shown.all("a");
    let targets: Vec<_> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    assert_eq!(
        targets,
        [
            "https://example.org/?a=1&b=2",
            "mailto:a@example.org",
            "#pep-758"
        ]
    );
    for link in links {
        assert_eq!(link.get_attribute("rel").as_deref(), Some("noreferrer"));
    }
    assert_eq!(text_of(&shown.root), "a b c d e f g", "and the words stay");
}

#[test]
async fn markdown_becomes_the_elements_that_it_means() {
    let shown = prose(
        "# One\n\n## Two {#two}\n\n*a* **b** ~~c~~ `d`\\\ne\n\n3. x\n4. y\n\n- p\n- q\n\n> quoted\n\n---\n\n\
         | h |\n|---|\n| *cell* |\n",
    )
    .await;
    assert_eq!(shown.one("h1").text_content().as_deref(), Some("One"));
    assert_eq!(shown.one("h2").id(), "two");
    for selector in ["em", "strong", "s", "br", "blockquote", "hr"] {
        assert!(!shown.all(selector).is_empty(), "{selector}");
    }
    assert_eq!(shown.one("ol").get_attribute("start").as_deref(), Some("3"));
    assert_eq!(shown.texts("ol > li"), ["x", "y"]);
    assert_eq!(shown.texts("ul > li"), ["p", "q"]);
    assert_eq!(
        shown.one("th").get_attribute("scope").as_deref(),
        Some("col")
    );
    assert_eq!(shown.texts("tbody td em"), ["cell"]);
}

#[test]
async fn headings_sink_and_are_followed_by_what_belongs_to_them() {
    let after = Callback::from(|id: String| html! { <small>{ format!("after {id}") }</small> });
    let shown = Rendered::<Prose>::new(ProseProps {
        blocks: blocks("# One {#one}\n\n## Two\n\n###### Six {#six}\n"),
        sink: 2,
        after_heading: Some(after),
    })
    .await;
    assert_eq!(shown.texts("h3"), ["Oneafter one"]);
    assert_eq!(
        shown.texts("h4"),
        ["Two"],
        "a heading without an anchor is left alone"
    );
    assert_eq!(
        shown.texts("h6"),
        ["Sixafter six"],
        "there is no seventh level"
    );
}

#[test]
async fn a_claim_shows_its_verdict_in_words() {
    let shown = prose("- It is quick.\n  - **Contradicted.** The notes say otherwise.\n").await;
    let claim = text_of(&shown.one(".claim"));
    assert!(claim.contains("It is quick."), "{claim}");
    let evidence = text_of(&shown.one(".evidence"));
    assert!(
        evidence.contains("Contradicted") && evidence.contains("The notes"),
        "{evidence}"
    );
}

#[test]
async fn coloured_code_loses_no_character() {
    for source in [
        "def f(x: int = 0x1F) -> None:\n    '''doc'''\n    return f\"{x!r:>{10}}\" # why\n",
        "\t try:\r\n    pass\r\nexcept A, B:\n\n\n",
        "'never closed\n\"\"\"nor this",
        "naïve = '👩‍💻' # 中文 \u{202e}",
        "@ @@a.b \\ ~ $ ? `",
        "\0 a\0'\0",
        " ",
    ] {
        let coloured = shown(highlighted(source)).await;
        assert_eq!(text_of(&coloured.root), source);
        let block = shown(code_block("python", source)).await;
        assert_eq!(text_of(&block.one("pre.code > code")), source);
    }
    let coloured = shown(highlighted("for x in 'a': pass # b")).await;
    assert_eq!(coloured.texts("span.k"), ["for", "in", "pass"]);
    assert_eq!(coloured.texts("span.s"), ["'a'"]);
    assert_eq!(coloured.texts("span.c"), ["# b"]);
}

#[test]
async fn code_that_is_not_python_stays_plain_and_reachable() {
    let block = shown(code_block("sh", "for x in *; do echo $x; done")).await;
    assert!(block.all("span").is_empty());
    let pre = block.one("pre");
    assert_eq!(pre.get_attribute("tabindex").as_deref(), Some("0"));
    assert_eq!(pre.get_attribute("aria-label").as_deref(), Some("sh code"));
    let unnamed = shown(code_block("", "x")).await;
    assert_eq!(
        unnamed.one("pre").get_attribute("aria-label").as_deref(),
        Some("Code code")
    );
}

/// The text without hidden elements, as a screen reader reads it.
fn spoken_text(shown: &Rendered<Shown>) -> String {
    for sign in shown.all("[aria-hidden=true]") {
        sign.remove();
    }
    text_of(&shown.root).trim().to_owned()
}

#[test]
async fn every_badge_carries_its_word() {
    for kind in Kind::ALL {
        let badge = shown(kind_badge(*kind)).await;
        assert_eq!(
            badge.all(&format!(".kind.{}", kind.key())).len(),
            1,
            "{kind}"
        );
        assert_eq!(spoken_text(&badge), kind.label());
        let sign = shown(kind_sign(*kind)).await;
        assert_eq!(
            spoken_text(&sign),
            kind.label(),
            "a sign alone still says its word"
        );
        assert_eq!(sign.texts(".visually-hidden"), [kind.label()]);
    }
    for status in Status::ALL {
        assert_eq!(
            spoken_text(&shown(status_badge(*status)).await),
            status.label()
        );
    }
    for verdict in Verdict::ALL {
        let badge = shown(verdict_badge(*verdict)).await;
        assert_eq!(badge.all(".mark[aria-hidden=true]").len(), 1);
        assert_eq!(spoken_text(&badge), verdict.label());
    }
}

#[test]
async fn verdicts_are_counted_and_none_is_shown_for_nothing() {
    let verdicts = Verdicts::count([Verdict::Confirmed, Verdict::Outdated, Verdict::Confirmed]);
    let counts = shown(verdict_counts(verdicts)).await;
    let items = counts.texts("li");
    assert_eq!(items.len(), 2, "{items:?}");
    assert!(
        items[0].contains("2 confirmed") && items[1].contains("1 outdated"),
        "{items:?}"
    );
    assert!(
        shown(verdict_counts(Verdicts::default()))
            .await
            .all("ul")
            .is_empty()
    );
}

#[test]
async fn a_date_is_written_for_readers_and_for_programs() {
    let shown = shown(time("2025-10-07".parse().expect("a date"))).await;
    let date = shown.one("time");
    assert_eq!(text_of(&date), "7 Oct 2025");
    assert_eq!(
        date.get_attribute("datetime").as_deref(),
        Some("2025-10-07")
    );
}

#[test]
async fn names_in_a_sentence_are_code() {
    let sentence = shown(with_names("the name `<b>` and `x`")).await;
    assert_eq!(sentence.texts("code"), ["<b>", "x"]);
    assert_eq!(text_of(&sentence.root), "the name <b> and x");
    let heading = blocks("# Bare `except` & more\n");
    let Some(Block::Heading { content, .. }) = heading.first() else {
        panic!("a heading");
    };
    let line = shown(inlines(content)).await;
    assert_eq!(text_of(&line.root), "Bare except & more");
}

/// A mark on the first character of each of these lines.
fn marks(lines: &[u32]) -> Vec<Mark> {
    let mark = |line: &u32| {
        let [start, end] = [1, 2].map(|column| Position {
            line: *line,
            column,
        });
        Mark {
            span: Span { start, end },
            severity: Severity::Error,
            message: format!("line {line}"),
        }
    };
    lines.iter().map(mark).collect()
}

fn editor_props(code: &str, marked: &[u32]) -> (EditorProps, Rc<RefCell<Vec<String>>>) {
    let typed = Rc::new(RefCell::new(Vec::new()));
    let recorded = typed.clone();
    let props = EditorProps {
        code: code.to_owned().into(),
        oninput: Callback::from(move |text| recorded.borrow_mut().push(text)),
        marks: marks(marked),
    };
    (props, typed)
}

fn area(editor: &Rendered<Editor>) -> HtmlTextAreaElement {
    editor.one("textarea").dyn_into().expect("a text area")
}

#[test]
async fn the_editor_calls_back_with_what_is_typed() {
    let (props, typed) = editor_props("pass\n", &[]);
    let editor = Rendered::<Editor>::new(props).await;
    let area = area(&editor);
    assert_eq!(area.value(), "pass\n");
    for text in ["pass\nx", "", "<script>\n"] {
        area.set_value(text);
        let options = InputEventInit::new();
        options.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &options).expect("an event");
        area.dispatch_event(&event)
            .expect("a listener that does not fail");
        editor
            .wait_for("the call", |_| {
                typed.borrow().last().is_some_and(|last| last == text)
            })
            .await;
    }
    assert_eq!(typed.borrow().len(), 3, "each once");
}

#[test]
async fn the_editor_follows_the_code_that_it_is_given() {
    let (props, _) = editor_props("one\n", &[]);
    let mut editor = Rendered::<Editor>::new(props).await;
    let (props, _) = editor_props("a = 1\nb\nc", &[2]);
    editor.app.update(props);
    editor
        .wait_for("the new code", |root| text_of(root).contains("a = 1"))
        .await;
    assert_eq!(area(&editor).value(), "a = 1\nb\nc");
    assert_eq!(editor.texts(".lines span"), ["1", "2", "3"]);
    assert_eq!(editor.texts(".lines span.marked"), ["2"]);
    assert!(text_of(&editor.one("pre.colours")).starts_with("a = 1\nb\nc"));
    let label = editor.one("label");
    let labelled = label.get_attribute("for");
    assert_eq!(
        labelled,
        area(&editor).get_attribute("id"),
        "the field has a label"
    );
}

#[test]
async fn a_long_text_stays_uncoloured_and_whole() {
    let code = "x = 1\n".repeat(20_000);
    let (props, _) = editor_props(&code, &[]);
    let editor = Rendered::<Editor>::new(props).await;
    assert_eq!(area(&editor).value().len(), code.len());
    assert!(editor.all("pre").is_empty() && editor.all(".plain").len() == 1);
}

#[test]
async fn the_strip_says_of_every_series_whether_it_accepts_the_code() {
    let analysis = python::analyze("try:\n    f()\nexcept A, B:\n    pass\n");
    let strip = shown(syntax_strip(&analysis)).await;
    let word = |series: &str| text_of(&strip.one(&format!("[data-series=\"{series}\"] .word")));
    assert_eq!(word("3.13"), "SyntaxError");
    assert_eq!(word("3.14"), "valid");
    assert_eq!(strip.all("[data-series]").len(), python::SERIES.len());
    let places = strip.texts(".refusal .place");
    let on_line_3 = |place: &String| place.starts_with("Line 3,");
    assert!(
        !places.is_empty() && places.iter().all(on_line_3),
        "{places:?}"
    );
    assert!(text_of(&strip.one("[role=status]")).contains("3.14"));
}
