//! The addresses of the page's files. The build names the files by their content and writes
//! the names into the element `#parts` of the page.

use gloo::utils::document;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Loads a module by its address relative to the page. Defined in `assets/boot/main.ts`.
    #[wasm_bindgen(catch, js_name = importPart)]
    async fn import_part(url: &str) -> Result<JsValue, JsValue>;
}

/// A file that the page loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// The script that starts the analyzer.
    Analyzer,
    /// The module that defines the element `<code-editor>`.
    Try,
    /// The module that runs Python.
    RuntimeHost,
    /// The module that holds the reader's own documents.
    Own,
    /// The module that checks programs.
    Check,
    /// The module that keeps the site for offline use.
    Offline,
}

impl Location {
    /// Loads a module. `attempt` counts from 0 and makes the address different, as browsers
    /// cache the failure to load a module.
    ///
    /// # Errors
    ///
    /// If it cannot be loaded; the value is the browser's.
    pub(super) async fn import(self, attempt: u32) -> Result<JsValue, JsValue> {
        let mut url = self.url();
        if attempt > 0 {
            url.push_str(&format!("?{attempt}"));
        }
        import_part(&url).await
    }

    /// The address relative to the page. If `#parts` does not have it, the name before the
    /// build names the file by its content.
    pub fn url(self) -> String {
        let (attribute, default) = match self {
            Self::Analyzer => ("data-analyzer", "analyzer_loader.js"),
            Self::Try => ("data-try", "try.js"),
            Self::RuntimeHost => ("data-runtime-host", "runtime/host.mjs"),
            Self::Own => ("data-own", "own.js"),
            Self::Check => ("data-check", "check.js"),
            Self::Offline => (OFFLINE, "offline/offline.js"),
        };
        said(attribute).unwrap_or_else(|| default.to_owned())
    }
}

/// The address of a file of the bundle. In the single-file build each file has an address of
/// its own, as there are no folders in memory; those that it leaves out have none.
pub fn bundle_file(path: &str) -> Option<String> {
    said(&format!("data-bundle-{path}")).or_else(|| Some(format!("{}{path}", said(BUNDLE)?)))
}

/// The list of runtimes in `#parts`; empty if there are none.
pub fn runtime_list() -> String {
    said("data-runtimes").unwrap_or_default()
}

/// Whether this copy can be kept for offline use.
pub fn has_offline() -> bool {
    said(OFFLINE).is_some()
}

const OFFLINE: &str = "data-offline";

/// The folder of the bundle, with a trailing slash.
const BUNDLE: &str = "data-bundle";

fn said(attribute: &str) -> Option<String> {
    let parts = document().get_element_by_id("parts")?;
    parts.get_attribute(attribute)
}
