//! The worker that merges own documents with the bundle.

fn main() {
    #[cfg(target_arch = "wasm32")]
    workers::merger::serve();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The merger runs in a web worker; build it with `cargo xtask build`.");
}
