//! Every part of the site in one table, [`PARTS`]: what it is made from, how, which
//! files come of it, and what refers to them. What bundles scripts and what names files
//! by content go by this table.

/// A part of the built site.
pub struct Part {
    /// What it is called. A part that is named by content lies in a directory whose
    /// name begins so.
    pub name: &'static str,
    /// The files and folders it is made from.
    pub sources: &'static [&'static str],
    /// How it is made, each step by itself.
    pub made: &'static [Made],
    /// Its files directly in `dist/`, which move into its directory, or nothing where
    /// the directory exists already.
    pub files: &'static [&'static str],
    /// How it is referred to before it is named by content, and what follows the
    /// directory after.
    pub references: &'static [(&'static str, &'static str)],
    pub naming: Naming,
}

/// Whether a part is named by content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    ByContent,
    /// By content, in a site that has it.
    Optional,
    /// Other pages know it by its name.
    Fixed,
}

/// What makes files of a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// A program, compiled to WebAssembly.
    Program,
    /// A file that esbuild makes of one in `assets`.
    Bundled(Bundled),
    /// Copied, as `index.html` says.
    Copied,
    /// The documents, facts and samples, as the page loads them.
    Catalogue,
    /// CPython for the browser, from npm's packages.
    Runtimes,
}

/// A file, with what it imports, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// The file in `assets`.
    pub from: &'static str,
    /// The file in `dist/`.
    pub to: &'static str,
    pub format: Format,
    /// Whether it contains CodeMirror, whose licence then goes with it.
    pub has_editor: bool,
}

/// What esbuild makes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A module, which is imported.
    Module,
    /// A script that any page can load by its address.
    Script,
    /// A script that starts a worker. It is not wrapped in a function, because what
    /// it imports with `importScripts` may be put in its place.
    Worker,
    /// One style sheet, which is one request that the first drawing waits for.
    Style,
}

const fn bundled(from: &'static str, to: &'static str, format: Format) -> Made {
    Made::Bundled(Bundled {
        from,
        to,
        format,
        has_editor: false,
    })
}

