//! Messages if a part of the page is missing or damaged. There is always one, and it says what
//! to do.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use harness::{Key, Page, Site, visit_site};

/// Finds a file of the site by its name, in any directory.
fn find(directory: &Path, name: &str) -> io::Result<PathBuf> {
    let mut directories = vec![directory.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory)? {
            let path = entry?.path();
            if path.is_dir() {
                directories.push(path);
            } else if path.file_name().is_some_and(|found| found == name) {
                return Ok(path);
            }
        }
    }
    Err(io::Error::new(io::ErrorKind::NotFound, name.to_owned()))
}

/// The built site with one file changed.
fn with(name: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Site {
    Site::changed(|directory| {
        let path = find(directory, name)?;
        fs::write(&path, change(fs::read(&path)?))
    })
}

/// The built site with one file moved aside.
fn without(name: &str) -> Site {
    Site::changed(|directory| {
        let path = find(directory, name)?;
        fs::rename(&path, path.with_extension("aside"))
    })
}

/// Restores the file that [`without`] moved aside.
fn repair(site: &Site, name: &str) {
    let aside = Path::new(name).with_extension("aside");
    let path = find(site.directory(), &aside.to_string_lossy()).expect("the file put aside");
    fs::rename(&path, path.with_file_name(name)).expect("the file goes back");
}

/// Fails unless the page says why the explorer could not start, keeps the prerendered page,
/// and tries again after a reload.
#[track_caller]
fn assert_refused(site: &Site, reason: &str, logged: Option<&str>) {
    visit_site(site, "", |page| {
        page.expect_error("could not start");
        if let Some(logged) = logged {
            page.expect_error(logged);
        }
        page.wait_for("the reason", |page| {
            page.text("#boot-message[role=alert]").contains(reason)
        });
        assert!(page.text("#boot-message").contains("could not start"));
        assert!(page.count(".results a.row") > 10, "the list can be read");
        assert!(
            !page.is_visible("#search"),
            "controls that need the explorer are hidden"
        );
        page.assert_accessible();
        page.script::<()>("window.before = true", Vec::new());
        page.click_text("#boot-message button", "Reload the page");
        page.wait_for("a page that was loaded anew", |page| {
            page.script("return !window.before", Vec::new())
                && page.text("#boot-message[role=alert]").contains(reason)
        });
    });
}

#[test]
fn a_missing_catalogue() {
    let site = without("catalogue.bin");
    assert_refused(&site, "the server answered 404", Some("catalogue.bin"));
}

#[test]
fn a_damaged_catalogue() {
    let site = with("catalogue.bin", |mut bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xff;
        bytes
    });
    assert_refused(&site, "it arrived damaged", None);
}

#[test]
fn a_catalogue_that_was_cut_short() {
    let site = with("catalogue.bin", |bytes| bytes[..bytes.len() / 2].to_vec());
    assert_refused(&site, "it arrived damaged", None);
}

#[test]
fn a_catalogue_of_another_schema() {
    let site = with("catalogue.bin", |mut bytes| {
        bytes[4] = bytes[4].wrapping_add(1);
        bytes
    });
    assert_refused(
        &site,
        "it was made for another version of the explorer",
        None,
    );
}

#[test]
fn an_error_page_of_the_server_instead_of_the_catalogue() {
    let site = with("catalogue.bin", |_| {
        b"<!doctype html><title>Welcome</title>".to_vec()
    });
    assert_refused(&site, "it is not part of this explorer's data", None);
}

/// Fails unless a missing file that is loaded lazily is reported in its place, the rest of the
/// page works, and trying again succeeds once the file is restored.
#[track_caller]
fn assert_another_try(file: &str, fragment: &str, what: &str, arrived: impl Fn(&Page) -> bool) {
    let site = without(file);
    visit_site(&site, fragment, |page| {
        page.wait_for_explorer().expect_error(file);
        if file.starts_with("split_") {
            // The script that loads the views logs the failure as well.
            page.expect_error("TypeError");
        }
        page.wait_for("what is missing", |page| {
            page.text(".failure[role=alert]")
                .contains(&format!("Could not load {what}"))
        });
        assert!(
            page.count("nav[aria-label='Views'] a") == 7,
            "the rest is there"
        );
        repair(&site, file);
        page.click_text(".failure[role=alert] button", "Try again");
        page.wait_for("what was missing", arrived);
    });
}

#[test]
fn missing_texts_of_a_version() {
    assert_another_try(
        "features-3.14.bin",
        "#?feature=pep-758",
        "the text",
        |page| page.count(".detail h4") > 0,
    );
}

#[test]
fn a_missing_view() {
    assert_another_try("split_upgrade.wasm", "#?view=upgrade", "the view", |page| {
        page.text("main h1").starts_with("From Python")
    });
}

#[test]
fn a_missing_document() {
    let fragment = "#?view=documents&document=cloudsmith-314";
    assert_another_try(
        "document-cloudsmith-314.bin",
        fragment,
        "the document",
        |page| page.text(".reader").contains("PGP"),
    );
}

#[test]
fn missing_samples() {
    assert_another_try("samples.bin", "#?view=try", "the samples", |page| {
        page.count("#code") == 1
    });
}

/// Without the analyzer the editor still works, and trying again loads it.
#[track_caller]
fn assert_analyzer_missed(file: &str) {
    let site = without(file);
    visit_site(&site, "#?view=try&sample=pep-758/bare", |page| {
        // Some browsers log the file, others the script that requested it.
        page.wait_for_explorer().expect_error("/analyzer-");
        page.wait_for("what is missing", |page| {
            page.text(".workbench [role=alert]")
                .contains("analyzer could not be loaded")
        });
        page.paste("#code", "x = 1\n");
        assert_eq!(page.value("#code"), "x = 1\n");
        repair(&site, file);
        page.click_text(".workbench [role=alert] button", "Try again");
        page.wait_for("the findings", |page| page.count(".strip .accepted") == 8);
    });
}

