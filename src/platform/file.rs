//! Saves files for the reader.

use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser refuses to make a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not make the file; copy the text instead")]
pub struct SaveError;

/// The type of a file with Markdown.
pub const MARKDOWN: &str = "text/markdown;charset=utf-8";

/// The type of a file with comma-separated values.
pub const CSV: &str = "text/csv;charset=utf-8";

/// The type of a file with tab-separated values.
pub const TSV: &str = "text/tab-separated-values;charset=utf-8";

/// Saves a text as a file with this name and type.
///
/// # Errors
///
/// If the browser refuses to make a file.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), SaveError> {
    try_save(name, kind, text).map_err(|_| SaveError)
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has started reading the blob and keeps it until it is done.
    Url::revoke_object_url(&url)
}
