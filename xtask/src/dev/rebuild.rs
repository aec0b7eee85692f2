//! Determines what to rebuild when files change. [`Rebuild::for_changes`] is the entry
//! point. It uses the table of the parts of the site.

use std::path::Path;

use crate::site::parts::{Bundled, PARTS, Part, Step};

/// The parts of the site to rebuild.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rebuild {
    /// Scripts and style sheets.
    pub scripts: Vec<&'static Bundled>,
    /// The programs that are compiled to WebAssembly.
    pub programs: bool,
    /// The native program, and everything that it writes.
    pub native: bool,
    /// The template of the pages.
    pub page: bool,
    /// Everything that is made from documents.
    pub documents: bool,
    /// CPython, and the scripts that are copied with it.
    pub runtimes: bool,
}

/// The code of the page. The native program prerenders pages with it as well, but it is
/// not rebuilt for that: prerendered content is visible only until the explorer starts.
const PAGE: &str = "src";

/// The code of all programs and the files of Cargo.
const SHARED: &[&str] = &["crates", "Cargo.toml", "Cargo.lock"];

/// The scripts that are inlined into the page, with their imports.
const INLINE: &[&str] = &[
    "assets/boot/early.ts",
    "assets/boot/first.ts",
    "assets/boot/keys.ts",
    "assets/boot/lines.ts",
    "assets/boot/scope.ts",
];

impl Rebuild {
    /// What to rebuild after changes of these files, given as paths relative to the
    /// project.
    pub fn for_changes<P: AsRef<Path>>(paths: &[P]) -> Self {
        let mut rebuild = Self::default();
        for path in paths {
            rebuild.add(path.as_ref());
        }
        rebuild
    }

    /// Whether there is nothing to rebuild.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, path: &Path) {
        let is_below = |folders: &[&str]| folders.iter().any(|folder| path.starts_with(folder));
        let is_shared = is_below(SHARED);
        self.programs |= is_shared || is_below(&[PAGE]);
        self.native |= is_shared;
        self.page |= is_below(INLINE);
        let parts = PARTS.iter().filter(|part| is_below(part.sources));
        parts.for_each(|part| self.add_part(part, path));
    }

    /// Adds the steps of a part that has the file as a source.
    fn add_part(&mut self, part: &'static Part, path: &Path) {
        let is_asset = path.starts_with("assets");
        for step in part.steps {
            match step {
                Step::Bundle(script) if is_asset && is_script(path) => {
                    if !self.scripts.contains(&script) {
                        self.scripts.push(script);
                    }
                }
                Step::Copy => self.page = true,
                Step::WriteBundle => self.documents = true,
                Step::CopyRuntimes => self.runtimes |= !is_script(path),
                Step::Bundle(_) | Step::Compile => {}
            }
        }
    }
}

fn is_script(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "ts" || ending == "css")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the scripts and style sheets.
    fn scripts(rebuild: &Rebuild) -> Vec<&str> {
        rebuild.scripts.iter().map(|script| script.to).collect()
    }

    #[test]
    fn a_script_or_style_rebuilds_the_bundles_that_contain_it() {
        for (path, expected) in [
            ("assets/styles/print.css", vec!["style.css"]),
            ("assets/boot/pending.ts", vec!["boot.js"]),
            ("assets/embed/embed.css", vec!["frame.js", "embed.js"]),
            ("assets/analyzer_loader.ts", vec!["analyzer_loader.js"]),
            ("assets/styles/tokens.css", vec!["style.css", "embed.js"]),
        ] {
            let rebuild = Rebuild::for_changes(&[path]);
            assert_eq!(scripts(&rebuild), expected, "{path}");
            let rest = Rebuild {
                scripts: Vec::new(),
                ..rebuild
            };
            assert!(rest.is_empty(), "{path}: {rest:?}");
        }
    }

    #[test]
    fn documents_facts_and_samples_compile_nothing() {
        for path in [
            "assets/documents/whatsnew/3.14.md",
            "assets/facts/peps.toml",
            "assets/samples/pep-572/walrus.py",
            "assets/search/thesaurus.toml",
        ] {
            let expected = Rebuild {
                documents: true,
                ..Rebuild::default()
            };
            assert_eq!(Rebuild::for_changes(&[path]), expected, "{path}");
        }
    }

    #[test]
    fn code_of_the_page_rebuilds_its_programs_and_shared_code_rebuilds_all() {
        let page = Rebuild {
            programs: true,
            ..Rebuild::default()
        };
        assert_eq!(Rebuild::for_changes(&["src/shell/help.rs"]), page);
        let all = Rebuild {
            native: true,
            ..page
        };
        for path in ["crates/query/src/lib.rs", "Cargo.toml", "Cargo.lock"] {
            assert_eq!(Rebuild::for_changes(&[path]), all, "{path}");
        }
    }

    #[test]
    fn the_page_is_built_from_its_template_and_inlined_scripts() {
        let page = Rebuild {
            page: true,
            ..Rebuild::default()
        };
        for path in [
            "index.html",
            "assets/embed/embed.html",
            "assets/offline/icon.svg",
        ] {
            assert_eq!(Rebuild::for_changes(&[path]), page, "{path}");
        }
        let inline = Rebuild::for_changes(&["assets/boot/first.ts"]);
        assert!(inline.page && scripts(&inline) == ["boot.js"], "{inline:?}");
    }

    #[test]
    fn files_that_are_copied_with_the_runtimes_are_copied_again() {
        let runtimes = Rebuild {
            runtimes: true,
            ..Rebuild::default()
        };
        assert_eq!(
            Rebuild::for_changes(&["assets/runtime/driver.py"]),
            runtimes
        );
    }

    #[test]
    fn several_files_rebuild_each_part_once() {
        let rebuild =
            Rebuild::for_changes(&["assets/try/tab.ts", "assets/try/look.ts", "src/lib.rs"]);
        assert!(rebuild.programs, "{rebuild:?}");
        let names = scripts(&rebuild);
        assert_eq!(names.iter().filter(|name| **name == "try.js").count(), 1);
    }

    #[test]
    fn files_that_are_not_sources_rebuild_nothing() {
        for path in ["assets/verify/words.txt", "assets/messages.ts"] {
            assert!(Rebuild::for_changes(&[path]).is_empty(), "{path}");
        }
    }
}
