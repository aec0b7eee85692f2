//! The table of the parts of the site, [`PARTS`]: their sources, build steps, files and
//! the references to them. Bundling, naming by content and rebuilding are driven by it.

/// A part of the built site.
pub struct Part {
    /// The name. A part that is named by content is in a directory whose name begins
    /// with it.
    pub name: &'static str,
    /// The files and folders that the part is built from.
    pub sources: &'static [&'static str],
    /// The steps that build it.
    pub steps: &'static [Step],
    /// The files that the steps leave in `dist/` and that are moved into the part's
    /// directory. Empty if the steps write into the directory.
    pub files: &'static [&'static str],
    /// The references to the part before it is named by content, and the path below its
    /// directory that each is replaced with.
    pub references: &'static [(&'static str, &'static str)],
    pub naming: Naming,
}

/// Whether a part is named by its content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    ByContent,
    /// By its content, but not every site has the part.
    Optional,
    /// Its name never changes, because other sites refer to it.
    Fixed,
}

/// A build step of a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Compiles a program to WebAssembly.
    Compile,
    /// Bundles a file in `assets` with esbuild.
    Bundle(Bundled),
    /// Copies files as `index.html` says.
    Copy,
    /// Writes the bundle from documents, facts and samples.
    WriteBundle,
    /// Copies CPython for the browser from npm's packages.
    CopyRuntimes,
}

/// A script or style sheet that is bundled with its imports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// The path of the source in `assets`.
    pub from: &'static str,
    /// The path of the result in `dist/`.
    pub to: &'static str,
    pub format: Format,
    /// Whether it contains CodeMirror, and so has to include its licence.
    pub has_editor: bool,
}

/// The output format of esbuild.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An ES module.
    Module,
    /// A classic script, which pages of other sites can load.
    Script,
    /// The start script of a worker. It is not wrapped in a function, because the packer of
    /// the single file replaces its calls of `importScripts` with the imported scripts.
    Worker,
    /// A style sheet.
    Style,
}

const fn bundle(from: &'static str, to: &'static str, format: Format) -> Step {
    Step::Bundle(Bundled {
        from,
        to,
        format,
        has_editor: false,
    })
}

