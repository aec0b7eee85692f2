//! The clipboard.

use gloo::utils::window;
use js_sys::{Array, Object, Reflect};
use std::future::Future;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem};

/// The browser does not let the page use the clipboard, as outside secure contexts or if the
/// reader has refused permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not allow copying; select the text and copy it by hand")]
pub struct CopyError;

/// Copies a text.
///
/// # Errors
///
/// If the browser refuses.
pub async fn copy(text: &str) -> Result<(), CopyError> {
    if !window().is_secure_context() {
        return Err(CopyError);
    }
    JsFuture::from(window().navigator().clipboard().write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| CopyError)
}

/// Copies a text that is not available yet. Some browsers let a page copy only while they
/// handle a click, so the clipboard gets a promise.
///
/// # Errors
///
/// If the browser refuses.
pub async fn copy_coming(text: impl Future<Output = String> + 'static) -> Result<(), CopyError> {
    if !window().is_secure_context() {
        return Err(CopyError);
    }
    let coming = future_to_promise(async move { Ok(plain(&text.await)?.into()) });
    let write = || -> Result<_, JsValue> {
        let record = Object::new();
        Reflect::set(&record, &PLAIN.into(), &coming)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&record)?;
        Ok(window().navigator().clipboard().write(&Array::of1(&item)))
    };
    let written = write().map_err(|_| CopyError)?;
    JsFuture::from(written)
        .await
        .map(|_| ())
        .map_err(|_| CopyError)
}

const PLAIN: &str = "text/plain";

fn plain(text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(PLAIN);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}
