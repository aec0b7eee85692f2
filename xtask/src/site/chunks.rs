//! The pieces that several late parts of the page's WebAssembly share, in one file.
//! The entry point is [`pack`].
//!
//! There is one for every set of parts that share something, thirty or so, most of
//! them tiny. As files of their own they are as many requests before anything is
//! drawn; together they are one, and compress better.

use std::fs;
use std::io;
use std::path::Path;

/// The script that loads the parts.
pub const LOADER: &str = "__wasm_split.js";

/// The file of all pieces.
const PACKED: &str = "shared.bin";

/// How the loader asks for a piece, around its name.
const ASKS: (&str, &str) = ("fetch(new URL(\"./", "\", import.meta.url))");

/// What the loader asks instead: a stretch of the file. What failed is asked for
/// again.
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

/// Puts every `chunk_….wasm` of a folder into one file and lets the loader take
/// them from there. How many there were.
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
        let asks = format!("{}{name}{}", ASKS.0, ASKS.1);
        if !loader.contains(&asks) {
            return Err(io::Error::other(format!(
                "{LOADER} does not ask for {name}"
            )));
        }
        loader = loader.replace(&asks, &format!("slice({begin}, {})", packed.len()));
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
    fn every_piece_is_a_stretch_of_one_file() {
        let folder = std::env::temp_dir().join(format!("whats-new-chunks-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let asks = |name: &str| format!("const src = {}{name}{};\n", ASKS.0, ASKS.1);
        let (one, other) = (asks("chunk_1.wasm"), asks("split_page.wasm"));
        fs::write(folder.join(LOADER), format!("{one}{other}")).expect("a loader");
        fs::write(folder.join("chunk_1.wasm"), "one").expect("a piece");
        fs::write(folder.join("split_page.wasm"), "page").expect("a part");
        assert_eq!(pack(&folder).expect("a packed folder"), 1);
        let loader = fs::read_to_string(folder.join(LOADER)).expect("a loader");
        assert!(loader.contains("const src = slice(0, 3);"), "{loader}");
        assert!(loader.contains(&other), "a part stays a file: {loader}");
        assert_eq!(fs::read(folder.join(PACKED)).expect("the file"), b"one");
        assert!(!folder.join("chunk_1.wasm").exists());
        fs::remove_dir_all(&folder).expect("an end");
    }
}
