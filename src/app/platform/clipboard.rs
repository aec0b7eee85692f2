//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;

/// The browser keeps the clipboard from the page, as it does outside secure
/// contexts and where the reader says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not allow copying; select the text and copy it by hand")]
pub struct CopyError;

/// Copies a text.
///
/// # Errors
/// Where the browser refuses.
pub async fn copy(text: &str) -> Result<(), CopyError> {
    if !window().is_secure_context() {
        return Err(CopyError);
    }
    JsFuture::from(window().navigator().clipboard().write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| CopyError)
}
