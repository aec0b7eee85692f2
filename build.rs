//! Keeps relocations in the page's WebAssembly where it is to be split, because the splitter
//! needs them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_wasm = std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32");
    if is_wasm && std::env::var_os("CARGO_FEATURE_LAZY_VIEWS").is_some() {
        println!("cargo::rustc-link-arg-bin=explorer=--emit-relocs");
    }
}
