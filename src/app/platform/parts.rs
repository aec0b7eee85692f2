//! Where the page's parts lie. The build names them by their content and
//! writes the names into the element `#parts` of the page.

use gloo::utils::document;

/// A part of the page that is loaded by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// The folder of the bundle, with a slash at its end.
    Bundle,
    /// The script that starts the analyzer.
    Analyzer,
    /// The script that makes the element `<code-editor>` known.
    Editor,
    /// The module that runs Python.
    RuntimeHost,
}

impl Location {
    /// Its address relative to the page; its name before the build names it
    /// by content, where the page does not say.
    pub fn url(self) -> String {
        let (attribute, default) = match self {
            Self::Bundle => ("data-bundle", "bundle/"),
            Self::Analyzer => ("data-analyzer", "analyzer_loader.js"),
            Self::Editor => ("data-editor", "editor.js"),
            Self::RuntimeHost => ("data-runtime-host", "runtime/host.mjs"),
        };
        said(attribute).unwrap_or_else(|| default.to_owned())
    }
}

/// What the page says of the runtimes in it; nothing where it has none.
pub fn runtime_list() -> String {
    said("data-runtimes").unwrap_or_default()
}

fn said(attribute: &str) -> Option<String> {
    let parts = document().get_element_by_id("parts")?;
    parts.get_attribute(attribute)
}
