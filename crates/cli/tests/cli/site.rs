//! Tests of `whatsnew site`.

use super::command_line::{Folder, small_assets, whatsnew};
use std::fs;

/// A site with a template and another file that refers to the bundle.
fn built(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "index.html",
        "<html><head><!-- head --></head><body><template data-bundle=\"./bundle/\"></template>\
         <div id=\"app\"></div></body></html>",
    );
    folder.write("embed.js", "load(\"./bundle/\")");
    folder
}

#[test]
fn bundle_data_and_pages_are_written_in_one_run() {
    let folder = built("site");
    let assets = small_assets(&folder.0);
    let assets = assets.to_str().expect("a path in Unicode");
    folder.write("bundle/stale.bin", "of an earlier run");
    let arguments = ["site", "--dist", folder.text(), "--assets", assets];
    let output = whatsnew(&arguments).succeeds();
    assert!(
        output.starts_with("1 features from 1 documents, "),
        "{output}"
    );
    let page = fs::read_to_string(folder.0.join("feature/pep-758/index.html")).expect("a page");
    assert!(page.contains("data-bundle=\"../../bundle/\""), "{page}");
    assert!(folder.0.join("bundle/catalogue.bin").is_file());
    assert!(!folder.0.join("bundle/stale.bin").exists());
    assert!(folder.0.join("api/v1/catalogue.json").is_file());
}

#[test]
fn references_follow_a_bundle_named_by_its_content() {
    let folder = built("named");
    let assets = small_assets(&folder.0);
    let assets = assets.to_str().expect("a path in Unicode");
    let site = ["site", "--dist", folder.text(), "--assets", assets];
    let names = ["--name-in", "index.html", "--name-in", "embed.js"];
    let address = ["--site", "https://example.org/py"];
    whatsnew(&[&site[..], &names, &address].concat()).succeeds();
    let script = fs::read_to_string(folder.0.join("embed.js")).expect("a script");
    let named = script.split('"').nth(1).expect("a reference");
    assert!(named.starts_with("./bundle-"), "{named}");
    assert!(folder.0.join(named).join("catalogue.bin").is_file());
    let page = fs::read_to_string(folder.0.join("pep/758/index.html")).expect("a page");
    let named = named.trim_start_matches("./");
    assert!(page.contains(&format!("\"../../{named}\"")), "{page}");
    assert!(page.contains("https://example.org/py/"), "{page}");
}

#[test]
fn an_error_leaves_the_site_unchanged() {
    let folder = built("untouched");
    let run = whatsnew(&[
        "site",
        "--dist",
        folder.text(),
        "--assets",
        "no/such/folder",
    ]);
    run.fails_naming(&["no/such/folder"]);
    let run = whatsnew(&["site", "--dist", folder.text(), "--site", "example"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.errors.contains("`example` is not a valid site address"),
        "{}",
        run.errors
    );
    let left: Vec<_> = fs::read_dir(&folder.0).expect("a folder").collect();
    assert_eq!(left.len(), 2, "{left:?}");
}
