//! Elements of the prerendered page that the explorer keeps: [`Prerendered`].

use super::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The kept elements.
#[derive(Clone, Default)]
pub struct Prerendered {
    front: Option<Element>,
}

impl Prerendered {
    /// Takes what the page has. Its links get the addresses that the explorer uses.
    pub fn take(front: &str) -> Self {
        let front = dom::by_id(front);
        let links = front
            .as_ref()
            .and_then(|front| front.query_selector_all("a[data-to]").ok());
        let links = links
            .iter()
            .flat_map(|links| (0..links.length()).map(|index| links.item(index)));
        for link in links.flatten() {
            if let Some(link) = link.dyn_ref::<Element>()
                && let Some(to) = link.get_attribute("data-to")
            {
                // Without it, the link leads to a page, which is as good.
                let _ = link.set_attribute("href", &to);
            }
        }
        Self { front }
    }

    /// The beginning of the Explore view, if it is about this version.
    pub(crate) fn front(&self, version: &str) -> Option<Node> {
        let front = self.front.as_ref()?;
        let is_about = front.get_attribute("data-version").as_deref() == Some(version);
        is_about.then(|| front.clone().into())
    }
}
