//! The address of this copy of the explorer, and its files that are not in the bundle.

use gloo::net::http::Request;
use gloo::utils::{document, window};

/// The address of the root folder of this copy; its pages may be in folders below.
pub fn address() -> String {
    let page = document().document_element();
    // `assets/boot/first.ts` sets the attribute.
    let root = page.and_then(|page| page.get_attribute("data-root"));
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", root.as_deref().unwrap_or("/"))
}

/// The text file with this path in the site; `None` if it cannot be loaded.
pub async fn text(path: &str) -> Option<String> {
    let url = format!("{}{path}", address());
    let response = Request::get(&url).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
