//! Queries that do not change the page. None of them fails if an element is
//! missing, so all can be used in conditions of [`Page::wait_for`].

use serde_json::json;

use super::Page;

impl Page {
    /// The number of matching elements.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.script(
            "return document.querySelectorAll(arguments[0]).length",
            vec![json!(css)],
        )
    }

    /// The rendered text of an element; empty if there is no such element.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.script(
            "return document.querySelector(arguments[0])?.innerText ?? ''",
            vec![json!(css)],
        )
    }

    /// The rendered texts of all matching elements.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.script(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)",
            vec![json!(css)],
        )
    }

    /// An attribute of an element, if both exist.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.script(
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null",
            vec![json!(css), json!(name)],
        )
    }

    /// The value of an input; empty if there is no such input.
    #[track_caller]
    pub fn value(&self, css: &str) -> String {
        self.script(
            "return document.querySelector(arguments[0])?.value ?? ''",
            vec![json!(css)],
        )
    }

    /// Whether an element exists, is rendered and has a size.
    #[track_caller]
    pub fn is_visible(&self, css: &str) -> bool {
        self.script(
            "return document.querySelector(arguments[0])
               ?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false",
            vec![json!(css)],
        )
    }

    /// Whether the focus is on or inside a matching element.
    #[track_caller]
    pub fn has_focus(&self, css: &str) -> bool {
        self.script(
            "return document.activeElement?.closest(arguments[0]) != null",
            vec![json!(css)],
        )
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.script("return document.title", Vec::new())
    }

    /// The whole address.
    #[track_caller]
    pub fn url(&self) -> String {
        self.script("return location.href", Vec::new())
    }

    /// The fragment of the address with its `#`; empty if there is none.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.script("return location.hash", Vec::new())
    }
}
