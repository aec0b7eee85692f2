//! The reader's own documents: adding, merging and keeping them. Malicious ones are in
//! [`crate::hostile_documents`].

use harness::{Page, explore};
use serde_json::{Value, json};

/// An announcement in the form of the Python project, with a word that is in no document of
/// the explorer.
pub(crate) const POST: &str = "---\ntitle: Python 3.14.0 quokka 1\npublishDate: '2024-11-01'\n---\n\n\
    Python 3.14.0 is here.\n\n## Major new features of the 3.14 series\n\n\
    - [PEP 758](https://peps.python.org/pep-0758/): the quokka may leave out brackets\n\
    - [PEP 9999](https://peps.python.org/pep-9999/): a quokka of its own\n";

/// Drops files, each a name and a text, onto the page.
pub(crate) fn drop_files(page: &Page, files: &[(&str, &str)]) {
    let files: Vec<Value> = files.iter().map(|file| json!(file)).collect();
    page.script::<()>(
        "const dataTransfer = new DataTransfer();
         for (const [name, text] of arguments[0]) dataTransfer.items.add(new File([text], name));
         for (const type of ['dragover', 'drop'])
           document.body.dispatchEvent(
             new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));",
        vec![json!(files)],
    );
}

/// Waits until the list shows these titles, and nothing is being read.
#[track_caller]
pub(crate) fn wait_for_titles(page: &Page, titles: &[&str]) {
    page.wait_for(&format!("the documents {titles:?}"), |page| {
        let read = page.attribute("own-documents", "aria-busy").as_deref() == Some("false");
        read && page.texts(".own-list h3") == titles
    });
}

#[test]
fn a_dropped_post_is_listed_merged_marked_and_found() {
    explore("", |page| {
        drop_files(page, &[("post.md", POST)]);
        page.wait_for("the list of documents", |page| {
            page.fragment() == "#?view=documents"
        });
        wait_for_titles(page, &["Python 3.14.0 quokka 1"]);
        let entry = page.text(".own-list > li");
        assert!(
            entry.contains("yours") && entry.contains("post.md"),
            "{entry}"
        );
        assert!(entry.contains("2 changes"), "{entry}");
        let warnings = page.texts(".own-warnings li");
        let lines: Vec<String> = page.script(
            "return [...document.querySelectorAll('.own-warnings li')].map((li) => li.textContent)",
            Vec::new(),
        );
        assert_eq!(warnings.len(), 1);
        assert!(lines[0].starts_with("Line 11: PEP 9999"), "{lines:?}");

        page.go("#?q=quokka");
        page.wait_for_total(2);
        assert_eq!(
            page.count(".rows .own-mark"),
            1,
            "one of them is only in own documents"
        );
        page.go("#?doc=own%2Fpost&feature=pep-758");
        page.wait_for("what the documents say", |page| {
            page.count(".detail h4") > 1
        });
        assert_eq!(page.count(".detail header .own-mark"), 0);
        assert_eq!(page.count(".detail .statements .own-mark"), 1);
        assert!(page.is_checked("doc-own/post"), "the facet knows it");

        page.go("#?view=documents");
        page.click_text(".own-list h3 a", "quokka");
        page.wait_for("the text", |page| page.count(".reader .prose li") == 2);
        assert!(page.text(".reader header").contains("yours"));
        page.wait_for("the warning", |page| {
            page.text(".reader .warnings").contains("Line 11")
        });
    });
}

#[test]
fn files_and_folders_are_chosen_and_text_is_pasted() {
    explore("#?view=documents", |page| {
        let fixture = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/documents/ok/alpha.md"
        );
        page.wait_for("the ways in", |page| page.count("#own-files") == 1);
        page.choose_file("#own-files", fixture);
        page.wait_for("the chosen document", |page| {
            page.count(".own-list > li") == 1
        });
        page.click(".own-paste summary");
        page.fill("#own-text", "# Pasted notes\n\nAbout wombats.");
        page.click_text(".own-paste button", "Add");
        page.wait_for("the pasted document", |page| {
            page.texts(".own-list h3").last().map(String::as_str) == Some("Pasted notes")
        });
        assert_eq!(page.texts(".own-list .own-mark").len(), 2);
        assert_eq!(
            page.script::<String>(
                "return document.getElementById('own-text').value",
                Vec::new()
            ),
            ""
        );
        page.send_paste(&["body"], "# From the clipboard");
        page.wait_for("the document from the clipboard", |page| {
            page.texts(".own-list h3").last().map(String::as_str) == Some("From the clipboard")
        });
    });
}

#[test]
fn a_dropped_folder_is_read_and_other_files_are_named() {
    explore("#?view=documents", |page| {
        page.script::<()>(
            "const file = (path, text) => ({ fullPath: path, name: path.split('/').pop(),
               file: (done) => done(new File([text], path.split('/').pop())) });
             const folder = (name, portions) => ({ isDirectory: true, name,
               createReader: () => ({ readEntries: (done) => done(portions.shift() ?? []) }) });
             const inner = folder('inner', [[file('/posts/inner/b.md', '# Second')]]);
             const outer = folder('posts', [
               [inner, file('/posts/c.png', '')], [file('/posts/a.md', '# First'), file('/posts/a.zip', '')]]);
             importPart(document.getElementById('parts').dataset.own).then(({ take }) => take([outer]));",
            Vec::new(),
        );
        wait_for_titles(page, &["First", "Second"]);
        let status = page.text(".own-status");
        assert!(
            status.contains("c.png") && status.contains("a.zip"),
            "{status}"
        );
        assert!(page.text(".own-list").contains("posts/inner/b.md"));
    });
}