/// The parts, in the order in which they are named by content.
pub const PARTS: &[Part] = &[
    // The page's WebAssembly, its script and the lazy views.
    Part {
        name: "explorer",
        sources: RUST,
        steps: &[Step::Compile],
        files: &[],
        references: &[("./explorer/", "")],
        naming: Naming::ByContent,
    },
    Part {
        name: "style",
        sources: &["assets/styles"],
        steps: &[bundle("styles/main.css", "style.css", Format::Style)],
        files: &["style.css"],
        references: &[("./style.css", "style.css")],
        naming: Naming::ByContent,
    },
    Part {
        name: "boot",
        sources: &["assets/boot", "assets/check/names.ts"],
        steps: &[bundle("boot/main.ts", "boot.js", Format::Module)],
        files: &["boot.js"],
        references: &[("./boot.js", "boot.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "bundle",
        sources: &[
            "assets/documents",
            "assets/errors",
            "assets/facts",
            "assets/samples",
            "assets/search",
        ],
        steps: &[Step::WriteBundle],
        files: &[],
        references: &[("./bundle/", "")],
        naming: Naming::ByContent,
    },
    // The three files of a worker refer to each other by their original names, so they
    // are moved together into one directory.
    Part {
        name: "analyzer",
        sources: &[
            "crates",
            "Cargo.toml",
            "Cargo.lock",
            "assets/analyzer_loader.ts",
        ],
        steps: &[
            Step::Compile,
            bundle("analyzer_loader.ts", "analyzer_loader.js", Format::Worker),
        ],
        files: &["analyzer_loader.js", "analyzer.js", "analyzer_bg.wasm"],
        references: &[("./analyzer_loader.js", "analyzer_loader.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "merger",
        sources: &[
            "crates",
            "Cargo.toml",
            "Cargo.lock",
            "assets/merger_loader.ts",
        ],
        steps: &[
            Step::Compile,
            bundle("merger_loader.ts", "merger_loader.js", Format::Worker),
        ],
        files: &["merger_loader.js", "merger.js", "merger_bg.wasm"],
        references: &[("./merger_loader.js", "merger_loader.js")],
        naming: Naming::ByContent,
    },
    // The scripts that run Python. The runtimes themselves are named by content elsewhere.
    Part {
        name: "runtime",
        sources: &["assets/runtime"],
        steps: &[
            Step::CopyRuntimes,
            bundle("runtime/host.ts", "runtime/host.mjs", Format::Module),
            bundle("runtime/worker.ts", "runtime/worker.js", Format::Worker),
            bundle(
                "runtime/interpreter.ts",
                "runtime/interpreter.mjs",
                Format::Module,
            ),
        ],
        files: &[],
        references: &[("./runtime/host.mjs", "host.mjs")],
        naming: Naming::Optional,
    },
    // The page's side of offline use.
    Part {
        name: "offline",
        sources: &["assets/offline"],
        steps: &[bundle(
            "offline/main.ts",
            "offline/offline.js",
            Format::Module,
        )],
        files: &[],
        references: &[("./offline/offline.js", "offline.js")],
        naming: Naming::Optional,
    },
    // `try.js` loads `editor.js` from its own directory.
    Part {
        name: "try",
        sources: &["assets/try", "package-lock.json"],
        steps: &[
            bundle("try/main.ts", "try.js", Format::Module),
            Step::Bundle(Bundled {
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
        steps: &[
            Step::Compile,
            bundle("embed/frame.ts", "frame.js", Format::Module),
        ],
        files: &[
            "embedded.js",
            "embedded_bg.wasm",
            "explained.js",
            "explained_bg.wasm",
            "frame.js",
        ],
        references: &[
            ("./embedded.js", "embedded.js"),
            ("./explained.js", "explained.js"),
            ("./frame.js", "frame.js"),
        ],
        naming: Naming::ByContent,
    },
    Part {
        name: "own",
        sources: &["assets/own", "assets/files.ts", "assets/boot/scope.ts"],
        steps: &[bundle("own/main.ts", "own.js", Format::Module)],
        files: &["own.js"],
        references: &[("./own.js", "own.js")],
        naming: Naming::ByContent,
    },
    Part {
        name: "check",
        sources: &["assets/check", "assets/files.ts"],
        steps: &[bundle("check/main.ts", "check.js", Format::Module)],
        files: &["check.js"],
        references: &[("./check.js", "check.js")],
        naming: Naming::ByContent,
    },
    // The script that pages of other sites load, and the page that they frame.
    Part {
        name: "embed.js",
        sources: &["assets/embed", "assets/styles/tokens.css"],
        steps: &[bundle("embed/main.ts", "embed.js", Format::Script)],
        files: &["embed.js"],
        references: &[],
        naming: Naming::Fixed,
    },
    Part {
        name: "embed.html",
        sources: &["assets/embed/embed.html"],
        steps: &[Step::Copy],
        files: &["embed.html"],
        references: &[],
        naming: Naming::Fixed,
    },
    // The page itself, and the files that `index.html` copies.
    Part {
        name: "page",
        sources: &["index.html", "Trunk.toml", "assets/offline"],
        steps: &[Step::Copy],
        files: &["index.html"],
        references: &[],
        naming: Naming::Fixed,
    },
];

/// The sources of the page's WebAssembly.
const RUST: &[&str] = &["src", "crates", "Cargo.toml", "Cargo.lock"];

/// The scripts and style sheets of all parts except the runtimes, which are optional.
pub fn scripts() -> impl Iterator<Item = &'static Bundled> {
    let always = PARTS
        .iter()
        .filter(|part| !part.steps.contains(&Step::CopyRuntimes));
    always.flat_map(scripts_of)
}

/// The scripts and style sheets of one part.
pub fn scripts_of(part: &'static Part) -> impl Iterator<Item = &'static Bundled> {
    part.steps.iter().filter_map(|step| match step {
        Step::Bundle(bundled) => Some(bundled),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    #[test]
    fn all_sources_exist_and_include_the_parts_scripts() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for part in PARTS {
            let found = part.sources.iter().all(|path| root.join(path).exists());
            assert!(found, "{}: {:?}", part.name, part.sources);
            for script in scripts_of(part) {
                let path = format!("assets/{}", script.from);
                assert!(root.join(&path).is_file(), "{path}");
                let has_source = part.sources.iter().any(|source| path.starts_with(source));
                assert!(has_source, "{}: {path}", part.name);
            }
        }
    }

    /// The files that a script imports, except for their types.
    fn imports(script: &Path) -> Vec<PathBuf> {
        let text = std::fs::read_to_string(script).expect("a script");
        let lines = text.lines().filter(|line| {
            let is_type = line.starts_with("import type");
            (line.starts_with("import ") && !is_type) || line.contains("} from \"")
        });
        let names = lines.filter_map(|line| line.split('"').nth(1));
        // `messages.ts` contains only types.
        let relative = names.filter(|name| name.starts_with('.') && !name.ends_with("messages.ts"));
        let folder = script.parent().expect("a folder");
        relative.map(|name| folder.join(name)).collect()
    }

    #[test]
    fn the_imports_of_scripts_are_among_the_sources() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = root.canonicalize().expect("the project");
        for part in PARTS {
            let mut left: Vec<_> = scripts_of(part)
                .filter(|script| script.from.ends_with(".ts"))
                .map(|script| root.join("assets").join(script.from))
                .collect();
            let mut seen = BTreeSet::new();
            while let Some(file) = left.pop() {
                let file = file.canonicalize().expect("an existing script");
                let path = file.strip_prefix(&root).expect("a file of the project");
                let has_source = part.sources.iter().any(|source| path.starts_with(source));
                assert!(has_source, "{}: {}", part.name, path.display());
                if seen.insert(file.clone()) {
                    left.extend(imports(&file));
                }
            }
        }
    }

    #[test]
    fn names_and_files_are_unique() {
        let names: BTreeSet<_> = PARTS.iter().map(|part| part.name).collect();
        assert_eq!(names.len(), PARTS.len());
        let files: Vec<_> = PARTS.iter().flat_map(|part| part.files).collect();
        let distinct: BTreeSet<_> = files.iter().collect();
        assert_eq!(files.len(), distinct.len());
    }
}
