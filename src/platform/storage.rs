//! The browser's storage. The browser may refuse it, as in private windows and sandboxed
//! frames; then nothing is stored and nothing fails.
//!
//! Copies of the site at several paths of one origin share its storage, so every name ends
//! with the path of the site's root, as in `assets/boot/scope.ts`. Keys without a path are
//! older than that rule: they are read if nothing is stored under the full name, and never
//! written.

use gloo::utils::{document, window};
use web_sys::Storage;

/// The text stored under a key.
pub fn remembered(key: &str) -> Option<String> {
    let storage = storage()?;
    let stored = storage.get_item(&scoped(key)).ok()?;
    stored.or_else(|| storage.get_item(key).ok()?)
}

/// Stores a text under a key. An empty text hides one that is stored without a path.
pub fn remember(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&scoped(key), text);
    }
}

/// The full name of a key on this page.
fn scoped(key: &str) -> String {
    let page = document().document_element();
    full(key, page.and_then(|page| page.get_attribute("data-root")))
}

/// The full name of a key, given the path of the site's root, if the page has one.
fn full(key: &str, root: Option<String>) -> String {
    root.map_or_else(|| key.to_owned(), |root| format!("{key} {root}"))
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sites_of_one_origin_have_different_names() {
        // tests/scripts/scope.test.mjs expects the same names.
        assert_eq!(full("theme", Some("/a/".to_owned())), "theme /a/");
        assert_eq!(full("theme", Some("/b/".to_owned())), "theme /b/");
        assert_eq!(full("theme", None), "theme");
    }
}
