//! Where this copy of the explorer lies, and files of it that are not in the bundle.

use gloo::net::http::Request;
use gloo::utils::{document, window};

/// The address of the folder that the copy lies in. Pages of it may lie deeper.
pub fn address() -> String {
    let page = document().document_element();
    // `assets/boot/first.ts` has found it.
    let root = page.and_then(|page| page.get_attribute("data-root"));
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", root.as_deref().unwrap_or("/"))
}

/// A text file of the site, by its path in it; nothing where there is none.
pub async fn text(path: &str) -> Option<String> {
    let url = format!("{}{path}", address());
    let response = Request::get(&url).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
