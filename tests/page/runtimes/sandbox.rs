//! What a program cannot reach: the network, the page, the browser's storage,
//! another worker. First as a program, behind the fence; then as any code in the
//! worker, without the fence, where the browser's own wall has to hold: the
//! frame's origin and its policy.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Site, explore, visit_site};

const SEARCH: &str = include_str!("search.py");
const WORKER: &str = include_str!("worker.js");

#[test]
fn a_program_cannot_import_what_is_around_it() {
    explore("", |page| {
        for (code, missing) in [
            ("import js\njs.fetch('/')", "js"),
            ("from js import XMLHttpRequest", "js"),
            ("from js import WebSocket", "js"),
            ("from js import importScripts", "js"),
            ("from js import indexedDB", "js"),
            ("from js import postMessage", "js"),
            ("import pyodide_js", "pyodide_js"),
            (
                "from pyodide.code import run_js\nrun_js('import(\"/\")')",
                "pyodide",
            ),
            ("from pyodide.ffi import JsProxy", "pyodide"),
            ("from pyodide.http import pyfetch", "pyodide"),
        ] {
            let told = page.python("3.14", code);
            let expected = format!("ModuleNotFoundError: No module named '{missing}'");
            assert_eq!(told.end().last(), Some(&&*expected), "{code}");
        }
        let code = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')";
        let told = page.python("3.14", code);
        let traceback = told.traceback().unwrap_or_default();
        assert!(traceback.contains("urllib.error.URLError"), "{told:?}");
    });
}

#[test]
fn what_a_program_digs_up_leads_nowhere() {
    explore("", |page| {
        for series in ["3.13", "3.14", "3.15"] {
            let told = page.python(series, SEARCH);
            assert_eq!(told.stdout, "True [] []\n", "{series}: {told:#?}");
        }
    });
}

/// Gathers what reaches the page past the port.
const LISTEN: &str = "
window.heard = [];
addEventListener('message', ({ data }) => heard.push(String(data)));
new BroadcastChannel('explorer').onmessage = ({ data }) => heard.push(data);
";

#[test]
fn the_wall_holds_without_the_fence() {
    let site = Site::changed(|_| Ok(()));
    let host = fs::read_dir(site.directory())
        .expect("the site")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("runtime-"))
        .expect("the files that run Python");
    let worker = WORKER
        .replace("PAGE", &site.url())
        .replace("HOST", &format!("{host}/host.mjs"));
    let path = site.directory().join(&host).join("worker.js");
    fs::write(path, worker).expect("another worker");
    visit_site(&site, "", |page| {
        page.wait_for_explorer();
        page.script::<()>(LISTEN, Vec::new());
        // No program runs on this worker; all that is wanted is its version.
        let told = page.python_for(100, "3.14", "");
        let answers: BTreeMap<String, String> =
            serde_json::from_str(&told.started).unwrap_or_else(|error| panic!("{error}: {told:?}"));
        let by = |attempt: &str| answers.get(attempt).map(String::as_str).unwrap_or_default();
        for attempt in [
            "fetch",
            "fetch unread",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
        ] {
            assert_eq!(by(attempt), "policy: connect-src", "{attempt}");
        }
        for attempt in ["importScripts", "import"] {
            assert_eq!(by(attempt), "policy: script-src-elem", "{attempt}");
        }
        for attempt in ["eval", "Function"] {
            assert_eq!(by(attempt), "policy: script-src", "{attempt}");
        }
        let refused = answers.values().all(|answer| {
            answer == "nothing"
                || ["policy: ", "refused: "]
                    .iter()
                    .any(|how| answer.starts_with(how))
        });
        assert!(refused && answers.len() == 15, "{answers:#?}");
        let heard: Vec<String> = page.script("return heard", Vec::new());
        assert_eq!(heard, [""; 0]);
    });
}
