//! What has to be made anew when files change. [`Rebuild::of`] is the entry point, and
//! goes by the table of the parts of the site.

use std::path::Path;

use crate::site::parts::{Bundled, Made, PARTS, Part};

/// Parts of the site to make.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rebuild {
    /// Scripts and style.
    pub scripts: Vec<&'static Bundled>,
    /// The programs that are WebAssembly.
    pub programs: bool,
    /// The native program, and with it what it writes.
    pub native: bool,
    /// The template of the pages.
    pub page: bool,
    /// What is made of the documents.
    pub documents: bool,
    /// CPython, and what is copied beside it.
    pub runtimes: bool,
}

/// Where the page's own code lies. The native program draws pages with it as well, but
/// what it has drawn is seen only until the explorer starts.
const PAGE: &str = "src";

/// Where the code of all programs lies, with what Cargo reads.
const SHARED: &[&str] = &["crates", "Cargo.toml", "Cargo.lock"];

/// The scripts that stand in the page, and what they import.
const INLINE: &[&str] = &[
    "assets/boot/early.ts",
    "assets/boot/first.ts",
    "assets/boot/keys.ts",
    "assets/boot/scope.ts",
];

impl Rebuild {
    /// What changes of these files take, which are paths in the project.
    pub fn of<P: AsRef<Path>>(paths: &[P]) -> Self {
        let mut rebuild = Self::default();
        for path in paths {
            rebuild.add(path.as_ref());
        }
        rebuild
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, path: &Path) {
        let is_below = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
        let is_shared = is_below(SHARED);
        self.programs |= is_shared || is_below(&[PAGE]);
        self.native |= is_shared;
        self.page |= is_below(INLINE);
        let parts = PARTS.iter().filter(|part| is_below(part.sources));
        parts.for_each(|part| self.add_part(part, path));
    }

    /// What a part takes that is made of the file.
    fn add_part(&mut self, part: &'static Part, path: &Path) {
        let is_asset = path.starts_with("assets");
        for made in part.made {
            match made {
                Made::Bundled(script) if is_asset && is_script(path) => {
                    if !self.scripts.contains(&script) {
                        self.scripts.push(script);
                    }
                }
                Made::Copied => self.page = true,
                Made::Catalogue => self.documents = true,
                Made::Runtimes => self.runtimes |= !is_script(path),
                Made::Bundled(_) | Made::Program => {}
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

    /// The files that esbuild makes.
    fn scripts(rebuild: &Rebuild) -> Vec<&str> {
        rebuild.scripts.iter().map(|script| script.to).collect()
    }

    #[test]
    fn a_script_or_a_style_takes_what_contains_it() {
        for (path, expected) in [
            ("assets/styles/print.css", vec!["style.css"]),
            ("assets/boot/late.ts", vec!["boot.js"]),
            ("assets/embed/embed.css", vec!["frame.js", "embed.js"]),
            ("assets/analyzer_loader.ts", vec!["analyzer_loader.js"]),
            ("assets/styles/tokens.css", vec!["style.css", "embed.js"]),
        ] {
            let rebuild = Rebuild::of(&[path]);
            assert_eq!(scripts(&rebuild), expected, "{path}");
            let rest = Rebuild {
                scripts: Vec::new(),
                ..rebuild
            };
            assert!(rest.is_empty(), "{path}: {rest:?}");
        }
    }

    #[test]
    fn documents_facts_and_samples_take_no_compiler() {
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
            assert_eq!(Rebuild::of(&[path]), expected, "{path}");
        }
    }

    #[test]
    fn code_of_the_page_takes_its_programs_and_code_of_all_takes_all() {
        let page = Rebuild {
            programs: true,
            ..Rebuild::default()
        };
        assert_eq!(Rebuild::of(&["src/shell/help.rs"]), page);
        let all = Rebuild {
            native: true,
            ..page
        };
        for path in ["crates/query/src/lib.rs", "Cargo.toml", "Cargo.lock"] {
            assert_eq!(Rebuild::of(&[path]), all, "{path}");
        }
    }

    #[test]
    fn the_page_is_made_of_its_template_and_what_stands_in_it() {
        let page = Rebuild {
            page: true,
            ..Rebuild::default()
        };
        for path in [
            "index.html",
            "assets/embed/embed.html",
            "assets/offline/icon.svg",
        ] {
            assert_eq!(Rebuild::of(&[path]), page, "{path}");
        }
        let inline = Rebuild::of(&["assets/boot/first.ts"]);
        assert!(inline.page && scripts(&inline) == ["boot.js"], "{inline:?}");
    }

    #[test]
    fn what_is_copied_beside_the_runtimes_is_copied_again() {
        let runtimes = Rebuild {
            runtimes: true,
            ..Rebuild::default()
        };
        assert_eq!(Rebuild::of(&["assets/runtime/driver.py"]), runtimes);
    }

    #[test]
    fn several_files_take_what_each_takes_once() {
        let rebuild = Rebuild::of(&["assets/try/tab.ts", "assets/try/look.ts", "src/lib.rs"]);
        assert!(rebuild.programs, "{rebuild:?}");
        let names = scripts(&rebuild);
        assert_eq!(names.iter().filter(|name| **name == "try.js").count(), 1);
    }

    #[test]
    fn what_no_part_is_made_of_takes_nothing() {
        for path in ["assets/verify/words.txt", "assets/messages.ts"] {
            assert!(Rebuild::of(&[path]).is_empty(), "{path}");
        }
    }
}
