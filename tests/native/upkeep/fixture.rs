//! Small assets in a temporary folder. The entry point is [`Assets::sound`].

use document::Code;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use upkeep::verify::{Options, Report, Spelling, record, verify};

/// Assets and a reference, removed when the test ends.
pub(super) struct Assets {
    folder: PathBuf,
    has_reference: bool,
}

/// The fixture's release notes; its first feature begins on [`FEATURE_LINE`].
pub(super) const NOTES: &str = "documents/whatsnew/3.14.md";

/// The line of `pep-758` in [`NOTES`].
pub(super) const FEATURE_LINE: u32 = 13;

const FILES: &[(&str, &str)] = &[
    (
        "facts/peps.toml",
        include_str!("../../fixtures/upkeep/peps.toml"),
    ),
    (
        "facts/releases.toml",
        include_str!("../../fixtures/upkeep/releases.toml"),
    ),
    (NOTES, include_str!("../../fixtures/upkeep/notes.md")),
    (
        "documents/news.md",
        include_str!("../../fixtures/upkeep/news.md"),
    ),
    (
        "samples/pep-758/bare.py",
        include_str!("../../fixtures/upkeep/bare.py"),
    ),
    (
        "verify/exceptions.toml",
        include_str!("../../fixtures/upkeep/exceptions.toml"),
    ),
    (
        "verify/goals.toml",
        include_str!("../../fixtures/upkeep/goals.toml"),
    ),
    ("verify/slugs.txt", "gh-1\ngh-2\npep-758\n"),
    (
        "verify/plain-words.toml",
        "[instead]\nwants = \"requires\"\n\"is told\" = \"receives\"\n",
    ),
    ("verify/words.txt", "# Names.\nCPython\niterable\n"),
    (
        "dictionary/index.aff",
        include_str!("../../fixtures/upkeep/english.aff"),
    ),
    (
        "dictionary/index.dic",
        include_str!("../../fixtures/upkeep/english.dic"),
    ),
];

impl Assets {
    /// Assets without mistakes.
    pub(super) fn sound() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("whats-new-upkeep-{}-{count}", std::process::id());
        let assets = Self {
            folder: std::env::temp_dir().join(name),
            has_reference: false,
        };
        for (path, text) in FILES {
            assets.write(path, text);
        }
        assets
    }

    /// Adds a reference with nothing that the assets lack.
    pub(super) fn with_reference(mut self) -> Self {
        self.has_reference = true;
        self.write(
            "reference/whatsnew/3.14.txt",
            include_str!("../../fixtures/upkeep/reference.txt"),
        );
        self
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).expect(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a writable folder");
    }

    /// Replaces a text in a file.
    #[track_caller]
    pub(super) fn change(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.read(path);
        assert!(text.contains(from), "`{from}` stands in {path}");
        self.write(path, &text.replacen(from, to, 1));
        self
    }

    /// Appends a text to a file.
    pub(super) fn append(self, path: &str, text: &str) -> Self {
        self.write(path, &(self.read(path) + text));
        self
    }

    #[track_caller]
    pub(super) fn verify(&self) -> Report {
        let reference = self.folder.join("reference");
        let options = Options {
            assets: self.folder.clone(),
            dictionary: self.folder.join("dictionary"),
            spelling: Spelling::Required,
            reference: self.has_reference.then_some(reference),
        };
        verify(&options).expect("assets that can be read")
    }

    /// Records the slugs. Returns the number of new ones.
    #[track_caller]
    pub(super) fn record(&self) -> usize {
        record(&self.folder).expect("assets that can be read")
    }

    /// The diagnostics, as the report shows them.
    #[track_caller]
    pub(super) fn problems(&self) -> Vec<String> {
        let folder = format!("{}/", self.folder.display());
        let diagnostics = self.verify().diagnostics.into_iter();
        diagnostics
            .map(|diagnostic| diagnostic.to_string().replace(&folder, ""))
            .collect()
    }

    /// Fails unless there is exactly one diagnostic: with this code, at this line of this
    /// file, and with these words in its message or help.
    #[track_caller]
    pub(super) fn fails(self, code: Code, path: &str, line: u32, message: &str) {
        let problem = self.problem();
        assert!(
            problem.starts_with(&format!("{path}:{line}:")),
            "expected {path}:{line}: {problem}"
        );
        let marked = format!(": error[{}]: ", code.key());
        assert!(problem.contains(&marked), "no `{marked}` in: {problem}");
        assert!(problem.contains(message), "no `{message}` in: {problem}");
    }

    /// The only diagnostic.
    #[track_caller]
    pub(super) fn problem(&self) -> String {
        let problems = self.problems();
        let [problem] = problems.as_slice() else {
            panic!("one problem is expected:\n{}", problems.join("\n"));
        };
        problem.clone()
    }
}

impl Drop for Assets {
    fn drop(&mut self) {
        // Failing to remove a temporary folder does not matter.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
