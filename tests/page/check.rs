//! The Check view: code, files, folders and archives, and what is shown of them.

use std::fs;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use harness::{Key, Page, explore, visit, visit_file};
use serde_json::json;

use crate::own_documents::drop_files;

/// Runs on Python 3.9 to 3.11.
const CODE: &str = "import imp\nprint('a'.removeprefix('b'))\n";

#[track_caller]
fn wait_for_verdict(page: &Page, words: &str) {
    page.wait_for("the verdict", |page| {
        page.texts(".check .verdict")
            .first()
            .is_some_and(|verdict| verdict.contains(words))
    });
}

/// The names that were found, in their order.
fn found(page: &Page) -> Vec<String> {
    page.texts(".found .answer-title code")
}

#[test]
fn pasted_code_is_checked_and_kept_in_the_address() {
    visit("check/", |page| {
        page.wait_for_explorer();
        assert!(page.text("h1").contains("Will it run?"));
        page.fill("#check-code", CODE);
        wait_for_verdict(page, "It runs on Python 3.9 to 3.11.");
        assert_eq!(found(page)[0], "imp");
        page.wait_for("what to use instead", |page| {
            page.text(".found").contains("importlib")
        });
        assert!(page.text(".found .places").contains("your code:1"));
        assert!(page.text(".found .places code").contains("import imp"));
        assert!(page.has_focus("#check-code"), "typing is not interrupted");
        page.assert_accessible();
        page.fill("#check-code", &CODE.replace("imp\n", "imp as old\n"));
        page.wait_for("the line as it is now", |page| {
            page.text(".found .places code") == "import imp as old"
        });
        page.fill("#check-code", CODE);
        page.wait_for("the line as it was", |page| {
            page.text(".found .places code") == "import imp"
        });
        page.wait_for("the address", |page| page.fragment().contains("code="));
        page.reload().wait_for_explorer();
        wait_for_verdict(page, "It runs on Python 3.9 to 3.11.");
        assert_eq!(page.value("#check-code"), CODE);
        page.choose("#check-from", "3.12");
        page.wait_for("only what 3.12 meets", |page| {
            found(page).iter().all(|name| name != "str.removeprefix")
        });
        assert!(page.text(".check-result h2").contains("Fails"));
        page.click_text(".found a", "imp");
        page.wait_for("the change", |page| page.text("h1").contains("imp"));
        page.back();
        wait_for_verdict(page, "It runs on Python 3.9 to 3.11.");
        assert_eq!(page.value("#check-code"), CODE, "Back brings it again");
    });
}

#[test]
fn dropped_programs_open_the_view_and_the_result_is_shared() {
    explore("", |page| {
        page.keep_saved_files();
        drop_files(
            page,
            &[
                ("a.py", "import imp\n"),
                ("b.py", "import tomllib\n"),
                ("broken.py", "def f(:\n"),
                ("notes.txt", "no program"),
                (
                    "pyproject.toml",
                    "[project]\nrequires-python = \">=3.10\"\n",
                ),
            ],
        );
        page.wait_for("all files", |page| {
            page.text(".check-result").contains("3 files")
        });
        wait_for_verdict(page, "No version of Python 3 accepts all of it.");
        assert_eq!(page.value("#check-from"), "3.10");
        assert!(page.text(".check-result .places").contains("broken.py:1"));
        page.click(".check-files summary");
        let files = page.texts(".check-files tbody tr");
        assert_eq!(files.len(), 3, "{files:?}");
        page.assert_accessible();
        page.click_text(".tools-bar button", "Download as CSV");
        page.wait_for("the file", |page| !page.saved_file().is_empty());
        let csv = page.saved_file();
        assert!(csv.contains("path,line,column,"), "{csv}");
        assert!(csv.contains("a.py,1,"), "{csv}");
        page.click_text(".tools-bar button", "Copy link");
        page.wait_for("the link", |page| {
            page.texts(".tools-bar [role=status]")
                .contains(&"Link copied.".to_owned())
        });
        let link = page.clipboard();
        page.fill("#check-code", "import tomllib");
        wait_for_verdict(page, "It runs on Python 3.11 and newer.");
        let (_, fragment) = link.split_once('#').expect("a link with a fragment");
        page.arrive(&format!("#{fragment}"));
        wait_for_verdict(page, "No version of Python 3 accepts all of it.");
        assert!(page.text(".check-result").contains("3 files"));
        assert!(page.text(".check-result .places").contains("broken.py:1"));
        assert_eq!(page.value("#check-from"), "3.10");
        assert_eq!(page.value("#check-code"), "", "the link has no code");
    });
}

