use super::*;
use std::fs;

/// Small assets in a temporary folder, removed when the test ends.
struct Assets(PathBuf);

impl Assets {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("whats-new-{}-{name}", std::process::id()));
        let assets = Self(folder);
        assets.write(
            "facts/peps.toml",
            "as_of = 2026-08-22\n[peps]\n758 = { title = 'Except', status = 'final', \
             type = 'standards-track', created = 2024-09-30, versions = ['3.14'] }\n",
        );
        assets.write("facts/releases.toml", "as_of = 2026-08-22\n[series]\n");
        assets.write("search/thesaurus.toml", "[aliases]\npep-758 = ['bare']\n");
        assets.write(
            "documents/notes/3.14.md",
            "---\ntitle: Notes\nseries: '3.14'\n---\n\n\
             ## Except {#pep-758 kind=changed}\n\nText.\n",
        );
        assets.write(
            "samples/pep-758/bare.py",
            "# /// sample\n# feature = 'pep-758'\n# title = 'Bare'\n# order = 1\n\
             # note = 'Why.'\n# [expect]\n# '3.14..' = 'runs'\n# ///\npass\n",
        );
        assets
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        let folder = path.parent().expect("a file in a folder");
        fs::create_dir_all(folder).expect("a folder for it");
        fs::write(path, text).expect("a writable folder");
    }

    /// The error after the text of a file has been replaced.
    #[track_caller]
    fn problem_with(self, path: &str, text: impl AsRef<[u8]>) -> String {
        self.write(path, text);
        let error = read(&self.0).expect_err("something wrong");
        error.to_string()
    }
}

impl Drop for Assets {
    fn drop(&mut self) {
        // A temporary folder that is left behind does not fail the test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn contains(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "no `{part}` in: {message}");
    }
}

#[test]
fn reads_folders_within_folders() {
    let assets = Assets::new("reads");
    assets.write("documents/README.txt", "no document");
    let library = read(&assets.0).expect("flawless assets");
    assert_eq!(library.catalogue.documents[0].slug, "notes/3.14");
    assert_eq!(library.catalogue.features[0].samples, ["pep-758/bare"]);
}

#[test]
fn a_diagnostic_names_its_file_and_place() {
    let message = Assets::new("warning").problem_with(
        "documents/bad.md",
        "---\ntitle: Bad\nseries: '3.14'\n---\n\n## A {#gh-1 kind=new}\n\nText.\n",
    );
    contains(
        &message,
        &["documents/bad.md:6:18: error[kind]: `new` is not a valid kind; use `added`"],
    );
}

#[test]
fn all_problems_come_at_once() {
    let message = Assets::new("all").problem_with(
        "documents/bad.md",
        "---\ntitle: Bad\nseries: '3.14'\n---\n\n## A {#gh-1 kind=new}\n\nText.\n\n\
         ## B {#pep-9999 kind=added related=gh-2}\n\nText.\n",
    );
    contains(
        &message,
        &[
            "bad.md:6:18: error[kind]",
            "bad.md:10:7: error[pep]: PEP 9999 is not",
            "bad.md:10:36: error[related]: `gh-2` is not a feature; name",
        ],
    );
    assert_eq!(message.lines().count(), 4, "{message}");
}

#[test]
fn a_document_beyond_the_limit_is_named() {
    let text = vec![b'a'; document::MAX_BYTES + 1];
    let message = Assets::new("large").problem_with("documents/large.md", text);
    contains(&message, &["documents/large.md: ", "16 MiB"]);
}

#[test]
fn a_broken_fact_table_is_named_with_the_line() {
    let message = Assets::new("peps").problem_with(
        "facts/peps.toml",
        "as_of = 2026-08-22\n[peps]\n\n758 = { title = 3 }\n",
    );
    contains(&message, &["facts/peps.toml: ", "line 4"]);
    let message = Assets::new("releases")
        .problem_with("facts/releases.toml", "as_of = 2026-08-22\nseries = 3\n");
    contains(&message, &["facts/releases.toml: ", "line 2"]);
    let message = Assets::new("number").problem_with(
        "facts/peps.toml",
        "as_of = 2026-08-22\n[peps]\nx = { title = 'X', status = 'final', type = 'process', \
         created = 2024-09-30 }\n",
    );
    contains(
        &message,
        &["facts/peps.toml: ", "`x` is not a valid PEP number"],
    );
}

