//! Tests of the output and the exit codes of the `whatsnew` program. Those of `inspect` are in
//! other modules.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A temporary folder, removed when the test ends.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("whatsnew-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a writable temporary folder");
        Self(path)
    }

    pub(super) fn text(&self) -> &str {
        self.0.to_str().expect("a path in Unicode")
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a writable folder");
    }
}

/// The project's assets.
pub(super) fn project_assets() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets"))
}

/// Writes assets with the project's facts and one feature, pep-758, into a folder: all that the
/// project has takes long to read. Returns their path.
pub(super) fn small_assets(folder: &Path) -> PathBuf {
    let assets = folder.join("assets");
    for part in ["documents", "facts", "samples"] {
        fs::create_dir_all(assets.join(part)).expect("a folder");
    }
    for table in ["facts/peps.toml", "facts/releases.toml"] {
        fs::copy(project_assets().join(table), assets.join(table)).expect("a table of facts");
    }
    let document = "# Python 3.14.0\n\n- [PEP 758](https://peps.python.org/pep-0758/): brackets\n";
    fs::write(assets.join("documents/a.md"), document).expect("a document");
    assets
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A leftover temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The result of running the program.
pub(super) struct Run {
    pub(super) code: Option<i32>,
    output: String,
    pub(super) errors: String,
}

/// Runs the program in the project's folder.
#[track_caller]
pub(super) fn whatsnew(arguments: &[&str]) -> Run {
    let run = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the program starts");
    Run {
        code: run.status.code(),
        output: String::from_utf8(run.stdout).expect("output in UTF-8"),
        errors: String::from_utf8(run.stderr).expect("errors in UTF-8"),
    }
}

impl Run {
    #[track_caller]
    pub(super) fn succeeds(self) -> String {
        assert_eq!(self.code, Some(0), "{}", self.errors);
        assert_eq!(self.errors, "", "no errors");
        self.output
    }

    #[track_caller]
    pub(super) fn json(self) -> Value {
        serde_json::from_str(&self.succeeds()).expect("JSON")
    }

    /// Asserts that the run failed with a message that contains all `parts`.
    #[track_caller]
    pub(super) fn fails_naming(self, parts: &[&str]) {
        assert_eq!(self.code, Some(1), "{}", self.errors);
        assert_eq!(self.output, "", "no partial output");
        for part in parts {
            assert!(
                self.errors.contains(part),
                "no `{part}` in: {}",
                self.errors
            );
        }
        assert!(!self.errors.contains("panicked"), "{}", self.errors);
    }
}

fn keys(value: &Value) -> BTreeSet<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

#[track_caller]
fn has_keys(value: &Value, expected: &[&str]) {
    let keys = keys(value);
    for key in expected {
        assert!(keys.contains(key), "no `{key}` in {keys:?}");
    }
}

#[test]
fn export_prints_the_whole_catalogue() {
    let exported = whatsnew(&["export"]).json();
    has_keys(
        &exported,
        &["as_of", "features", "peps", "releases", "documents"],
    );
    let features = exported["features"].as_array().expect("a list");
    let feature = features.iter().find(|feature| feature["slug"] == "pep-758");
    let feature = feature.expect("PEP 758");
    has_keys(
        feature,
        &[
            "slug", "title", "kind", "area", "series", "release", "peps", "issues", "names",
            "status", "claims",
        ],
    );
    assert_eq!(feature["series"], "3.14");
    assert_eq!(feature["peps"], serde_json::json!([758]));
    assert_eq!(feature["status"], "final");
    let claims = feature["claims"].as_array().expect("a list");
    has_keys(
        claims.first().expect("a claim"),
        &["document", "date", "verdict", "text"],
    );
    assert!(
        exported["peps"]
            .as_array()
            .is_some_and(|peps| peps.len() > 700)
    );
    let mut releases = exported["releases"].as_array().expect("a list").iter();
    assert!(releases.any(|release| release["number"] == "3.14.0a1"));
}

#[test]
fn search_prints_the_best_match_first() {
    let found = whatsnew(&["search", "pep", "758"]).json();
    let first = &found[0];
    assert_eq!(
        keys(first),
        BTreeSet::from(["slug", "title", "series", "kind"])
    );
    assert_eq!(
        (&first["slug"], &first["series"]),
        (&"pep-758".into(), &"3.14".into())
    );
    assert_eq!(
        whatsnew(&["search", "PEP 758"]).json()[0],
        *first,
        "one word or several"
    );
}

#[test]
fn search_without_matches_prints_an_empty_list() {
    let nothing = whatsnew(&["search", "xyzzyx"]).json();
    assert_eq!(nothing, serde_json::json!([]));
}

#[test]
fn bundle_writes_all_parts_and_prints_their_number() {
    let folder = Folder::new("bundle");
    let output = folder.0.join("made/here");
    let output = output.to_str().expect("a path in Unicode");
    let printed = whatsnew(&["bundle", "--output", output]).succeeds();
    let files: Vec<_> = fs::read_dir(output).expect("a new folder").collect();
    assert!(
        printed.contains(&format!("{} files", files.len())),
        "{printed}"
    );
    for name in ["catalogue.bin", "samples.bin", "features-3.14.bin"] {
        let bytes = fs::read(Path::new(output).join(name)).expect(name);
        assert!(bytes.starts_with(b"WNPY"), "{name}");
    }
    assert_eq!(
        whatsnew(&["bundle", "--output", output]).succeeds(),
        printed,
        "a second run has the same result"
    );
}

#[test]
fn bundle_includes_own_documents() {
    let folder = Folder::new("own");
    folder.write("posts/a.md", "# Python 3.14.0\n\n[x](javascript:y)\n\n- [PEP 758](https://peps.python.org/pep-0758/): brackets\n");
    let output = folder.0.join("out");
    let output = output.to_str().expect("a path in Unicode");
    let posts = folder.0.join("posts");
    let posts = posts.to_str().expect("a path in Unicode");
    let run = whatsnew(&["bundle", "--output", output, "--documents", posts, "--only"]);
    assert_eq!(run.code, Some(0), "{}", run.errors);
    assert!(
        run.errors.contains("posts/a.md:3:1: warning[target]: "),
        "{}",
        run.errors
    );
    assert!(
        run.output.starts_with("1 features from 1 documents, "),
        "{}",
        run.output
    );
    let exists = |name: &str| Path::new(output).join(name).is_file();
    assert!(exists("document-a.bin") && exists("base.bin"));
    let without = whatsnew(&["bundle", "--output", output, "--only"]);
    assert_eq!(without.code, Some(2));
    assert!(without.errors.contains("--documents"), "{}", without.errors);
    whatsnew(&[
        "bundle",
        "--output",
        output,
        "--documents",
        "no/such/folder",
    ])
    .fails_naming(&["no/such/folder", "check the name"]);
}

#[test]
fn bundle_names_a_folder_that_it_cannot_write() {
    let folder = Folder::new("occupied");
    folder.write("file", "");
    let output = folder.0.join("file");
    let output = output.to_str().expect("a path in Unicode");
    let assets = small_assets(&folder.0);
    let assets = assets.to_str().expect("a path in Unicode");
    whatsnew(&["bundle", "--assets", assets, "--output", output])
        .fails_naming(&["whatsnew: ", output]);
}

#[test]
fn publish_writes_into_a_site_and_prints_the_number_of_files() {
    let folder = Folder::new("publish");
    folder.write("index.html", "here before");
    let assets = small_assets(&folder.0);
    let assets = assets.to_str().expect("a path in Unicode");
    let publish = ["publish", "--assets", assets, "--out", folder.text()];
    let run = || whatsnew(&publish).succeeds();
    let printed = run();
    let cards = fs::read_dir(folder.0.join("card")).expect("cards").count();
    assert!(
        printed.contains(&format!("cards: {cards} files, ")),
        "{printed}"
    );
    let page = fs::read_to_string(folder.0.join("index.html"));
    assert_eq!(page.expect("the page"), "here before");
    let feed = || fs::read_to_string(folder.0.join("feeds/all.xml")).expect("a feed");
    let relative = feed();
    assert_eq!(run(), printed, "a second run has the same result");
    assert_eq!(feed(), relative, "the same catalogue gives the same files");
    let site = ["--site", "https://example.org/py"];
    whatsnew(&[&publish[..], &site].concat()).succeeds();
    assert!(!relative.contains("example.org"));
    assert!(feed().contains("\"https://example.org/py/releases/\""));
}

#[test]
fn publish_rejects_an_invalid_address() {
    let run = whatsnew(&["publish", "--out", "no/such", "--site", "example"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.errors.contains("`example` is not a valid site address"),
        "{}",
        run.errors
    );
}

#[test]
fn missing_assets_are_named() {
    for command in [&["export"][..], &["search", "x"], &["bundle"], &["publish"]] {
        let arguments = [command, &["--assets", "no/such/folder"]].concat();
        whatsnew(&arguments).fails_naming(&["whatsnew: no/such/folder", "check that the folder"]);
    }
}

#[test]
fn an_error_in_a_document_is_reported_with_its_line() {
    let folder = Folder::new("broken");
    folder.write("facts/peps.toml", "as_of = 2026-08-22\n[peps]\n");
    folder.write("facts/releases.toml", "as_of = 2026-08-22\n[series]\n");
    folder.write(
        "documents/one.md",
        "---\ntitle: One\nseries: '3.14'\n---\n\n## Odd {#pep-758 kind=new}\n\nText.\n",
    );
    folder.write("samples/readme.txt", "");
    whatsnew(&["export", "--assets", folder.text()]).fails_naming(&[
        "one.md:6:23: error[kind]: `new` is not a valid kind",
        "one.md:6:9: error[pep]: PEP 758 is not in the PEP table",
    ]);
    folder.write("facts/peps.toml", "as_of = 2026-08-22\n[peps]\n758 = 3\n");
    whatsnew(&["export", "--assets", folder.text()]).fails_naming(&["peps.toml", "line 3"]);
}

#[test]
fn an_unknown_command_prints_the_usage() {
    let run = whatsnew(&["improve"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.errors.contains("'improve'") && run.errors.contains("Usage"),
        "{}",
        run.errors
    );
    let help = whatsnew(&["--help"]).succeeds();
    for command in [
        "bundle", "export", "inspect", "publish", "search", "site", "update", "verify",
    ] {
        assert!(help.contains(command), "{help}");
    }
}
