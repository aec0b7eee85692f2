//! The worker that analyses Python source for the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    workers::analyzer::serve();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The analyzer runs in a web worker; build it with `cargo xtask build`.");
}
