//! Panels whose data come from scripts: runs on several versions, runtimes and the site kept
//! for offline use, the reader's own documents.

use super::rendered::{Rendered, text_of};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::{Element, HtmlElement};
use whats_new::documents::{OwnDocuments, OwnDocumentsProps};
use whats_new::offline::{KeptLine, KeptLineProps};
use whats_new::platform::offline::{KeepError, Kept};
use whats_new::platform::own::{Act, OwnDocument, Shelved};
use whats_new::platform::runs::{Ended, Failed, Reason, RunEvent, Runtime, Stream};
use whats_new::runs::{Column, Columns, ColumnsProps, KeptRuntime, KeptRuntimeProps};
use yew::Callback;

/// A callback, and the arguments that it was called with.
fn recorder<T: 'static>() -> (Callback<T>, Rc<RefCell<Vec<T>>>) {
    let all = Rc::new(RefCell::new(Vec::new()));
    let recorded = all.clone();
    let callback = Callback::from(move |one| recorded.borrow_mut().push(one));
    (callback, all)
}

fn press(element: &Element) {
    let element: &HtmlElement = element.dyn_ref().expect("an element that can be pressed");
    element.click();
}

fn runtime(version: &str) -> Runtime {
    let series = version.rsplit_once('.').expect("a release").0;
    Runtime {
        series: series.parse().expect("a version"),
        version: version.to_owned(),
        bytes: 12_345_678.0,
    }
}

/// The state of a run after these events.
fn column(version: &str, events: &[RunEvent]) -> Rc<Column> {
    let mut column = Column::new(&runtime(version));
    for event in events {
        column.apply(event.clone());
    }
    Rc::new(column)
}

fn output(text: &str) -> RunEvent {
    RunEvent::Output(Stream::Output, text.to_owned())
}

fn end() -> RunEvent {
    RunEvent::Finished(Ended {
        millis: 12.4,
        ..Ended::default()
    })
}

#[test]
async fn columns_mark_the_lines_that_others_do_not_have() {
    let (retry, _) = recorder();
    let columns = vec![
        column("3.13.1", &[output("same\nold\n"), end()]),
        column("3.14.2", &[output("same\nnew\n"), end()]),
    ];
    let shown = Rendered::<Columns>::new(ColumnsProps { columns, retry }).await;
    assert_eq!(shown.texts("h4"), ["Python 3.13.1", "Python 3.14.2"]);
    assert_eq!(shown.texts("h5"), ["Output", "Output"]);
    assert_eq!(shown.texts(".differs .text"), ["old\n", "new\n"]);
    assert_eq!(shown.texts(".differs .sign"), ["≠", "≠"]);
    let ends = shown.texts(".column > p.quiet");
    assert_eq!(ends, ["Finished in 12 ms."; 2]);
    let first = shown.one("#run-panel-0");
    let attribute = |name| first.get_attribute(name).unwrap_or_default();
    assert_eq!(attribute("aria-labelledby"), "run-name-0");
    assert_eq!(attribute("data-series"), "3.13");
    assert_eq!(attribute("tabindex"), "-1", "the focus can be put there");
}

/// Replacing an element would lose the reader's selection or click.
#[test]
async fn what_shows_the_same_stays_while_another_column_grows() {
    let (retry, _) = recorder();
    let ended = column("3.13.1", &[output("done\n"), end()]);
    let props = |events: &[RunEvent]| ColumnsProps {
        columns: vec![ended.clone(), column("3.14.2", events)],
        retry: retry.clone(),
    };
    let started = RunEvent::Started("3.14.3".to_owned());
    let mut shown = Rendered::<Columns>::new(props(&[])).await;
    assert_eq!(shown.texts("#run-panel-1 > p"), ["Waiting…"]);
    let text = shown.one("#run-text-0-0");
    shown.app.update(props(&[started.clone(), output("a\n")]));
    shown
        .wait_for("the output", |root| {
            text_of(root).contains("Running…Outputa\n")
        })
        .await;
    let growing = shown.one("#run-text-1-0");
    assert_eq!(shown.texts("#run-panel-1 h4"), ["Python 3.14.3"]);
    shown.app.update(props(&[started, output("a\nb\n")]));
    shown
        .wait_for("more output", |root| text_of(root).contains("a\nb\n"))
        .await;
    assert!(shown.root.contains(Some(&text)), "what has ended");
    assert!(shown.root.contains(Some(&growing)), "what grows");
}

#[test]
async fn a_column_says_how_far_its_run_has_come() {
    let (retry, retried) = recorder();
    let failed = Failed {
        cause: "missing".to_owned(),
        detail: Some("python.wasm".to_owned()),
        status: Some(404),
    };
    let columns = vec![
        column("3.12.1", &[RunEvent::Loading(1_000_000.0, 12_345_678.0)]),
        column("3.13.1", &[RunEvent::Stopped(Reason::Time)]),
        column("3.14.2", &[RunEvent::Failed(failed)]),
        column("3.15.0", &[output("x"), RunEvent::Capped(Stream::Output)]),
    ];
    let shown = Rendered::<Columns>::new(ColumnsProps { columns, retry }).await;
    let loading = shown.one("progress");
    assert_eq!(
        loading.get_attribute("aria-label").as_deref(),
        Some("Loading Python 3.12.1")
    );
    assert!(text_of(&shown.root).contains("1.0 MB of 12.3 MB"));
    assert!(shown.texts(".ended")[0].contains("10 seconds"));
    assert!(shown.texts(".failure p")[0].contains("404"));
    assert_eq!(
        shown.texts("pre + p"),
        ["The rest of the output is left out."]
    );
    press(&shown.one("#run-retry-2"));
    let series: Vec<String> = retried.borrow().iter().map(ToString::to_string).collect();
    assert_eq!(series, ["3.14"]);
}

