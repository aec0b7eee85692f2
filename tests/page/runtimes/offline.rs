//! Runtimes that are kept for offline use.

use serde_json::json;

use super::failures::aside;
use crate::offline::keep;
use harness::{Page, Site, explore, visit_site};

const SCRATCH: &str = "#?view=try&sample=scratch&run=3.14";

#[test]
fn a_kept_runtime_starts_and_runs_offline() {
    let site = Site::built().kept();
    let page = keep(&site);
    page.go(SCRATCH);
    page.click_text("run-panel .offline summary", "Save for offline use");
    page.click("[aria-label^='Save Python 3.14']");
    page.wait_for("3.14 to be kept", |page| {
        page.is_visible("[aria-label^='Remove Python 3.14']")
    });
    // Nothing listens at the site's address from here on.
    drop(site);
    page.reload().wait_for_explorer();
    page.wait_for("the button", |page| page.count("run-panel .primary") == 1);
    page.write("import sys\nprint(sys.version_info[:2], 6 * 7)\n");
    page.run_code();
    let ran = page.ran("3.14");
    assert!(ran.contains("(3, 14) 42"), "{ran}");
    // A stopped interpreter starts again.
    assert_eq!(
        page.python_for(100, "3.14", "while True: pass").end(),
        ["stopped", "time"]
    );
    assert_eq!(page.python("3.14", "6 * 7").value(), Some("42"));
    page.assert_no_errors();
}

#[test]
fn a_kept_runtime_is_not_loaded_again() {
    // WebKit's private sessions forget what is stored with a reload unless there is a service
    // worker.
    let site = Site::changed(|_| Ok(())).kept();
    visit_site(&site, "", |page| {
        page.wait_for_explorer();
        assert_eq!(page.runtime_call("kept", None), json!([]));
        assert_eq!(page.runtime_call("keep", Some("3.14")), json!(null));
        let kept = page.runtime_call("kept", None);
        assert_eq!(kept.as_array().map(Vec::len), Some(1), "{kept}");
        assert_eq!(kept[0][0], "3.14");
        let bytes = kept[0][1].as_u64().unwrap_or_default();
        assert!(bytes > 10_000_000, "{kept}");
        let space = page.runtime_call("space", None);
        // Firefox compresses what it stores, and not every browser reports the size.
        assert!(
            space.is_null() || space[0].as_u64() > Some(bytes / 2) && space[1].is_u64(),
            "{space}"
        );
        aside(&site, "3.14").expect("the files are put aside");
        page.reload().wait_for_explorer();
        assert_eq!(page.python("3.14", "1").value(), Some("1"));
        assert_eq!(page.runtime_call("forget", Some("3.14")), json!(null));
        assert_eq!(page.runtime_call("kept", None), json!([]));
        page.reload().wait_for_explorer();
        page.expect_error("404");
        assert_eq!(page.python("3.14", "1").end()[..2], ["failed", "missing"]);
    });
}

/// The number of snapshots that the browser keeps, after overwriting them if the argument is
/// true.
const REMEMBERED: &str = "
return caches.open('runtime-snapshots').then(async (store) => {
  const keys = await store.keys();
  if (arguments[0]) await Promise.all(keys.map((key) => store.put(key, new Response('damage'))));
  return keys.length;
});
";

#[test]
fn a_snapshot_of_an_interpreter_is_used_unless_it_is_damaged() {
    let code = "import random\nrandom.random()";
    visit_site(&Site::cached(|_| Ok(())).kept(), "", |page| {
        page.wait_for_explorer();
        let first = page.python("3.14", code);
        let begun = |page: &Page, damaged| {
            page.wait_for("the interpreter to be remembered", |page| {
                page.script::<usize>(REMEMBERED, vec![json!(damaged)]) == 1
            });
            page.reload().wait_for_explorer();
            page.python("3.14", code)
        };
        let second = begun(page, false);
        assert!(second.value().is_some(), "{second:?}");
        assert_ne!(first.value(), second.value(), "chance is not remembered");
        assert!(begun(page, true).value().is_some());
        page.runtime_call("forget", Some("3.14"));
        let left: usize = page.script(REMEMBERED, vec![json!(false)]);
        assert_eq!(left, 0);
    });
}

#[test]
fn programs_run_in_a_browser_without_storage() {
    let refuse = "CacheStorage.prototype.open = () =>
        Promise.reject(new DOMException('', 'SecurityError'))";
    explore("", |page| {
        page.script::<()>(refuse, Vec::new());
        assert_eq!(page.runtime_call("keep", Some("3.13"))[1], "storage");
        assert_eq!(page.runtime_call("kept", None)[1], "storage");
        assert_eq!(page.python("3.13", "1").value(), Some("1"));
    });
}

/// Keeps a file under a name of another build, and returns whether it is still there.
const OTHER: &str = "
return caches.open('runtimes').then(async (store) => {
  const old = new URL('runtimes/3.14/of-another-build/pyodide.mjs', document.baseURI).href;
  if (arguments[0]) await store.put(old, new Response('old'));
  return (await store.match(old)) !== undefined;
});
";

#[test]
fn files_kept_by_another_build_are_removed() {
    explore("", |page| {
        page.runtime_call("keep", Some("3.14"));
        assert!(page.script::<bool>(OTHER, vec![json!(true)]));
        let kept = page.runtime_call("kept", None);
        assert_eq!(kept.as_array().map(Vec::len), Some(1), "{kept}");
        assert!(
            !page.script::<bool>(OTHER, vec![json!(false)]),
            "it is of no use"
        );
    });
}
