//! What the browser remembers for this site. It may refuse to, as in private
//! windows and sandboxed frames; then nothing is remembered and nothing fails.
//!
//! Copies of the site at several paths of one origin share its storage, so the name
//! of everything ends with the path of the site's root, as `assets/boot/scope.ts`
//! says. A key without a path is from before that rule: it is read where nothing is
//! stored under the full name, and never written.

use gloo::utils::{document, window};
use web_sys::Storage;

/// What was last stored under a key.
pub fn remembered(key: &str) -> Option<String> {
    let storage = storage()?;
    let stored = storage.get_item(&scoped(key)).ok()?;
    stored.or_else(|| storage.get_item(key).ok()?)
}

/// Stores a text under a key. An empty one hides what is stored without a path.
pub fn remember(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&scoped(key), text);
    }
}

/// The full name of a key. Where no page says its root there is one site only.
fn scoped(key: &str) -> String {
    let page = document().document_element();
    match page.and_then(|page| page.get_attribute("data-root")) {
        Some(root) => format!("{key} {root}"),
        None => key.to_owned(),
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
