//! The explorer: its results and filters, and controls that need more than a
//! click or a key.

use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::components::SelectElement;

use super::Page;
use crate::site::COLLECT;

/// Unregisters the service workers, so that the site is loaded from the server.
const FORGET: &str = "
const [done] = arguments;
const workers = navigator.serviceWorker?.getRegistrations() ?? Promise.resolve([]);
workers
  .then((workers) => Promise.all(workers.map((worker) => worker.unregister())))
  .then(() => done(true), () => done(false));
";

impl Page {
    /// Loads the page at `fragment` and waits for the explorer.
    #[track_caller]
    pub fn arrive(&self, fragment: &str) -> &Self {
        self.open(fragment).wait_for_explorer()
    }

    /// Waits until the explorer has replaced the prerendered page.
    #[track_caller]
    pub fn wait_for_explorer(&self) -> &Self {
        self.wait_for("the explorer", |page| {
            page.count("[data-explorer='running'] #main") == 1
                && page.count("#main > .lazy, .filter-panel[open] .lazy") == 0
        })
    }

    /// Changes the fragment, as by editing the address.
    #[track_caller]
    pub fn go(&self, fragment: &str) -> &Self {
        self.script::<()>("location.hash = arguments[0]", vec![json!(fragment)]);
        self
    }

    /// The number of results that the page states. Waits for the search index
    /// if the query has words.
    #[track_caller]
    pub fn total(&self) -> Option<usize> {
        self.wait_for_finder();
        self.number(".results [role=status]")
    }

    /// Waits until there are `total` results.
    #[track_caller]
    pub fn wait_for_total(&self, total: usize) -> &Self {
        self.wait_for(&format!("{total} features in the results"), |page| {
            page.total() == Some(total)
        })
    }

    /// The number of results that the list states: the sum of the counts in the headings of
    /// versions or, in a list by relevance, the size of that list.
    #[track_caller]
    pub fn listed(&self) -> usize {
        let row = ".results > [aria-label='By relevance'] [role='listitem']";
        if self.count(row) > 0 {
            let size = self.attribute(row, "aria-setsize");
            return size.and_then(|size| size.parse().ok()).unwrap_or_default();
        }
        let counts = self.texts(".results h2 > .number").join(" ");
        let numbers = counts.split_whitespace();
        numbers.filter_map(|n| n.parse::<usize>().ok()).sum()
    }

    /// The slugs of the results in or near the viewport, from the top down; the
    /// others are not in the page. Waits for the search index if the query has
    /// words.
    #[track_caller]
    pub fn rows(&self) -> Vec<String> {
        self.wait_for_finder();
        self.script(
            "return [...document.querySelectorAll('.results a.row')]
               .map((row) => row.id.replace(/^row-/, ''))",
            Vec::new(),
        )
    }

    #[track_caller]
    fn wait_for_finder(&self) {
        self.wait_for("what finds words", |page| {
            page.count(".results > .skeleton") == 0
        });
    }

    /// The labels of the chips of the filters in force.
    #[track_caller]
    pub fn chips(&self) -> Vec<String> {
        self.script(
            "return [...document.querySelectorAll('[aria-label=\"Filters in force\"] button')]
               .map((chip) => chip.getAttribute('aria-label').replace('Remove the filter ', ''))",
            Vec::new(),
        )
    }

    /// The first whole number in the text of an element.
    #[track_caller]
    pub fn number(&self, css: &str) -> Option<usize> {
        let text = self.text(css);
        let digits = text.split(|c: char| !c.is_ascii_digit());
        digits.filter_map(|digits| digits.parse().ok()).next()
    }

    /// Whether a checkbox is ticked.
    #[track_caller]
    pub fn is_checked(&self, id: &str) -> bool {
        self.count(&format!("[id='{id}']:checked")) == 1
    }

    /// Selects the option with this value in a list.
    #[track_caller]
    pub fn choose(&self, css: &str, value: &str) -> &Self {
        self.act(css, "offer a choice", async |element| {
            SelectElement::new(&element)
                .await?
                .select_by_value(value)
                .await
        })
    }

