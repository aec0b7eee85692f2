//! Packs the chunks that several lazy views of the page's WebAssembly share into one
//! file. The entry point is [`pack`].
//!
//! The splitter writes one chunk for every set of views that share code: about thirty,
//! most of them tiny. As separate files they would each be a request before anything is
//! drawn. Packed they are a single request, and compress better.

use std::fs;
use std::io;
use std::path::Path;

/// The script that loads lazy views and chunks.
pub const LOADER: &str = "__wasm_split.js";

/// The file with all chunks.
const PACKED: &str = "shared.bin";

/// The loader's request for a chunk, before and after its name.
const FETCH: (&str, &str) = ("fetch(new URL(\"./", "\", import.meta.url))");

/// The function that replaces the requests: a slice of the packed file. A failed
/// request is repeated the next time.
const SLICE: &str = "
let packed;
async function slice(begin, end) {
    packed ??= fetch(new URL(\"./shared.bin\", import.meta.url)).then((response) => {
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
        return response.arrayBuffer();
    });
    try {
        const bytes = (await packed).slice(begin, end);
        return new Response(bytes, { headers: { \"content-type\": \"application/wasm\" } });
    } catch (cause) {
        packed = undefined;
        throw cause;
    }
}
";

/// Packs every `chunk_….wasm` of a folder into one file and makes the loader read them
/// from there. Returns the number of chunks.
pub fn pack(folder: &Path) -> io::Result<usize> {
    let path = folder.join(LOADER);
    let mut loader = fs::read_to_string(&path)?;
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("chunk_") && name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    let mut packed = Vec::new();
    for name in &names {
        let begin = packed.len();
        packed.extend(fs::read(folder.join(name))?);
        let fetch = format!("{}{name}{}", FETCH.0, FETCH.1);
        if !loader.contains(&fetch) {
            return Err(io::Error::other(format!("{LOADER} does not load {name}")));
        }
        loader = loader.replace(&fetch, &format!("slice({begin}, {})", packed.len()));
        fs::remove_file(folder.join(name))?;
    }
    fs::write(folder.join(PACKED), packed)?;
    fs::write(path, loader + SLICE)?;
    Ok(names.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_slices_of_one_file() {
        let folder = std::env::temp_dir().join(format!("whats-new-chunks-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let fetch = |name: &str| format!("const src = {}{name}{};\n", FETCH.0, FETCH.1);
        let (one, other) = (fetch("chunk_1.wasm"), fetch("split_page.wasm"));
        fs::write(folder.join(LOADER), format!("{one}{other}")).expect("a loader");
        fs::write(folder.join("chunk_1.wasm"), "one").expect("a chunk");
        fs::write(folder.join("split_page.wasm"), "page").expect("a view");
        assert_eq!(pack(&folder).expect("a packed folder"), 1);
        let loader = fs::read_to_string(folder.join(LOADER)).expect("a loader");
        assert!(loader.contains("const src = slice(0, 3);"), "{loader}");
        assert!(loader.contains(&other), "a view stays a file: {loader}");
        assert_eq!(fs::read(folder.join(PACKED)).expect("the file"), b"one");
        assert!(!folder.join("chunk_1.wasm").exists());
        fs::remove_dir_all(&folder).expect("the folder is removed");
    }
}
