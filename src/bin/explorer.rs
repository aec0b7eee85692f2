//! The page. `assets/boot` calls [`page::prepare`], and then mounts the explorer.

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "called from JavaScript")]
mod page {
    use wasm_bindgen::prelude::*;

    /// The explorer, loaded but not shown yet.
    #[wasm_bindgen]
    pub struct Prepared(whats_new::Start);

    /// Loads the data of the first view.
    ///
    /// # Errors
    ///
    /// If the data cannot be loaded, with a sentence for the reader.
    #[wasm_bindgen]
    pub async fn prepare() -> Result<Prepared, JsError> {
        let start = whats_new::prepare().await;
        start
            .map(Prepared)
            .map_err(|error| JsError::new(&error.to_string()))
    }

    #[wasm_bindgen]
    impl Prepared {
        /// Shows the explorer in the element with this id, in place of its content.
        pub fn mount(self, id: &str) {
            self.0.mount(id);
        }
    }
}

/// A third of the size of the standard library's allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The explorer runs in a browser; build it with `cargo xtask build`.");
}
