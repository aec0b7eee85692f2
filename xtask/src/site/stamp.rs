//! Names by content for what is built under fixed names: the bundle, the
//! workers, the scripts, the style and what other pages embed. [`stamp`] is the
//! entry point.
//!
//! A page and a bundle of two different builds must never meet, as they would
//! where a static host or a browser still has the older one of the two under
//! the same name.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher24;

use super::parts::{Naming, PARTS, Part};

/// What keeps its name, as other pages know it by that, and refers to parts:
/// the page, what others load, and what others frame.
fn referrers() -> impl Iterator<Item = &'static str> {
    let fixed = PARTS.iter().filter(|part| part.naming == Naming::Fixed);
    fixed.flat_map(|part| part.files.iter().copied())
}

/// Moves each part of the site in `dist` into a directory named by its
/// content, and the references to it with it.
///
/// # Errors
///
/// When a part is missing, or nothing refers to it.
pub fn stamp(dist: &Path) -> io::Result<()> {
    let read = |name: &'static str| Ok((name, fs::read_to_string(dist.join(name))?));
    let mut referrers: Vec<(&str, String)> = referrers().map(read).collect::<io::Result<_>>()?;
    for part in PARTS {
        match part.naming {
            Naming::Fixed => continue,
            Naming::Optional if !dist.join(part.name).exists() => continue,
            Naming::Optional | Naming::ByContent => {}
        }
        let directory = gather(dist, part)?;
        let name = format!("{}-{:016x}", part.name, digest(&directory)?);
        fs::rename(directory, dist.join(&name))?;
        for (reference, rest) in part.references {
            if !referrers.iter().any(|(_, text)| text.contains(reference)) {
                let files: Vec<_> = referrers.iter().map(|(name, _)| *name).collect();
                let files = files.join(", ");
                let problem = format!("{reference} is mentioned by none of {files}");
                return Err(io::Error::other(problem));
            }
            for (_, text) in &mut referrers {
                *text = text.replace(reference, &format!("./{name}/{rest}"));
            }
        }
    }
    let mut write = referrers.iter();
    write.try_for_each(|(name, text)| fs::write(dist.join(name), text))
}

/// The part's directory, made from its loose files where it has such.
fn gather(dist: &Path, part: &Part) -> io::Result<PathBuf> {
    let directory = dist.join(part.name);
    if !part.files.is_empty() {
        fs::create_dir(&directory)?;
    }
    for file in part.files {
        fs::rename(dist.join(file), directory.join(file)).map_err(|error| {
            io::Error::new(
                error.kind(),
                format!(
                    "{file}, which is made from {}: {error}",
                    part.sources.join(", ")
                ),
            )
        })?;
    }
    Ok(directory)
}