/// The parts, in the order in which they are named by content.
pub const PARTS: &[Part] = &[
    // The page's WebAssembly, its script and the views that come late.
    Part {
        name: "explorer",
        sources: RUST,
        made: &[Made::Program],
        files: &[],
        references: &[("./explorer/", "")],
        naming: Naming::ByContent,
    },
    Part {
        name: "style",
        sources: &["assets/styles"],
        made: &[bundled("styles/main.css", "style.css", Format::Style)],
        files: &["style.css"],
        references: &[("./style.css", "style.css")],
        naming: Naming::ByContent,
    },
    Part {
        name: "boot",
        sources: &["assets/boot"],
        made: &[bundled("boot/main.ts", "boot.js", Format::Module)],
        files: &["boot.js"],
        references: &[("./boot.js", "boot.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "bundle",
        sources: &[
            "assets/documents",
            "assets/facts",
            "assets/samples",
            "assets/search",
        ],
        made: &[Made::Catalogue],
        files: &[],
        references: &[("./bundle/", "")],
        naming: Naming::ByContent,
    },
    // The three files of a worker refer to each other by their own names, so
    // they keep them and move together.
    Part {
        name: "analyzer",
        sources: &[
            "crates",
            "Cargo.toml",
            "Cargo.lock",
            "assets/analyzer_loader.ts",
        ],
        made: &[
            Made::Program,
            bundled("analyzer_loader.ts", "analyzer_loader.js", Format::Worker),
        ],
        files: &["analyzer_loader.js", "analyzer.js", "analyzer_bg.wasm"],
        references: &[("./analyzer_loader.js", "analyzer_loader.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "reader",
        sources: &[
            "crates",
            "Cargo.toml",
            "Cargo.lock",
            "assets/reader_loader.ts",
        ],
        made: &[
            Made::Program,
            bundled("reader_loader.ts", "reader_loader.js", Format::Worker),
        ],
        files: &["reader_loader.js", "reader.js", "reader_bg.wasm"],
        references: &[("./reader_loader.js", "reader_loader.js")],
        naming: Naming::ByContent,
    },
    // The files that run Python; the interpreters beside them have names by
    // content of their own.
    Part {
        name: "runtime",
        sources: &["assets/runtime"],
        made: &[
            Made::Runtimes,
            bundled("runtime/host.ts", "runtime/host.mjs", Format::Module),
            bundled("runtime/worker.ts", "runtime/worker.js", Format::Worker),
            bundled(
                "runtime/interpreter.ts",
                "runtime/interpreter.mjs",
                Format::Module,
            ),
        ],
        files: &[],
        references: &[("./runtime/host.mjs", "host.mjs")],
        naming: Naming::Optional,
    },
    // The page's side of what keeps the site for offline.
    Part {
        name: "offline",
        sources: &["assets/offline"],
        made: &[bundled(
            "offline/main.ts",
            "offline/offline.js",
            Format::Module,
        )],
        files: &[],
        references: &[("./offline/offline.js", "offline.js")],
        naming: Naming::Optional,
    },
    // The first of them loads the second from where it lies itself.
    Part {
        name: "try",
        sources: &["assets/try", "package-lock.json"],
        made: &[
            bundled("try/main.ts", "try.js", Format::Module),
            Made::Bundled(Bundled {
                from: "try/editor.ts",
                to: "editor.js",
                format: Format::Module,
                has_editor: true,
            }),
        ],
        files: &["try.js", "editor.js"],
        references: &[("./try.js", "try.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "embed",
        sources: &["src", "crates", "assets/embed"],
        made: &[
            Made::Program,
            bundled("embed/frame.ts", "frame.js", Format::Module),
        ],
        files: &["embedded.js", "embedded_bg.wasm", "frame.js"],
        references: &[("./embedded.js", "embedded.js"), ("./frame.js", "frame.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "own",
        sources: &["assets/own", "assets/boot/scope.ts"],
        made: &[bundled("own/main.ts", "own.js", Format::Module)],
        files: &["own.js"],
        references: &[("./own.js", "own.js")],
        naming: Naming::ByContent,
    },
    // What other pages load, and what they frame.
    Part {
        name: "embed.js",
        sources: &["assets/embed", "assets/styles/tokens.css"],
        made: &[bundled("embed/main.ts", "embed.js", Format::Script)],
        files: &["embed.js"],
        references: &[],
        naming: Naming::Fixed,
    },
    Part {
        name: "embed.html",
        sources: &["assets/embed/embed.html"],
        made: &[Made::Copied],
        files: &["embed.html"],
        references: &[],
        naming: Naming::Fixed,
    },
    // The page itself, and what `index.html` copies.
    Part {
        name: "page",
        sources: &["index.html", "Trunk.toml", "assets/offline"],
        made: &[Made::Copied],
        files: &["index.html"],
        references: &[],
        naming: Naming::Fixed,
    },
];

/// Where the Rust code lies.
const RUST: &[&str] = &["src", "crates", "Cargo.toml", "Cargo.lock"];

/// What esbuild makes, of all parts but the runtimes, which a site may be without.
pub fn scripts() -> impl Iterator<Item = &'static Bundled> {
    let always = PARTS
        .iter()
        .filter(|part| !part.made.contains(&Made::Runtimes));
    always.flat_map(bundled_of)
}

/// What esbuild makes of one part.
pub fn bundled_of(part: &'static Part) -> impl Iterator<Item = &'static Bundled> {
    part.made.iter().filter_map(|made| match made {
        Made::Bundled(bundled) => Some(bundled),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    #[test]
    fn every_source_is_there_and_every_script_is_among_its_parts_sources() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for part in PARTS {
            let found = part.sources.iter().all(|path| root.join(path).exists());
            assert!(found, "{}: {:?}", part.name, part.sources);
            for script in bundled_of(part) {
                let path = format!("assets/{}", script.from);
                assert!(root.join(&path).is_file(), "{path}");
                let has_source = part.sources.iter().any(|source| path.starts_with(source));
                assert!(has_source, "{}: {path}", part.name);
            }
        }
    }

    /// The files that a script imports, but for their types only.
    fn imported(script: &Path) -> Vec<PathBuf> {
        let text = std::fs::read_to_string(script).expect("a script");
        let lines = text.lines().filter(|line| {
            let is_type = line.starts_with("import type");
            (line.starts_with("import ") && !is_type) || line.contains("} from \"")
        });
        let names = lines.filter_map(|line| line.split('"').nth(1));
        // That one has nothing but types.
        let relative = names.filter(|name| name.starts_with('.') && !name.ends_with("messages.ts"));
        let folder = script.parent().expect("a folder");
        relative.map(|name| folder.join(name)).collect()
    }

    #[test]
    fn what_a_script_imports_is_among_its_parts_sources() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = root.canonicalize().expect("the project");
        for part in PARTS {
            let mut left: Vec<_> = bundled_of(part)
                .filter(|script| script.from.ends_with(".ts"))
                .map(|script| root.join("assets").join(script.from))
                .collect();
            let mut seen = BTreeSet::new();
            while let Some(file) = left.pop() {
                let file = file.canonicalize().expect("a script that is there");
                let path = file.strip_prefix(&root).expect("a file of the project");
                let has_source = part.sources.iter().any(|source| path.starts_with(source));
                assert!(has_source, "{}: {}", part.name, path.display());
                if seen.insert(file.clone()) {
                    left.extend(imported(&file));
                }
            }
        }
    }

    #[test]
    fn no_name_and_no_file_belongs_to_two_parts() {
        let names: BTreeSet<_> = PARTS.iter().map(|part| part.name).collect();
        assert_eq!(names.len(), PARTS.len());
        let files: Vec<_> = PARTS.iter().flat_map(|part| part.files).collect();
        let distinct: BTreeSet<_> = files.iter().collect();
        assert_eq!(files.len(), distinct.len());
    }
}