#[test]
fn a_damaged_link_to_a_result_says_so() {
    explore(
        "#?view=check&code=%23+What+a+check+of+code+found%2C+1%0Afil",
        |page| {
            page.wait_for("the message", |page| {
                page.text(".check [role=alert]")
                    .contains("not the result of a check")
            });
            page.fill("#check-code", CODE);
            wait_for_verdict(page, "It runs on Python 3.9 to 3.11.");
            assert_eq!(page.count(".check [role=alert]"), 0);
        },
    );
}

#[test]
fn what_is_for_older_versions_only_is_listed_by_the_version_to_drop() {
    explore("#?view=check&from=3.10", |page| {
        page.fill(
            "#check-code",
            "import sys\nif sys.version_info < (3, 9):\n    x = 1\ntry:\n    import tomllib\n\
             except ImportError:\n    import tomli as tomllib\n",
        );
        page.wait_for("the leftovers", |page| page.count(".leftovers") == 1);
        assert!(page.text(".leftovers summary").contains("2 places"));
        page.click(".leftovers summary");
        page.wait_for("the versions", |page| page.is_visible(".leftovers h3"));
        assert_eq!(
            page.texts(".leftovers h3"),
            [
                "Now that 3.10 is the oldest version",
                "Once 3.11 is the oldest version"
            ]
        );
        let places = page.texts(".leftovers .places");
        assert!(places[0].contains("your code:2"), "{places:?}");
        assert!(places[1].contains("import tomllib"), "{places:?}");
        page.assert_accessible();
        page.fill("#check-code", "import tomllib\n");
        page.wait_for("nothing left over", |page| page.count(".leftovers") == 0);
    });
}

#[test]
fn a_notebook_and_files_without_programs_are_told_plainly() {
    let notebook = json!({
        "nbformat": 4,
        "cells": [
            { "cell_type": "markdown", "source": "Text." },
            { "cell_type": "code", "source": "x = 1\nimport imp\n" },
        ],
    });
    explore("#?view=check", |page| {
        drop_files(page, &[("a.ipynb", &notebook.to_string())]);
        wait_for_verdict(page, "It runs on Python 3.11 and older.");
        assert!(
            page.text(".found .places")
                .contains("a.ipynb, cell 2, line 2")
        );
        let nested = format!("x = {}1\n", "-".repeat(5_000));
        drop_files(page, &[("deep.py", &nested)]);
        wait_for_verdict(page, "Not all of it could be read.");
        assert!(page.text(".check-result h2").contains("Could not be read"));
        drop_files(page, &[("a.png", "not a picture"), ("b.zip", "no archive")]);
        page.wait_for("the problem", |page| {
            page.text(".check-problems")
                .contains("b.zip could not be checked")
        });
    });
}

/// Drops `count` programs with the same text.
fn drop_alike(page: &Page, count: usize, text: &str) {
    page.script::<()>(
        "const [count, text] = arguments;
         const content = new Blob([text]);
         const dataTransfer = new DataTransfer();
         for (let number = 0; number < count; number++)
           dataTransfer.items.add(new File([content], `${number}.py`));
         for (const type of ['dragover', 'drop'])
           document.body.dispatchEvent(
             new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));",
        vec![json!(count), json!(text)],
    );
}

#[test]
fn a_check_is_cancelled_and_what_was_found_stays() {
    explore("#?view=check", |page| {
        let long = format!("import imp\n{}", "x = [1, 2]\n".repeat(10_000));
        drop_alike(page, 1_000, &long);
        page.wait_for("the first result", |page| found(page) == ["imp"]);
        page.click_text(".check .tools-bar button", "Cancel");
        page.wait_for("the end", |page| {
            page.text(".check .tools-bar").starts_with("Cancelled:")
        });
        assert_eq!(found(page), ["imp"]);
        page.fill("#check-code", "import tomllib");
        wait_for_verdict(page, "It runs on Python 3.11 and newer.");
    });
}