    /// Selects a file in a file input.
    #[track_caller]
    pub fn choose_file(&self, css: &str, path: &str) -> &Self {
        self.act(css, "take a file", async |element| {
            element.send_keys(path).await
        })
    }

    /// Sets the value of a field at once, as by pasting.
    #[track_caller]
    pub fn paste(&self, css: &str, text: &str) -> &Self {
        self.wait_for(&format!("the field `{css}`"), |page| page.count(css) > 0);
        self.script::<()>(
            "const field = document.querySelector(arguments[0]);
             field.focus();
             field.value = arguments[1];
             field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))",
            vec![json!(css), json!(text)],
        );
        self
    }

    /// Clicks into the code and waits for the full editor.
    #[track_caller]
    pub fn edit(&self) -> &Self {
        if self.count("code-editor[full]") == 0 {
            self.click("#code");
            self.wait_for("the full editor", |page| {
                page.count("code-editor[full]") == 1 && page.has_focus("code-editor")
            });
        }
        self
    }

    /// Replaces the code in the full editor by `text`, which must not be empty,
    /// by selecting all of it and pasting.
    #[track_caller]
    pub fn write(&self, text: &str) -> &Self {
        self.edit();
        self.script::<()>(
            "const root = document.querySelector('code-editor').shadowRoot;
             root.querySelector('.cm-content').focus()",
            Vec::new(),
        );
        self.keys_with(Key::Control, "a");
        self.send_paste(&["code-editor", ".cm-content"], text)
    }

    /// The texts of all matching elements in the full editor.
    #[track_caller]
    pub fn in_editor(&self, css: &str) -> Vec<String> {
        self.script(
            "const root = document.querySelector('code-editor')?.shadowRoot;
             return [...root?.querySelectorAll(arguments[0]) ?? []].map((e) => e.textContent)",
            vec![json!(css)],
        )
    }

    /// Runs the code and waits until it has ended in every version.
    #[track_caller]
    pub fn run_code(&self) -> &Self {
        self.click_text("run-panel button", "Run");
        self.wait_for_runs()
    }

    /// Waits until the runs in all versions have ended.
    #[track_caller]
    pub fn wait_for_runs(&self) -> &Self {
        self.wait_for("the ends of all runs", |page| {
            page.script(
                "const columns = [...document.querySelectorAll('.column')];
                 return columns.length > 0 && columns.every((column) =>
                   /Finished|Raised|Exited|Stopped|Retry/.test(column.textContent))",
                Vec::new(),
            )
        })
    }

    /// A text as encoded in links, by the page's own script.
    #[track_caller]
    pub fn packed(&self, text: &str) -> String {
        const PACK: &str = "
            const [text, done] = arguments;
            const { dataset } = document.getElementById('parts');
            importPart(dataset.try)
              .then(({ pack }) => pack(text)).then(done, (error) => done(String(error)));";
        self.call("pack a text", async |session| {
            session
                .execute_async(PACK, vec![json!(text)])
                .await?
                .convert()
        })
    }

    /// The text in the column of a series, even if it is hidden behind a tab.
    #[track_caller]
    pub fn ran(&self, series: &str) -> String {
        self.script(
            "return document.querySelector(`.column[data-series='${arguments[0]}']`)?.textContent ?? ''",
            vec![json!(series)],
        )
    }

    /// The focused element: its id, label or text, or `nothing`.
    #[track_caller]
    pub fn focused(&self) -> String {
        self.script(
            "const element = document.activeElement ?? document.body;
             if (element === document.body) return 'nothing';
             return element.id || element.getAttribute('aria-label') || element.innerText",
            Vec::new(),
        )
    }

    /// The text of the clipboard, pasted into a field, because not all browsers
    /// allow scripts to read it.
    #[track_caller]
    pub fn clipboard(&self) -> String {
        let before: Value = self.script(
            "const field = document.createElement('textarea');
             field.id = 'pasted';
             // The page stays where it is.
             Object.assign(field.style, { position: 'fixed', top: 0 });
             (document.querySelector('main') ?? document.body).append(field);
             const before = document.activeElement;
             field.focus({ preventScroll: true });
             return before?.id ?? ''",
            Vec::new(),
        );
        self.keys_with(Key::Control, "v");
        self.wait_for("what was pasted", |page| !page.value("#pasted").is_empty());
        self.script(
            "const field = document.getElementById('pasted');
             field.remove();
             document.getElementById(arguments[0])?.focus({ preventScroll: true });
             return field.value",
            vec![before],
        )
    }

    /// Sets the clock of every page that is loaded from now on to noon of a day
    /// such as `2025-08-15`.
    pub fn pretend_today(&self, day: &str) -> &Self {
        self.begin_with(&format!(
            "const Clock = Date;
             Date = class extends Clock {{
               constructor(...given) {{ super(...(given.length ? given : ['{day}T12:00:00'])); }}
             }};"
        ))
    }

    /// Makes storage inaccessible in every page that is loaded from now on, as
    /// in a sandboxed frame.
    pub fn without_storage(&self) -> &Self {
        self.begin_with(
            "Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('closed', 'SecurityError'); } });",
        )
    }

    /// Runs a script in every page that is loaded from now on, before its own
    /// scripts.
    fn begin_with(&self, script: &str) -> &Self {
        self.server.inject_script(&format!("{COLLECT}\n{script}"));
        // Cached pages do not contain the script.
        self.call("have the browser ask the server", async |session| {
            session.execute_async(FORGET, Vec::new()).await
        });
        self
    }

    /// Presses Enter in a field until its form is submitted: in some browsers,
    /// the first Enter closes suggestions for the field.
    #[track_caller]
    pub fn submit(&self, css: &str) -> &Self {
        self.script::<()>(
            "document.querySelector(arguments[0]).form.addEventListener('submit',
               () => { window.submitted = true; }, { capture: true, once: true });
             window.submitted = false",
            vec![json!(css)],
        );
        self.wait_for("the form to be submitted", |page| {
            page.keys(Key::Enter);
            page.script("return window.submitted", Vec::new())
        })
    }

    /// Records the last file that the page saves, for [`Page::saved_file`].
    #[track_caller]
    pub fn keep_saved_files(&self) -> &Self {
        self.script::<()>(
            "const make = URL.createObjectURL;
             URL.createObjectURL = (blob) => { window.savedBlob = blob; return make(blob); };
             HTMLAnchorElement.prototype.click = function () {
               const { download } = this;
               window.savedBlob.text().then((text) => { window.saved = `${download}\n${text}`; });
             };",
            Vec::new(),
        );
        self
    }

    /// The name of the last saved file, followed by a line feed and its
    /// contents.
    #[track_caller]
    pub fn saved_file(&self) -> String {
        self.script("return window.saved ?? ''", Vec::new())
    }

    /// The addresses of all resources that the page has loaded so far.
    #[track_caller]
    pub fn loaded(&self) -> Vec<String> {
        self.script(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)",
            Vec::new(),
        )
    }

    /// Whether an element is in the viewport and not covered by another.
    #[track_caller]
    pub fn is_in_viewport(&self, css: &str) -> bool {
        self.script(
            "const element = document.querySelector(arguments[0]);
             if (!element) return false;
             const { left, top, width, height } = element.getBoundingClientRect();
             const [x, y] = [left + Math.min(width, 8) / 2, top + Math.min(height, 8) / 2];
             const there = document.elementFromPoint(x, y);
             return there != null && (element.contains(there) || there.contains(element))",
            vec![json!(css)],
        )
    }

    /// Focuses an element without a click.
    #[track_caller]
    pub fn focus(&self, css: &str) -> &Self {
        self.act(css, "take the focus", async |element| element.focus().await)
    }
}
