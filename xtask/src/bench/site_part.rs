//! The parts of the site that are measured separately. The entry point is [`part`].

use std::path::Path;

/// The file of the bundle that is loaded first.
const CATALOGUE: &str = "catalogue.bin";

/// The further files of the bundle that the search needs.
const SEARCH: [&str; 2] = ["index.bin", "names.bin"];

/// The file of the bundle with the names of the standard library to search in.
const NAMES_FILE: &str = "api-names.bin";

/// The beginning of the files of the bundle with the table of names.
const TABLE_FILES: &str = "api-";

/// The file of the bundle with the messages that changes explain.
const MESSAGES_FILE: &str = "messages.bin";

/// The file of the bundle with the samples.
const SAMPLES_FILE: &str = "samples.bin";

/// The folders of the published data.
const DATA: [&str; 5] = ["api", "badge", "calendar", "card", "feeds"];

/// The beginning of the files of the docset.
const DOCSET: &str = "whats-new-in-python.";

/// The file of the bundle with what is known besides the table of names.
const KNOWLEDGE: &str = "check.bin";

/// The file of the bundle that own documents are merged with.
const BASE: &str = "base.bin";

/// The parts of the site that are measured separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The WebAssembly of the page.
    Wasm,
    /// The lazy views.
    Views,
    /// The home page, the style sheet, the scripts and the icon.
    Shell,
    /// The other pages, and the sitemap.
    Page,
    /// The part of the bundle that the list and the filters need.
    Catalogue,
    /// The parts of the bundle that the search needs, loaded after the list.
    Search,
    /// The names of the standard library to search in, loaded with the first word.
    Names,
    /// The rest of the table of names, loaded with pages of modules and upgrades.
    Table,
    /// The messages that changes explain, loaded with the first error.
    Messages,
    /// The rest of the bundle, loaded as it is read.
    Texts,
    /// The samples, loaded when the first one is shown.
    Samples,
    /// The worker that analyses and checks code, loaded when code is first shown.
    Analyzer,
    /// The scripts that check code, and what they know besides the table of names, loaded
    /// with the first code.
    Check,
    /// The scripts around the editor, loaded with the first sample.
    Try,
    /// The editor, loaded when code is first edited.
    Editor,
    /// The scripts for own documents, loaded with the first of them or with the list of
    /// documents.
    Own,
    /// The worker that merges own documents, and the base that it merges them with, loaded
    /// with the first of them.
    Merger,
    /// The scripts and the program that pages of other sites load.
    Embed,
    /// The program for elements that explain an error, loaded with the first of them.
    Explained,
    /// The scripts and files for offline use, loaded when the page is idle.
    Offline,
    /// The explorer in one file.
    OneFile,
    /// The site as an archive and as a docset. The build prints their sizes.
    Archive,
    /// CPython, loaded at the first run. The build prints the size of each version.
    Runtime,
    /// The published data, which the page never loads. The build prints its size.
    Data,
}