#[test]
async fn a_runtime_is_kept_shows_what_comes_and_is_removed() {
    let (change, changed) = recorder();
    let props = |kept, received| KeptRuntimeProps {
        runtime: runtime("3.14.2"),
        kept,
        received,
        is_disabled: false,
        change: change.clone(),
    };
    let mut shown = Rendered::<KeptRuntime>::new(props(None, None)).await;
    assert!(text_of(&shown.root).contains("takes 12.3 MB"));
    press(&shown.one("[aria-label='Save Python 3.14.2']"));
    shown.app.update(props(None, Some((5e6, 12e6))));
    shown
        .wait_for("what has come", |root| {
            text_of(root).contains("5.0 MB of 12.0 MB")
        })
        .await;
    assert!(shown.all("button").is_empty());
    shown.app.update(props(Some(12e6), None));
    shown
        .wait_for("the end", |root| {
            text_of(root).contains("saved, takes 12.0 MB")
        })
        .await;
    press(&shown.one("[aria-label='Remove Python 3.14.2']"));
    assert_eq!(*changed.borrow(), [true, false]);
}

#[test]
async fn the_site_says_whether_it_is_kept() {
    let (change, changed) = recorder();
    let props = |known| KeptLineProps {
        known,
        change: change.clone(),
    };
    let mut shown = Rendered::<KeptLine>::new(props(Ok(Kept::Whole(2_100_000.0)))).await;
    assert_eq!(
        shown.texts("[role=status]"),
        ["Available offline (2.1 MB)."]
    );
    let button = shown.one("button");
    press(&button);
    shown.app.update(props(Ok(Kept::Refused)));
    shown
        .wait_for("the change", |root| text_of(root).contains("Not saved"))
        .await;
    assert!(shown.root.contains(Some(&button)), "it keeps the focus");
    assert_eq!(text_of(&button), "Save");
    press(&button);
    assert_eq!(*changed.borrow(), [false, true]);
    shown.app.update(props(Err(KeepError)));
    shown
        .wait_for("the failure", |root| {
            text_of(root).contains("could not be done")
        })
        .await;
    assert!(shown.all("button").is_empty());
}

fn document(name: &str) -> OwnDocument {
    OwnDocument {
        name: name.to_owned(),
        size: 1_234,
        ..OwnDocument::default()
    }
}

#[test]
async fn own_documents_are_listed_with_what_is_known_of_them() {
    let (act, _) = recorder();
    let read = OwnDocument {
        read: Some(("own/post".to_owned(), "A <b>post</b>".to_owned())),
        features: 2,
        warnings: vec![(11, "PEP 9999 is unknown".to_owned())],
        ..document("posts/post.md")
    };
    let failed = OwnDocument {
        failure: Some("It took too long.".to_owned()),
        ..document("bad.md")
    };
    let shelved = Shelved {
        documents: vec![read, failed],
        notices: vec!["large.md was left out.".to_owned()],
        is_busy: false,
        is_keeping: true,
        space: Some((1.2e6, 2e9)),
    };
    let shown = Rendered::<OwnDocuments>::new(OwnDocumentsProps { shelved, act }).await;
    assert_eq!(shown.texts(".own-list h3"), ["A <b>post</b>", "bad.md"]);
    let links = shown.all(".own-list a");
    let links: Vec<_> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    assert_eq!(
        links,
        ["#?view=documents&document=own/post", "#?doc=own/post"]
    );
    let facts = shown.texts(".own-list li > p.quiet");
    assert_eq!(facts[0], "yours posts/post.md · 1.2 KB · 2 changes");
    assert_eq!(
        shown.texts(".own-warnings li"),
        ["Line 11: PEP 9999 is unknown"]
    );
    assert_eq!(shown.texts(".own-list .failure"), ["It took too long."]);
    assert_eq!(
        shown.texts(".own-status > *"),
        [
            "large.md was left out.",
            "This site takes 1.2 MB; the browser has room for 2.0 GB more.",
            "Try again"
        ]
    );
    let keep: web_sys::HtmlInputElement = shown.one("#own-keep").dyn_into().expect("a box");
    assert!(keep.checked());
}

#[test]
async fn what_a_reader_does_with_their_documents_is_called_back() {
    let (act, acts) = recorder();
    let failed = OwnDocument {
        failure: Some("It took too long.".to_owned()),
        ..document("bad.md")
    };
    let shelved = Shelved {
        documents: vec![failed],
        ..Shelved::default()
    };
    let shown = Rendered::<OwnDocuments>::new(OwnDocumentsProps { shelved, act }).await;
    press(&shown.one("[aria-label='Export bad.md']"));
    press(&shown.one("[aria-label='Remove bad.md']"));
    press(&shown.one(".own-status button"));
    let text: web_sys::HtmlTextAreaElement = shown.one("#own-text").dyn_into().expect("a field");
    let add = shown.one(".own-paste button");
    press(&add);
    text.set_value("# Notes");
    press(&add);
    assert_eq!(text.value(), "", "it is ready for the next");
    let keep: web_sys::HtmlInputElement = shown.one("#own-keep").dyn_into().expect("a box");
    keep.set_checked(true);
    let change = web_sys::Event::new("change").expect("an event");
    keep.dispatch_event(&change)
        .expect("a listener that does not fail");
    let name = || "bad.md".to_owned();
    assert_eq!(
        *acts.borrow(),
        [
            Act::Export(name()),
            Act::Remove(name()),
            Act::Retry,
            Act::Paste("# Notes".to_owned(), String::new()),
            Act::Keep(true),
        ]
    );
}
