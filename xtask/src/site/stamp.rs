//! Renames the parts of the site by their content: workers, scripts, style sheet and
//! embeds. [`rename_parts`] is the entry point. The bundle is renamed by `whatsnew site`,
//! which writes it, with the same crate `naming`.

use std::fs;
use std::io;
use std::path::Path;

use naming::Referrers;

use super::parts::{Naming, PARTS, Part, Step};

/// The files with fixed names, which refer to the parts: the page, the script that other
/// sites load, and the page that they frame.
pub fn referrers() -> impl Iterator<Item = &'static str> {
    let fixed = PARTS.iter().filter(|part| part.naming == Naming::Fixed);
    fixed.flat_map(|part| part.files.iter().copied())
}

/// Moves each part of the site in `dist` except the bundle into a directory named by its
/// content, and updates the references to it.
///
/// # Errors
///
/// If a part is missing, or if nothing refers to it.
pub fn rename_parts(dist: &Path) -> io::Result<()> {
    let mut referrers = Referrers::load(dist, referrers())?;
    for part in PARTS {
        let is_renamed = match part.naming {
            Naming::Fixed => false,
            Naming::Optional => dist.join(part.name).exists(),
            Naming::ByContent => !part.steps.contains(&Step::WriteBundle),
        };
        if is_renamed {
            gather(dist, part)?;
            referrers.rename_by_content(part.name, part.references)?;
        }
    }
    referrers.write()
}

/// Moves the part's files in the root of the site into a directory with its name.
fn gather(dist: &Path, part: &Part) -> io::Result<()> {
    let directory = dist.join(part.name);
    if !part.files.is_empty() {
        fs::create_dir(&directory)?;
    }
    for file in part.files {
        fs::rename(dist.join(file), directory.join(file)).map_err(|error| {
            io::Error::new(
                error.kind(),
                format!(
                    "{file}, which is built from {}: {error}",
                    part.sources.join(", ")
                ),
            )
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const PAGE: &str = r#"<link href="./style.css"><link href="./bundle/catalogue.bin">
<script src="./boot.js"></script><link href="./explorer/explorer.js">
<template data-bundle="./bundle/" data-analyzer="./analyzer_loader.js"
  data-try="./try.js"
  data-merger="./merger_loader.js" data-own="./own.js" data-check="./check.js"
  data-runtime-host="./runtime/host.mjs"></template>"#;

    /// A built site in a temporary directory, which is removed on drop.
    struct Dist(PathBuf);

    impl Dist {
        fn new(name: &str) -> Self {
            let directory =
                std::env::temp_dir().join(format!("whats-new-{name}-{}", std::process::id()));
            // Left behind by a run that failed.
            let _ = fs::remove_dir_all(&directory);
            fs::create_dir_all(directory.join("explorer")).expect("a temporary directory");
            for (file, content) in [
                ("index.html", PAGE),
                ("explorer/explorer.js", "glue"),
                ("analyzer_loader.js", "load"),
                ("analyzer.js", "glue"),
                ("analyzer_bg.wasm", "code"),
                ("style.css", "style"),
                ("boot.js", "boot"),
                ("try.js", "try"),
                ("editor.js", "edit"),
                ("merger_loader.js", "load"),
                ("merger.js", "glue"),
                ("merger_bg.wasm", "code"),
                ("own.js", "own"),
                ("check.js", "check"),
                (
                    "embed.js",
                    r#"import("./embedded.js"); import("./explained.js"); fetch("./bundle/")"#,
                ),
                ("embed.html", r#"<script src="./frame.js"></script>"#),
                ("embedded.js", "glue"),
                ("embedded_bg.wasm", "code"),
                ("explained.js", "glue"),
                ("explained_bg.wasm", "code"),
                ("frame.js", "frame"),
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
    fn the_files_that_the_page_refers_to_exist() {
        let dist = Dist::new("rename");
        rename_parts(&dist.0).expect("a complete site");
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
        assert!(
            html.contains("\"./bundle/\""),
            "it is renamed later: {html}"
        );
    }

    #[test]
    fn fixed_files_keep_their_names_and_refer_to_the_renamed_parts() {
        let dist = Dist::new("embed");
        rename_parts(&dist.0).expect("a complete site");
        for name in ["embed.js", "embed.html"] {
            let text = fs::read_to_string(dist.0.join(name)).expect("a file with a fixed name");
            let parts = text.split('"').filter(|word| word.starts_with("./"));
            for part in parts.filter(|part| *part != "./bundle/") {
                assert!(part.contains('-') && dist.0.join(part).exists(), "{part}");
            }
        }
    }

    #[test]
    fn runtimes_are_optional() {
        let dist = Dist::new("without");
        rename_parts(&dist.0).expect("a complete site");
        assert!(dist.html().contains("\"./runtime/host.mjs\""));
        let dist = Dist::new("with");
        fs::create_dir(dist.0.join("runtime")).expect("a directory");
        fs::write(dist.0.join("runtime/host.mjs"), "host").expect("a file");
        rename_parts(&dist.0).expect("a complete site");
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
    fn a_missing_part_is_named() {
        let dist = Dist::new("missing");
        fs::remove_file(dist.0.join("analyzer.js")).expect("an existing file");
        let error = rename_parts(&dist.0).expect_err("an incomplete site");
        assert!(error.to_string().contains("analyzer.js"), "{error}");
        assert!(error.to_string().contains("built from crates"), "{error}");
    }
}