#[test]
fn many_files_are_counted_and_leave_the_page_working() {
    explore("#?view=check", |page| {
        drop_alike(page, 3_000, "import tomllib\n");
        wait_for_verdict(page, "It runs on Python 3.11 and newer.");
        page.wait_for("all files", |page| {
            page.text(".check-result").contains("3000 files")
        });
        assert_eq!(found(page), ["tomllib"]);
    });
}

#[test]
fn an_archive_that_unpacks_to_far_more_than_it_has_is_refused() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bomb.tar.gz");
    let file = fs::File::create(&path).expect("a file for the archive");
    let mut archive = tar::Builder::new(GzEncoder::new(file, Compression::best()));
    let text = vec![b'\n'; 40 << 20];
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o644);
    archive
        .append_data(&mut header, "a.py", &text[..])
        .and_then(|()| archive.into_inner()?.finish())
        .expect("a written archive");
    explore("#?view=check", |page| {
        page.choose_file("#check-files", &path.to_string_lossy());
        page.wait_for("why it is refused", |page| {
            page.text(".check-problems")
                .contains("bomb.tar.gz could not be checked: it unpacks to more than 200 times")
        });
        page.fill("#check-code", "import tomllib");
        wait_for_verdict(page, "It runs on Python 3.11 and newer.");
    });
}

#[test]
fn a_wheel_of_pypi_is_checked() {
    let wheels = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/wheels");
    let wheel = wheels.join("nose-1.3.7-py3-none-any.whl");
    assert!(
        wheel.is_file(),
        "`cargo xtask test page` downloads {}",
        wheel.display()
    );
    explore("#?view=check&from=3.8", |page| {
        page.choose_file("#check-files", &wheel.to_string_lossy());
        page.wait_for("the result", |page| {
            page.text(".check-result").contains("files")
        });
        wait_for_verdict(page, "It runs on Python");
        page.wait_for("what broke it", |page| {
            found(page).contains(&"imp".to_owned())
        });
        let places = page.texts(".found .places").concat();
        assert!(
            places.contains("nose-1.3.7-py3-none-any.whl/nose/importer.py"),
            "{places}"
        );
    });
}

#[test]
fn the_file_checks_without_a_request() {
    visit_file("whats-new.html", "#?view=check", |page| {
        page.wait_for_explorer();
        page.fill("#check-code", CODE);
        wait_for_verdict(page, "It runs on Python 3.9 to 3.11.");
    });
}

#[test]
fn edited_code_says_what_it_needs_of_the_library() {
    explore("#?view=try&sample=scratch", |page| {
        page.edit().write("import imp\n");
        page.wait_for("what it needs", |page| {
            page.texts(".needs")
                .first()
                .is_some_and(|needs| needs.contains("3.11 is the last version that has imp"))
        });
        page.keys(Key::Escape);
        page.click_text(".needs a", "All that depends on the version");
        wait_for_verdict(page, "It runs on Python 3.11 and older.");
    });
}

#[test]
fn a_checklist_shows_only_what_the_checked_code_needs() {
    explore("#?view=check&from=3.9&to=3.14", |page| {
        page.fill("#check-code", "import imp\nimport asyncore\n");
        wait_for_verdict(page, "It runs on Python 3.11 and older.");
        page.click_text(".check .tools-bar a", "As an upgrade checklist");
        page.wait_for("the checklist", |page| page.count("#only-mine") == 1);
        let steps = page.count(".upgrade .steps li");
        page.click("#only-mine");
        page.wait_for("fewer steps", |page| page.count(".upgrade .steps li") < 5);
        assert!(steps > 50, "{steps}");
        assert!(
            page.texts(".upgrade .steps")
                .concat()
                .contains("In your code:1")
        );
        page.assert_accessible();
    });
}
