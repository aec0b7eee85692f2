//! What a test can ask of a page without changing it. Nothing here fails for
//! an element that is not there, so that all of it can stand in a condition
//! that is waited for.

use serde_json::json;

use super::Page;

impl Page {
    /// How many elements match.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.script(
            "return document.querySelectorAll(arguments[0]).length",
            vec![json!(css)],
        )
    }

    /// The text of an element as it is drawn, or nothing where there is no
    /// such element.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.script(
            "return document.querySelector(arguments[0])?.innerText ?? ''",
            vec![json!(css)],
        )
    }

    /// The texts of all elements that match, as they are drawn.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.script(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)",
            vec![json!(css)],
        )
    }

    /// An attribute of an element, where both are there.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.script(
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null",
            vec![json!(css), json!(name)],
        )
    }

    /// What an input holds, or nothing where there is no such input.
    #[track_caller]
    pub fn value(&self, css: &str) -> String {
        self.script(
            "return document.querySelector(arguments[0])?.value ?? ''",
            vec![json!(css)],
        )
    }

    /// Whether an element is there, drawn, and has a size.
    #[track_caller]
    pub fn is_visible(&self, css: &str) -> bool {
        self.script(
            "return document.querySelector(arguments[0])
               ?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false",
            vec![json!(css)],
        )
    }

    /// Whether the focus is on an element that matches, or inside one.
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

    /// The fragment of the address with its `#`, or nothing.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.script("return location.hash", Vec::new())
    }
}