#[test]
fn a_missing_analyzer() {
    assert_analyzer_missed("analyzer_loader.js");
}

#[test]
fn a_missing_script_of_the_analyzer() {
    assert_analyzer_missed("analyzer.js");
}

#[test]
fn missing_code_of_the_analyzer() {
    assert_analyzer_missed("analyzer_bg.wasm");
}

/// Without the search index the filters work, a search for words says that the index could not
/// be loaded, and trying again loads it.
#[test]
fn a_missing_index_of_the_search() {
    let site = without("index.bin");
    visit_site(&site, "#?q=walrus", |page| {
        page.wait_for_explorer().expect_error("index.bin");
        page.wait_for("the reason", |page| {
            page.text(".results .failure")
                .contains("Could not load the search")
        });
        assert_eq!(page.text(".results .count"), "Not searched");
        page.assert_accessible();
        page.arrive("#?kind=removed");
        page.wait_for("the filtered list", |page| page.total().is_some());
        page.go("#?kind=added&q=walrus");
        page.wait_for("the reason again", |page| {
            page.count(".results .failure") == 1
        });
        repair(&site, "index.bin");
        page.click_text(".results .failure button", "Try again");
        page.wait_for("what is meant", |page| {
            page.rows().first().is_some_and(|row| row == "pep-572")
        });
    });
}

/// Rows below the first screen wait for the excerpts, but not for ever.
#[test]
fn missing_excerpts() {
    let site = without("excerpts.bin");
    visit_site(&site, "", |page| {
        page.wait_for_explorer().expect_error("excerpts.bin");
        let total = page.total().expect("a number of features");
        page.wait_for("all series", |page| page.listed() == total);
    });
}

/// Without the code that draws an open feature the list stays, and trying again opens it.
#[test]
fn missing_code_of_an_open_feature() {
    let site = without("split_detail.wasm");
    visit_site(&site, "", |page| {
        page.wait_for_explorer().expect_error("split_detail.wasm");
        page.expect_error("TypeError");
        page.click("a.row");
        page.wait_for("the reason", |page| {
            page.text(".explore .failure")
                .contains("Could not load the feature")
        });
        repair(&site, "split_detail.wasm");
        page.click_text(".explore .failure button", "Try again");
        page.wait_for("the feature", |page| page.is_visible("#detail-title"));
    });
}

/// Without the full editor the plain field stays and says so, and trying again loads it.
#[test]
fn a_missing_editor() {
    let site = without("editor.js");
    visit_site(&site, "#?view=try&sample=pep-758/bare", |page| {
        page.wait_for_explorer().expect_error("editor.js");
        page.wait_for("the scripts", |page| page.count("run-panel .primary") == 1);
        page.fill("#code", "x = 1\n");
        page.wait_for("what is missing", |page| {
            page.text(".editor-note").contains("could not be loaded")
        });
        page.type_text("#code", "y = 2\n");
        page.wait_for("the findings", |page| page.count(".strip .accepted") == 8);
        assert_eq!(page.value("#code"), "x = 1\ny = 2\n");
        page.assert_accessible();
        repair(&site, "editor.js");
        page.click_text(".editor-note button", "Load it again");
        page.wait_for("the full editor", |page| {
            page.has_focus("code-editor[full]") && page.count(".editor-note") == 0
        });
        assert_eq!(page.in_editor(".cm-line"), ["x = 1", "y = 2", ""]);
    });
}

/// Without the scripts that edit code, the field, the findings and running still work, and
/// trying again loads them.
#[test]
fn missing_scripts() {
    let site = without("try.js");
    visit_site(&site, "#?view=try&sample=pep-758/bare", |page| {
        page.wait_for_explorer().expect_error("try.js");
        page.wait_for("what is missing", |page| {
            page.text(".workbench [role=alert]")
                .contains("could not be loaded")
                && page.count(".strip") == 1
        });
        page.fill("#code", "x = 1\n");
        page.wait_for("the findings", |page| page.count(".strip .accepted") == 8);
        page.wait_for("the panel", |page| page.count("run-panel .primary") == 1);
        repair(&site, "try.js");
        page.click_text(".workbench [role=alert] button", "Try again");
        page.wait_for("the scripts", |page| {
            page.count(".workbench [role=alert]") == 0
        });
        page.edit();
    });
}

/// Without the host of the runtimes each version says so, and trying again loads it.
#[test]
fn a_missing_host_of_the_runtimes() {
    let site = without("host.mjs");
    visit_site(&site, "#?view=try&sample=pep-758/bare&run=3.14", |page| {
        page.wait_for_explorer().expect_error("host.mjs");
        page.wait_for("the findings", |page| page.count(".strip") == 1);
        page.run_code();
        assert!(
            page.ran("3.14").contains("could not be fetched"),
            "{}",
            page.ran("3.14")
        );
        assert_eq!(page.count(".strip"), 1, "the analyzer's answer stays");
        page.assert_accessible();
        repair(&site, "host.mjs");
        page.focus("[aria-label^='Retry Python 3.14']")
            .keys(Key::Enter);
        page.wait_for("the output", |page| {
            page.ran("3.14").contains("12 None None")
        });
        assert!(page.has_focus(".column"), "the focus stays in it");
    });
}