/// A digest over the names and contents of the files in `directory`. It need
/// not resist anyone; it need only differ when the content does, and be the same
/// for the same content on every machine and with every Rust. It is SipHash-2-4 with
/// the key 0. For each file or folder, by name, it takes the name, a zero byte and
/// then the length and the content, or the digest of the folder, the numbers as 64
/// bits in little-endian order.
fn digest(directory: &Path) -> io::Result<u64> {
    let mut entries = fs::read_dir(directory)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", directory.display()))
        })?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut hasher = SipHasher24::new();
    for entry in entries {
        hasher.write(entry.file_name().as_encoded_bytes());
        hasher.write(&[0]);
        if entry.file_type()?.is_dir() {
            hasher.write(&digest(&entry.path())?.to_le_bytes());
        } else {
            let content = fs::read(entry.path())?;
            hasher.write(&(content.len() as u64).to_le_bytes());
            hasher.write(&content);
        }
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link href="./style.css"><link href="./bundle/catalogue.bin">
<script src="./boot.js"></script><link href="./explorer/explorer.js">
<template data-bundle="./bundle/" data-analyzer="./analyzer_loader.js"
  data-try="./try.js" data-embed="./dialog.js"
  data-reader="./reader_loader.js" data-own="./own.js"
  data-runtime-host="./runtime/host.mjs"></template>"#;

    /// A built site in a directory of its own, gone when it is dropped.
    struct Dist(PathBuf);

    impl Dist {
        fn new(name: &str, bundle: &str) -> Self {
            let directory =
                std::env::temp_dir().join(format!("whats-new-{name}-{}", std::process::id()));
            // What a failed run left behind.
            let _ = fs::remove_dir_all(&directory);
            for part in ["bundle/texts", "explorer"] {
                fs::create_dir_all(directory.join(part)).expect("a temporary directory");
            }
            for (file, content) in [
                ("index.html", PAGE),
                ("bundle/texts/3.14.bin", bundle),
                ("explorer/explorer.js", "glue"),
                ("analyzer_loader.js", "load"),
                ("analyzer.js", "glue"),
                ("analyzer_bg.wasm", "code"),
                ("style.css", "style"),
                ("boot.js", "boot"),
                ("try.js", "try"),
                ("editor.js", "edit"),
                ("reader_loader.js", "load"),
                ("reader.js", "glue"),
                ("reader_bg.wasm", "code"),
                ("own.js", "own"),
                ("embed.js", r#"import("./embedded.js"); fetch("./bundle/")"#),
                ("embed.html", r#"<script src="./frame.js"></script>"#),
                ("embedded.js", "glue"),
                ("embedded_bg.wasm", "code"),
                ("frame.js", "frame"),
                ("dialog.js", "dialog"),
            ] {
                fs::write(directory.join(file), content).expect("a file");
            }
            Self(directory)
        }

        fn html(&self) -> String {
            fs::read_to_string(self.0.join("index.html")).expect("the page")
        }
    }

    impl Drop for Dist {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_the_page_refers_to_is_there() {
        let dist = Dist::new("stamp", "one");
        stamp(&dist.0).expect("a whole site");
        let html = dist.html();
        let loader = html
            .split('"')
            .find(|word| word.ends_with("analyzer_loader.js"))
            .expect("a reference to the worker");
        assert!(dist.0.join(loader).is_file(), "{loader}");
        assert!(dist.0.join(loader).with_file_name("analyzer.js").is_file());
        let scripts = html.split('"').find(|word| word.ends_with("try.js"));
        let scripts = dist.0.join(scripts.expect("a reference to the scripts"));
        assert!(scripts.is_file() && scripts.with_file_name("editor.js").is_file());
        let bundle = html
            .split('"')
            .find(|word| word.starts_with("./bundle") && word.ends_with('/'))
            .expect("a reference to the bundle");
        assert!(dist.0.join(bundle).join("texts/3.14.bin").is_file());
        assert!(!html.contains("./bundle/"), "{html}");
    }

    #[test]
    fn what_other_pages_load_keeps_its_name_and_knows_the_parts() {
        let dist = Dist::new("embed", "one");
        stamp(&dist.0).expect("a whole site");
        for name in ["embed.js", "embed.html"] {
            let text = fs::read_to_string(dist.0.join(name)).expect("it keeps its name");
            let parts = text.split('"').filter(|word| word.starts_with("./"));
            for part in parts {
                assert!(part.contains('-') && dist.0.join(part).exists(), "{part}");
            }
        }
    }

    #[test]
    fn a_site_may_be_without_runtimes() {
        let dist = Dist::new("without", "one");
        stamp(&dist.0).expect("a whole site");
        assert!(dist.html().contains("\"./runtime/host.mjs\""));
        let dist = Dist::new("with", "one");
        fs::create_dir(dist.0.join("runtime")).expect("a directory");
        fs::write(dist.0.join("runtime/host.mjs"), "host").expect("a file");
        stamp(&dist.0).expect("a whole site");
        let html = dist.html();
        let host = html
            .split('"')
            .find(|word| word.ends_with("host.mjs"))
            .expect("a reference to the host");
        assert!(
            host.starts_with("./runtime-") && dist.0.join(host).is_file(),
            "{host}"
        );
    }

    #[test]
    fn another_content_has_another_name() {
        let [one, two] = [("first", "one"), ("second", "two")].map(|(name, bundle)| {
            let dist = Dist::new(name, bundle);
            stamp(&dist.0).expect("a whole site");
            dist.html()
        });
        assert_ne!(one, two);
    }

    #[test]
    fn the_digest_of_a_content_is_always_the_same() {
        let dist = Dist::new("digest", "one");
        let digest = digest(&dist.0.join("bundle")).expect("a folder");
        assert_eq!(format!("{digest:016x}"), "5db5eadeb4cebebd");
    }

    #[test]
    fn a_missing_part_is_named() {
        let dist = Dist::new("missing", "one");
        fs::remove_file(dist.0.join("analyzer.js")).expect("the file is there");
        let error = stamp(&dist.0).expect_err("an incomplete site");
        assert!(error.to_string().contains("analyzer.js"), "{error}");
        assert!(error.to_string().contains("made from src"), "{error}");
    }
}