#[test]
fn a_broken_sample_is_named_with_the_line() {
    let message = Assets::new("sample").problem_with(
        "samples/pep-758/open.py",
        "# /// sample\n# feature = 'pep-758'\npass\n",
    );
    contains(
        &message,
        &[
            "samples/pep-758/open.py:3:1: error[sample]: a line of the header is not a comment; begin",
        ],
    );
}

#[test]
fn a_sample_of_no_feature_is_named() {
    let message = Assets::new("stray").problem_with(
        "samples/pep-1/x.py",
        "# /// sample\n# feature = 'pep-1'\n# title = 'X'\n# order = 1\n\
         # note = 'Why.'\n# [expect]\n# '3.14..' = 'runs'\n# ///\npass\n",
    );
    contains(
        &message,
        &["samples/pep-1/x.py:2:14: error[sample]: `pep-1` is not a feature; name one"],
    );
}

#[test]
fn aliases_of_no_feature_are_named_with_the_one_that_was_meant() {
    let message = Assets::new("aliases")
        .problem_with("search/thesaurus.toml", "[aliases]\npep-785 = ['bare']\n");
    contains(
        &message,
        &[
            "thesaurus.toml:2:1: error[thesaurus]: `pep-785` is not a feature; did you mean `pep-758`?",
        ],
    );
}

#[test]
fn a_missing_folder_is_named() {
    let assets = Assets::new("missing");
    fs::remove_dir_all(assets.0.join("samples")).expect("a removable folder");
    let message = read(&assets.0).expect_err("no samples").to_string();
    contains(&message, &["samples: ", "the project's `assets`"]);
}

#[test]
fn own_documents_are_added_to_the_project_s_or_replace_them() {
    let assets = Assets::new("beside");
    let own = Assets::new("own");
    own.write(
        "documents/notes/mine.md",
        "# Python 3.15\n\n## Mine {#gh-5 kind=added}\n",
    );
    let folder = own.0.join("documents/notes");
    fs::remove_file(folder.join("3.14.md")).expect("a removable file");
    let library = |only| {
        let mut sources = Sources::read(&assets.0).expect("readable assets");
        sources.add(&folder, only).expect("a folder of documents");
        sources.library_with_diagnostics()
    };
    let slugs = |library: &Library| -> Vec<String> {
        let entries = library.catalogue.documents.iter();
        entries.map(|entry| entry.slug.clone()).collect()
    };
    let (beside, problems) = library(false);
    assert_eq!(
        (slugs(&beside), problems),
        (vec!["mine".into(), "notes/3.14".into()], Vec::new())
    );
    assert_eq!(beside.samples.len(), 1);
    let (alone, problems) = library(true);
    assert_eq!((slugs(&alone), problems), (vec!["mine".into()], Vec::new()));
    assert_eq!(alone.samples, []);
}

#[test]
fn problems_in_own_documents_are_reported_with_file_and_line() {
    let assets = Assets::new("odd");
    let mut sources = Sources::read(&assets.0).expect("readable assets");
    let own = Assets::new("odd-own");
    own.write(
        "mine/odd.md",
        "# Odd\n\n## A {#pep-9999 kind=new series=3.14}\n\n[a](#?feature=no)",
    );
    sources
        .add(&own.0.join("mine"), false)
        .expect("a folder of documents");
    let (library, problems) = sources.library_with_diagnostics();
    assert!(
        library.catalogue.document("odd").is_some(),
        "it is bundled all the same"
    );
    let reported: Vec<String> = problems.iter().map(ToString::to_string).collect();
    contains(
        &reported.join("\n"),
        &[
            "mine/odd.md:3:22: error[kind]: `new` is not",
            "mine/odd.md:3:7: error[pep]: PEP 9999",
            "mine/odd.md:5:1: error[link]: `no` is not a feature",
        ],
    );
}

#[test]
fn a_folder_without_documents_and_a_name_that_is_taken_are_refused() {
    let assets = Assets::new("refused");
    let mut sources = Sources::read(&assets.0).expect("readable assets");
    let mut problem = |folder: &str| {
        let error = sources.add(&assets.0.join(folder), false);
        error.expect_err("no such folder").to_string()
    };
    contains(&problem("samples"), &["samples: no Markdown file"]);
    contains(&problem("nowhere"), &["nowhere: ", "check the name"]);
    contains(
        &problem("documents"),
        &["documents/notes/3.14.md: ", "`notes/3.14`", "rename"],
    );
}
