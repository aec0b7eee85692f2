//! Where the page's parts lie. The build names them by their content and
//! writes the names into the element `#parts` of the page.

use gloo::utils::document;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `assets/boot/main.ts` defines it: a module by its address, relative to the
    /// page.
    #[wasm_bindgen(catch, js_name = importPart)]
    async fn import_part(url: &str) -> Result<JsValue, JsValue>;
}

/// A part of the page that is loaded by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// The folder of the bundle, with a slash at its end.
    Bundle,
    /// The script that starts the analyzer.
    Analyzer,
    /// The module that makes the element `<code-editor>` known.
    Try,
    /// The module that runs Python.
    RuntimeHost,
    /// The module that takes the reader's own documents.
    Own,
    /// The module that keeps the site for offline.
    Offline,
}

impl Location {
    /// Loads a module; `attempt` counts from 0, as browsers remember that an
    /// address could not be loaded.
    ///
    /// # Errors
    /// Where it cannot be loaded; the value is the browser's.
    pub(super) async fn import(self, attempt: u32) -> Result<JsValue, JsValue> {
        let mut url = self.url();
        if attempt > 0 {
            url.push_str(&format!("?{attempt}"));
        }
        import_part(&url).await
    }

    /// Its address relative to the page; its name before the build names it
    /// by content, where the page does not say.
    pub fn url(self) -> String {
        let (attribute, default) = match self {
            Self::Bundle => ("data-bundle", "bundle/"),
            Self::Analyzer => ("data-analyzer", "analyzer_loader.js"),
            Self::Try => ("data-try", "try.js"),
            Self::RuntimeHost => ("data-runtime-host", "runtime/host.mjs"),
            Self::Own => ("data-own", "own.js"),
            Self::Offline => (OFFLINE, "offline/offline.js"),
        };
        said(attribute).unwrap_or_else(|| default.to_owned())
    }
}

/// The address of a file of the bundle. A page that is one file gives each an
/// address of its own, as what is in memory has no folders.
pub fn bundle_file(path: &str) -> String {
    said(&format!("data-bundle-{path}"))
        .unwrap_or_else(|| format!("{}{path}", Location::Bundle.url()))
}

/// What the page says of the runtimes in it; nothing where it has none.
pub fn runtime_list() -> String {
    said("data-runtimes").unwrap_or_default()
}

/// Whether this copy can be kept for offline.
pub fn has_offline() -> bool {
    said(OFFLINE).is_some()
}

const OFFLINE: &str = "data-offline";

fn said(attribute: &str) -> Option<String> {
    let parts = document().get_element_by_id("parts")?;
    parts.get_attribute(attribute)
}
