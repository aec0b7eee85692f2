//! Names the imports of the page's WebAssembly so that they compress. [`number`] is the
//! entry point.
//!
//! wasm-bindgen ends the name of each import with a digest of 16 digits, in the script and
//! in the WebAssembly, and no compression makes digests smaller. A number of as many digits
//! takes their place: since no length changes, this needs to know nothing of the formats.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

/// What the name of an import begins with.
const START: &str = "__wbg_";

/// The length of a digest.
const DIGITS: usize = 16;

/// Replaces the digests in the names of imports by numbers, in a script of wasm-bindgen and
/// its WebAssembly. Returns how many names there are.
pub fn number(script: &Path, wasm: &Path) -> io::Result<usize> {
    let text = fs::read_to_string(script)?;
    let names = names(&text);
    let numbered = numbered(&names);
    fs::write(script, replace(text.as_bytes(), &numbered))?;
    fs::write(wasm, replace(&fs::read(wasm)?, &numbered))?;
    Ok(numbered.len())
}

/// The names in a script that end with a digest, in the order of the script.
fn names(script: &str) -> Vec<&str> {
    script
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .filter(|word| is_digested(word.as_bytes()))
        .collect()
}

fn is_digested(word: &[u8]) -> bool {
    let end = word.len().saturating_sub(DIGITS);
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    word.starts_with(START.as_bytes())
        && end > START.len()
        && word[..end].ends_with(b"_")
        && word[end..].iter().all(is_digit)
}

/// Each name with a number in place of its digest: what it is among the names that have the
/// same beginning.
fn numbered<'a>(names: &[&'a str]) -> HashMap<&'a [u8], String> {
    let mut counts = HashMap::<&str, usize>::new();
    let mut numbered = HashMap::new();
    for name in names {
        numbered.entry(name.as_bytes()).or_insert_with(|| {
            let stem = &name[..name.len() - DIGITS];
            let count = counts.entry(stem).or_default();
            *count += 1;
            format!("{stem}{count:0DIGITS$}")
        });
    }
    numbered
}

/// The bytes with every name replaced. What stands before a name in WebAssembly may belong
/// to a word as well, so a name is looked for at each place where one can begin.
fn replace(bytes: &[u8], numbered: &HashMap<&[u8], String>) -> Vec<u8> {
    let mut replaced = bytes.to_vec();
    let begins = bytes.windows(START.len()).enumerate();
    for (begin, _) in begins.filter(|(_, window)| *window == START.as_bytes()) {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let rest = &bytes[begin..];
        let length = rest.iter().take_while(|byte| is_word(byte)).count();
        // The longest name first: what follows a name may look like a part of it.
        let name = (START.len()..=length)
            .rev()
            .find_map(|end| numbered.get(&rest[..end]));
        if let Some(name) = name {
            replaced[begin..begin + name.len()].copy_from_slice(name.as_bytes());
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_become_numbers_of_the_same_length() {
        let script = "{__wbg_new_13de428334042d26(){},__wbg_new_bb74001155cb8ca8(){},\
                      __wbg_prepared_new(){},__wbg_url_1be993c7b186415b(){}}";
        let names = names(script);
        let numbered = numbered(&names);
        let text = String::from_utf8(replace(script.as_bytes(), &numbered)).expect("ASCII");
        assert_eq!(
            text,
            "{__wbg_new_0000000000000001(){},__wbg_new_0000000000000002(){},\
             __wbg_prepared_new(){},__wbg_url_0000000000000001(){}}"
        );
    }

    #[test]
    fn bytes_around_a_name_stay_whatever_they_are() {
        let name = "__wbg_new_13de428334042d26";
        let numbered = numbered(&[name]);
        let bytes = [b"\x1a", name.as_bytes(), b"a\0__wbg_"].concat();
        let expected = [b"\x1a".as_slice(), b"__wbg_new_0000000000000001a\0__wbg_"].concat();
        assert_eq!(replace(&bytes, &numbered), expected);
    }
}