#[test]
fn a_document_of_the_same_name_is_replaced_and_a_large_one_refused() {
    explore("#?view=documents", |page| {
        drop_files(page, &[("notes.md", "# One")]);
        wait_for_titles(page, &["One"]);
        let large = "a".repeat(1024);
        page.script::<()>(
            "const dataTransfer = new DataTransfer();
             const large = [arguments[0].repeat(10240), 'a'];
             dataTransfer.items.add(new File(large, 'large.md'));
             dataTransfer.items.add(new File(['# Two'], 'notes.md'));
             document.body.dispatchEvent(
               new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));",
            vec![json!(large)],
        );
        wait_for_titles(page, &["Two"]);
        let status = page.text(".own-status");
        assert!(status.contains("notes.md was replaced"), "{status}");
        assert!(status.contains("large.md is too large"), "{status}");
    });
}

#[test]
fn documents_survive_a_reload_only_if_the_reader_keeps_them() {
    explore("#?view=documents", |page| {
        drop_files(page, &[("notes.md", "# Mine\n\nText.")]);
        wait_for_titles(page, &["Mine"]);
        page.reload().wait_for_explorer();
        wait_for_titles(page, &[]);

        drop_files(
            page,
            &[("notes.md", "# Mine\n\nText."), ("more.md", "# More")],
        );
        wait_for_titles(page, &["Mine", "More"]);
        page.click("#own-keep");
        page.wait_for("the documents to be kept", |page| {
            page.text("own-documents").contains("Kept on this device.")
        });
        page.open("#?view=documents&document=own%2Fnotes");
        page.wait_for("the kept document", |page| page.text("main h1") == "Mine");
        page.go("#?view=documents");
        wait_for_titles(page, &["Mine", "More"]);
        page.click("#own-keep");
        page.wait_for("the box to be empty", |page| {
            page.attribute("own-documents", "aria-busy").as_deref() == Some("false")
                && !page.is_checked("own-keep")
        });
        page.reload().wait_for_explorer();
        wait_for_titles(page, &[]);
    });
}

#[test]
fn a_browser_without_storage_says_so() {
    explore("#?view=documents", |page| {
        page.wait_for("the ways in", |page| page.count("#own-keep") == 1);
        page.script::<()>(
            // WebKit ignores a property that is set on `indexedDB` itself.
            "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
            Vec::new(),
        );
        drop_files(page, &[("notes.md", "# Mine")]);
        wait_for_titles(page, &["Mine"]);
        page.click("#own-keep");
        page.wait_for("the refusal", |page| {
            page.text(".own-status")
                .contains("until this page is closed")
        });
        assert!(!page.is_checked("own-keep"));
        assert_eq!(page.texts(".own-list h3"), ["Mine"]);
    });
}

#[test]
fn a_document_that_crashes_the_worker_affects_no_other() {
    explore("#?view=documents", |page| {
        page.wait_for("the ways in", |page| page.count("#own-keep") == 1);
        page.script::<()>(
            "window.isBroken = true;
             window.Worker = class extends Worker {
               postMessage(message, ...rest) {
                 const stops = isBroken && message[0] === 'read' && message[1] === 'bad.md';
                 if (stops) this.dispatchEvent(new Event('error', { cancelable: true }));
                 else super.postMessage(message, ...rest);
               }
             };",
            Vec::new(),
        );
        drop_files(
            page,
            &[("a.md", POST), ("bad.md", "# Bad"), ("c.md", "# Last")],
        );
        wait_for_titles(page, &["Python 3.14.0 quokka 1", "bad.md", "Last"]);
        let failure = page.text(".own-list .failure");
        assert!(failure.contains("stopped"), "{failure}");
        assert_eq!(page.count("[aria-label='Export bad.md']"), 1);
        page.script::<()>("window.isBroken = false", Vec::new());
        page.click_text(".own-status button", "Try again");
        wait_for_titles(page, &["Python 3.14.0 quokka 1", "Bad", "Last"]);
        page.go("#?q=quokka");
        page.wait_for_total(2);
    });
}

#[test]
fn a_document_is_exported_unchanged_and_removed() {
    explore("#?view=documents", |page| {
        page.script::<()>(
            "URL.createObjectURL = (blob) => { window.exported = blob; return 'about:blank'; };
             HTMLAnchorElement.prototype.click = function () { window.exportedAs = this.download; };",
            Vec::new(),
        );
        let odd = "# Odd\r\n\r\nNo end of line, and\ttabs";
        drop_files(page, &[("odd.md", odd), ("post.md", POST)]);
        wait_for_titles(page, &["Odd", "Python 3.14.0 quokka 1"]);
        page.click("[aria-label='Export odd.md']");
        let exported: Vec<String> = page.script(
            "return exported.text().then((text) => [text, exportedAs])",
            Vec::new(),
        );
        assert_eq!(exported, [odd, "odd.md"]);
        page.click("[aria-label='Remove post.md']");
        wait_for_titles(page, &["Odd"]);
        page.go("#?q=quokka&kind=added,changed");
        page.wait_for("no results", |page| page.listed() == 0);
    });
}

#[test]
fn the_controls_are_accessible_and_fit_a_phone() {
    explore("#?view=documents", |page| {
        page.reduced_motion();
        drop_files(
            page,
            &[
                ("a/long/path/to/the/notes-of-somebody.md", POST),
                ("b.md", "# B"),
            ],
        );
        page.wait_for("both documents", |page| page.count(".own-list h3 a") == 2);
        page.click(".own-paste summary");
        page.click(".own-warnings summary");
        for width in [1280, 320] {
            page.viewport(width, 900);
            assert!(!page.scrolls_sideways(), "at {width} pixels");
            for theme in ["light", "dark"] {
                page.choose(".theme select", theme).assert_accessible();
            }
        }
    });
}