/// The part of the site that a file belongs to.
pub(super) fn part(dist: &Path, file: &Path) -> Part {
    let relative = file.strip_prefix(dist).unwrap_or(file);
    let first = relative.iter().next().unwrap_or_default().to_string_lossy();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if first.starts_with("analyzer") {
        Part::Analyzer
    } else if first.starts_with("try-") {
        if relative.ends_with("editor.js") {
            Part::Editor
        } else {
            Part::Try
        }
    } else if first.starts_with("check-") || relative.ends_with(KNOWLEDGE) {
        Part::Check
    } else if first.starts_with("own-") {
        Part::Own
    } else if first.starts_with("merger-") || relative.ends_with(BASE) {
        Part::Merger
    } else if first.starts_with("embed") {
        if name.starts_with("explained") {
            Part::Explained
        } else {
            Part::Embed
        }
    } else if first.starts_with("runtime") {
        Part::Runtime
    } else if relative == Path::new("whats-new.html") {
        Part::OneFile
    } else if relative == Path::new("dist.zip") || name.starts_with(DOCSET) {
        Part::Archive
    } else if first.starts_with("offline-") || is_for_offline(relative) {
        Part::Offline
    } else if DATA.contains(&first.as_ref()) {
        Part::Data
    } else if first.starts_with("bundle-") {
        if relative.ends_with(CATALOGUE) {
            Part::Catalogue
        } else if SEARCH.iter().any(|name| relative.ends_with(name)) {
            Part::Search
        } else if relative.ends_with(NAMES_FILE) {
            Part::Names
        } else if name.starts_with(TABLE_FILES) {
            Part::Table
        } else if relative.ends_with(MESSAGES_FILE) {
            Part::Messages
        } else if relative.ends_with(SAMPLES_FILE) {
            Part::Samples
        } else {
            Part::Texts
        }
    } else if matches!(name.as_ref(), "index.md" | "llms.txt" | "opensearch.xml") {
        Part::Data
    } else if relative.ends_with("sitemap.xml")
        || (relative.ends_with("index.html") && relative != Path::new("index.html"))
    {
        Part::Page
    } else if name.ends_with("_bg.wasm") {
        Part::Wasm
    } else if name.ends_with(".wasm") || name == "shared.bin" {
        Part::Views
    } else {
        Part::Shell
    }
}

/// Whether the browser loads a file only for offline use or installation.
fn is_for_offline(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default();
    file == Path::new("service-worker.js") || extension == "webmanifest" || extension == "png"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_belong_to_parts() {
        let dist = Path::new("dist");
        for (file, expected) in [
            ("index.html", Part::Shell),
            ("style-5a/style.css", Part::Shell),
            ("boot-6b/boot.js", Part::Shell),
            ("feature/pep-758/index.html", Part::Page),
            ("3.14/index.html", Part::Page),
            ("sitemap.xml", Part::Page),
            ("explorer-1f/explorer_bg.wasm", Part::Wasm),
            ("explorer-1f/explorer.js", Part::Shell),
            ("explorer-1f/split_upgrade.wasm", Part::Views),
            ("explorer-1f/shared.bin", Part::Views),
            ("bundle-2e/catalogue.bin", Part::Catalogue),
            ("bundle-2e/index.bin", Part::Search),
            ("bundle-2e/features-3.14.bin", Part::Texts),
            ("bundle-2e/api-names.bin", Part::Names),
            ("bundle-2e/api-f.bin", Part::Table),
            ("bundle-2e/messages.bin", Part::Messages),
            ("bundle-2e/samples.bin", Part::Samples),
            ("analyzer-3d/analyzer_bg.wasm", Part::Analyzer),
            ("try-4c/try.js", Part::Try),
            ("try-4c/editor.js", Part::Editor),
            ("check-8a/check.js", Part::Check),
            ("bundle-2e/check.bin", Part::Check),
            ("check/index.html", Part::Page),
            ("own-6e/own.js", Part::Own),
            ("merger-7f/merger_bg.wasm", Part::Merger),
            ("bundle-2e/base.bin", Part::Merger),
            ("embed.js", Part::Embed),
            ("embed-5d/embedded_bg.wasm", Part::Embed),
            ("embed-5d/explained_bg.wasm", Part::Explained),
            ("offline-6e/offline.js", Part::Offline),
            ("service-worker.js", Part::Offline),
            ("icon-192.png", Part::Offline),
            ("whats-new.html", Part::OneFile),
            ("dist.zip", Part::Archive),
            ("whats-new-in-python.tgz", Part::Archive),
            ("runtime-4c/host.mjs", Part::Runtime),
            ("runtimes/3.14/5b/pyodide.asm.wasm", Part::Runtime),
            ("api/v1/features/pep-758.json", Part::Data),
            ("card/pep-758.svg", Part::Data),
            ("feature/pep-758/index.md", Part::Data),
            ("llms.txt", Part::Data),
            ("opensearch.xml", Part::Data),
        ] {
            assert_eq!(part(dist, &dist.join(file)), expected, "{file}");
        }
    }
}
