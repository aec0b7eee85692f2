//! What `whatsnew site` leaves in a site.

use super::command_line::{Folder, whatsnew};
use std::fs;

/// A page that can be the template, and another file that knows the bundle.
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

/// Documents of one's own instead of the project's, which take long to render.
fn document(folder: &Folder, text: &str) -> String {
    folder.write("posts/a.md", text);
    format!("{}/posts", folder.text())
}

const GOOD: &str = "# Python 3.14.0\n\n- [PEP 758](https://peps.python.org/pep-0758/): brackets\n";

#[test]
fn bundle_data_and_pages_are_written_at_once() {
    let folder = built("site");
    let posts = document(&folder, GOOD);
    folder.write("bundle/stale.bin", "of an earlier run");
    let arguments = [
        "site",
        "--dist",
        folder.text(),
        "--documents",
        &posts,
        "--only",
    ];
    let said = whatsnew(&arguments).succeeds();
    assert!(said.starts_with("1 features from 1 documents, "), "{said}");
    let page = fs::read_to_string(folder.0.join("feature/pep-758/index.html")).expect("a page");
    assert!(page.contains("data-bundle=\"../../bundle/\""), "{page}");
    assert!(folder.0.join("bundle/catalogue.bin").is_file());
    assert!(!folder.0.join("bundle/stale.bin").exists());
    assert!(folder.0.join("api/v1/catalogue.json").is_file());
}

#[test]
fn a_bundle_that_is_named_by_its_content_is_known_by_that_name() {
    let folder = built("named");
    let posts = document(&folder, GOOD);
    let site = [
        "site",
        "--dist",
        folder.text(),
        "--documents",
        &posts,
        "--only",
    ];
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
fn a_mistake_in_a_document_or_an_address_leaves_the_site_as_it_was() {
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
        run.errors.contains("`example` is no address of a site"),
        "{}",
        run.errors
    );
    let left: Vec<_> = fs::read_dir(&folder.0).expect("a folder").collect();
    assert_eq!(left.len(), 2, "{left:?}");
}
