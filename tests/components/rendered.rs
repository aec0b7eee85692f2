//! Renders components outside of the page. The entry points are [`Rendered::new`] and
//! [`shown`].

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use yew::prelude::*;

/// Lets the browser run other tasks. A promise alone would resolve before them, and starve
/// the task that the test waits for.
async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let waiting = gloo::utils::window().set_timeout_with_callback(&resolve);
        waiting.expect("a timer");
    });
    JsFuture::from(promise)
        .await
        .expect("a promise that is kept");
}

/// A component in an element of its own that is not part of the page.
pub(crate) struct Rendered<C: BaseComponent> {
    pub root: Element,
    pub app: yew::AppHandle<C>,
}

impl<C: BaseComponent> Rendered<C> {
    pub(crate) async fn new(props: C::Properties) -> Self {
        let root = gloo::utils::document()
            .create_element("main")
            .expect("an element");
        let app = yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
        let rendered = Self { root, app };
        rendered
            .wait_for("the first rendering", |root| root.has_child_nodes())
            .await;
        rendered
    }

    /// Lets the browser run until a condition holds.
    pub(crate) async fn wait_for(&self, what: &str, holds: impl Fn(&Element) -> bool) {
        const TURNS: usize = 1_000;
        for _ in 0..TURNS {
            if holds(&self.root) {
                return;
            }
            turn().await;
        }
        panic!("{what} did not come; there is {}", self.root.inner_html());
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let nodes = self.root.query_selector_all(selector).expect("a selector");
        (0..nodes.length())
            .filter_map(|index| nodes.item(index)?.dyn_into().ok())
            .collect()
    }

    #[track_caller]
    pub(crate) fn one(&self, selector: &str) -> Element {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.root.inner_html());
        found.remove(0)
    }

    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text_of).collect()
    }
}

pub(crate) fn text_of(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

#[derive(Properties, PartialEq)]
pub(crate) struct ShownProps {
    html: Html,
}

/// Shows the HTML that a function has returned.
#[component]
pub(crate) fn Shown(props: &ShownProps) -> Html {
    html! { <div>{ props.html.clone() }</div> }
}

pub(crate) async fn shown(html: Html) -> Rendered<Shown> {
    Rendered::new(ShownProps { html }).await
}
