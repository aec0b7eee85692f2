//! The page.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    let app = gloo::utils::document().get_element_by_id("app");
    if let Some(app) = app {
        yew::Renderer::<whats_new::app::App>::with_root(app).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The explorer runs in a browser: build it with `cargo xtask build`.");
}
