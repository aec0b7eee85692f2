//! What a program cannot reach: the network, the page, the browser's storage, other workers.
//! It is tested as a Python program, and as a script in the worker whose global object is
//! untouched, where only the origin and the policy of the frame prevent it.
//!
//! All of it is tested with frames from the host, with frames from the service worker, and
//! with a service worker that serves frames without the sandbox header.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::offline::{keep, write_worker};
use harness::{Page, Site, explore};

const SEARCH: &str = include_str!("search.py");
const WORKER: &str = include_str!("worker.js");

/// The folder of the runtime's scripts in a site.
#[track_caller]
fn host(site: &Path) -> PathBuf {
    fs::read_dir(site)
        .expect("the site")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.to_string_lossy().contains("/runtime-"))
        .expect("the files that run Python")
}

/// Visits a site that is not kept, so that every frame comes from the host.
#[track_caller]
fn with_frames_of_the_host(site: &Site, test: &dyn Fn(&Page)) {
    let page = keep(site);
    page.click_text("offline-state button", "Remove");
    page.wait_for("the end", |page| {
        page.text("offline-state").contains("Not saved")
    });
    page.reload().wait_for_explorer();
    test(&page);
    page.assert_no_errors();
}

/// Visits a site that is kept, and whose host no longer has the frame.
#[track_caller]
fn with_kept_frames(site: &Site, test: &dyn Fn(&Page)) {
    let page = keep(site);
    fs::remove_file(host(site.directory()).join("frame.html")).expect("the host's frame");
    page.reload().wait_for_explorer();
    test(&page);
    page.assert_no_errors();
}

/// Visits a site whose service worker serves frames without the sandbox header, as that of
/// another site would.
#[track_caller]
fn with_kept_frames_without_a_header(site: &Site, test: &dyn Fn(&Page)) {
    let path = site.directory().join("service-worker.js");
    let worker = fs::read_to_string(&path).expect("the service worker");
    let without = worker.replace("\"sandbox allow-scripts\"", "\"\"");
    assert_ne!(worker, without);
    fs::write(path, without).expect("another service worker");
    let page = keep(site);
    page.reload().wait_for_explorer();
    test(&page);
    page.assert_no_errors();
}

/// Runs a test with frames from every source, each time on a site with the same change.
#[track_caller]
fn every_way(change: &dyn Fn(&Site), test: &dyn Fn(&Page)) {
    for visit in [
        with_frames_of_the_host,
        with_kept_frames,
        with_kept_frames_without_a_header,
    ] as [fn(&Site, &dyn Fn(&Page)); 3]
    {
        let site = Site::changed(|_| Ok(())).kept();
        change(&site);
        visit(&site, test);
    }
}

#[test]
fn a_program_reaches_nothing_around_it() {
    let assert_nothing_found = |page: &Page, series: &str| {
        let run = page.python(series, SEARCH);
        assert_eq!(run.stdout, "True [] []\n", "{series}: {run:#?}");
    };
    every_way(&|_| {}, &|page| {
        assert_imports_fail(page);
        assert_nothing_found(page, "3.14");
    });
    // What a version brings along does not depend on where its frame comes from.
    explore("", |page| {
        for series in ["3.11", "3.12", "3.13", "3.15"] {
            assert_nothing_found(page, series);
        }
    });
}

/// Each prints the error that ends it.
const IMPORTS: [&str; 10] = [
    "import js; js.fetch('/')",
    "from js import XMLHttpRequest",
    "from js import WebSocket",
    "from js import importScripts",
    "from js import indexedDB",
    "from js import postMessage",
    "import pyodide_js",
    "from pyodide.code import run_js; run_js('import(\"/\")')",
    "from pyodide.ffi import JsProxy",
    "from pyodide.http import pyfetch",
];

#[track_caller]
fn assert_imports_fail(page: &Page) {
    let code = format!(
        "for code in {IMPORTS:?}:\n    try: exec(code)\n    except Exception as error: print(repr(error))"
    );
    let errors = page.python("3.14", &code).stdout;
    let missing = ["js"; 6]
        .into_iter()
        .chain(["pyodide_js"])
        .chain(["pyodide"; 3]);
    let expected: String = missing
        .map(|name| format!("ModuleNotFoundError(\"No module named '{name}'\")\n"))
        .collect();
    assert_eq!(errors, expected);
    let code = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')";
    let run = page.python("3.14", code);
    let traceback = run.traceback().unwrap_or_default();
    assert!(traceback.contains("urllib.error.URLError"), "{run:?}");
}

/// Collects the messages that reach the page other than through the port, except those of the
/// harness.
const LISTEN: &str = "
window.received = [];
addEventListener('message', ({ data }) => {
  if (!data?.['harness log']) received.push(JSON.stringify(data));
});
new BroadcastChannel('explorer').onmessage = ({ data }) => received.push(data);
";

#[test]
fn the_policy_holds_without_the_restrictions_of_the_worker() {
    let change = |site: &Site| {
        let host = host(site.directory());
        let name = host.file_name().unwrap_or_default().to_string_lossy();
        let worker = WORKER
            .replace("PAGE", &site.url())
            .replace("HOST", &format!("{name}/host.mjs"));
        fs::write(host.join("worker.js"), worker).expect("another worker");
        write_worker(site.directory()).expect("a service worker for it");
    };
    every_way(&change, &|page| {
        page.script::<()>(LISTEN, Vec::new());
        // Browsers log some of what they refuse to the worker.
        page.allow_error("Security policy")
            .allow_error("can’t establish a connection");
        // This worker runs no program; only its version is used.
        let run = page.python_for(100, "3.14", "");
        let answers: BTreeMap<String, String> =
            serde_json::from_str(&run.started).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        let by = |attempt: &str| answers.get(attempt).map(String::as_str).unwrap_or_default();
        let refuses = |answer: &str, directive: &str| {
            let is_reported = page.reports_violations_to_workers();
            answer == format!("policy: {directive}")
                || !is_reported && answer.starts_with("refused: ")
        };
        for attempt in [
            "fetch",
            "fetch unread",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
        ] {
            assert!(
                refuses(by(attempt), "connect-src"),
                "{attempt}: {}",
                by(attempt)
            );
        }
        for attempt in ["importScripts", "import"] {
            assert!(
                refuses(by(attempt), "script-src-elem"),
                "{attempt}: {}",
                by(attempt)
            );
        }
        for attempt in ["eval", "Function"] {
            assert!(
                refuses(by(attempt), "script-src"),
                "{attempt}: {}",
                by(attempt)
            );
        }
        let refused = answers.values().all(|answer| {
            answer == "nothing"
                || ["policy: ", "refused: "]
                    .iter()
                    .any(|how| answer.starts_with(how))
        });
        assert!(refused && answers.len() == 15, "{answers:#?}");
        let received: Vec<String> = page.script("return received", Vec::new());
        assert_eq!(received, [""; 0]);
        let shared: bool = page.script("return caches.has('x')", Vec::new());
        assert!(!shared, "a cache of the worker is one of the page");
    });
}
