//! Draws the elements `<whats-new error="…">`; loaded by `embed.js` with the first of them. A
//! single [`Explorer`] draws all of a page.

#[cfg(target_arch = "wasm32")]
mod exports {
    use js_sys::Uint8Array;
    use wasm_bindgen::prelude::*;
    use whats_new::embed::{Explainer, Request};
    use whats_new::platform::{clock, draw};

    /// The catalogue and what explains errors, for `assets/embed/library.ts`.
    #[wasm_bindgen]
    pub struct Explorer(Explainer);

    /// The request of one element.
    #[wasm_bindgen]
    pub struct Asked {
        request: Request,
        notices: Vec<String>,
        problem: Option<String>,
        search: Vec<String>,
    }

    /// An answer as data, for `assets/embed/explain.ts`.
    #[wasm_bindgen(getter_with_clone)]
    pub struct Answered {
        pub change: Option<String>,
        pub name: Option<String>,
        pub version: Option<String>,
        pub kind: Option<String>,
        pub confidence: String,
        pub why: String,
        pub instead: Option<String>,
    }

    /// The numbers of answers that there are and that are shown.
    #[wasm_bindgen]
    pub struct Shown {
        pub total: usize,
        pub shown: usize,
    }

    #[wasm_bindgen]
    impl Explorer {
        /// Decodes the first part of the bundle; throws if it is invalid.
        #[wasm_bindgen(constructor)]
        pub fn new(catalogue: &[u8]) -> Result<Explorer, JsError> {
            Ok(Self(Explainer::read(catalogue, clock::today())?))
        }

        /// Parses an element's attributes, encoded as in a link.
        pub fn ask(&self, attributes: &str) -> Asked {
            let (request, notices) = self.0.request(attributes);
            let problem = self.0.problem(&request).map(|problem| problem.to_string());
            Asked {
                request,
                notices,
                problem,
                search: self.0.parts(),
            }
        }

        /// Adds what answers rest on, given the parts that [`Asked::search`] names; throws if
        /// they are invalid.
        pub fn add_search(
            &self,
            names: &[u8],
            index: &[u8],
            searched: &[u8],
            changing: &[u8],
            messages: &[u8],
        ) -> Result<(), JsError> {
            Ok(self.0.add([names, index, searched, changing, messages])?)
        }

        /// The paths of the parts of the bundle that drawing needs to be complete.
        pub fn texts(&self, asked: &Asked) -> Vec<String> {
            self.0.texts(&asked.request)
        }

        /// The answers as data, the best first.
        pub fn answers(&self, asked: &Asked, texts: Vec<Uint8Array>) -> Vec<Answered> {
            let texts: Vec<Vec<u8>> = texts.iter().map(Uint8Array::to_vec).collect();
            let answers = self.0.answers(&asked.request, &texts).into_iter();
            let answered = answers.map(|answer| Answered {
                change: answer.change,
                name: answer.name,
                version: answer.version.map(|version| version.to_string()),
                kind: answer.kind.map(|kind| kind.key().to_owned()),
                confidence: answer.confidence.to_owned(),
                why: answer.why,
                instead: answer.instead,
            });
            answered.collect()
        }

        /// Draws the answer into `root`; throws if there is none.
        pub fn draw(
            &self,
            root: &web_sys::Element,
            asked: &Asked,
            texts: Vec<Uint8Array>,
            site: &str,
        ) -> Result<Shown, JsError> {
            let texts: Vec<Vec<u8>> = texts.iter().map(Uint8Array::to_vec).collect();
            let answer = self
                .0
                .answer(&asked.request, &texts, site, &asked.notices)?;
            draw::replace(root, &answer.html)
                .map_err(|_| JsError::new("the browser refused an element"))?;
            Ok(Shown {
                total: answer.total,
                shown: answer.shown,
            })
        }
    }

    #[wasm_bindgen]
    impl Asked {
        /// The problems in the attributes, as sentences.
        #[wasm_bindgen(getter)]
        pub fn notices(&self) -> Vec<String> {
            self.notices.clone()
        }

        /// The paths of the parts of the bundle that answers rest on; empty if they have been
        /// added.
        #[wasm_bindgen(getter)]
        pub fn search(&self) -> Vec<String> {
            self.search.clone()
        }

        /// Why nothing can be shown, if that is because of the attributes.
        #[wasm_bindgen(getter)]
        pub fn problem(&self) -> Option<String> {
            self.problem.clone()
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser; build it with `cargo xtask build`.");
}
