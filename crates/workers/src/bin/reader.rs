//! The worker that reads and merges the reader's own documents.

fn main() {
    #[cfg(target_arch = "wasm32")]
    workers::reader::serve();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The reader runs in a browser's worker: build it with `cargo xtask build`.");
}
