//! Code that cannot be run: in a copy without runtimes, if the host cannot be loaded, and in
//! samples that no browser can run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use harness::{Key, Site, explore, visit_site};

#[test]
fn a_copy_without_runtimes_says_so_and_still_analyses() {
    let site = Site::without_runtimes();
    visit_site(&site, "#?view=try&sample=pep-758/bare", |page| {
        page.wait_for("the findings and the remark", |page| {
            page.count(".strip") == 1 && page.text("run-panel").contains("cannot run code")
        });
        assert_eq!(page.count("run-panel button"), 0);
        page.keys_with(Key::Control, Key::Enter);
        page.assert_accessible();
        page.write("x = = 1\n");
        page.wait_for("what the analyzer says", |page| {
            page.text(".findings").contains("Line 1, column 5")
        });
        page.arrive("#?q=walrus").wait_for("the search", |page| {
            page.rows().contains(&"pep-572".to_owned())
        });
        for (fragment, heading) in [
            (
                "#?view=upgrade&from=3.13&to=3.14",
                "From Python 3.13 to 3.14",
            ),
            ("#?view=releases", "Python 3."),
            ("#?view=documents", "Fact checks"),
        ] {
            page.arrive(fragment);
            page.wait_for(heading, |page| page.text("main h1").contains(heading));
        }
    });
    let names = fs::read_dir(site.directory()).expect("the site");
    let names = names.map(|entry| entry.expect("an entry").file_name());
    assert!(
        !names
            .into_iter()
            .any(|name| name.to_string_lossy().starts_with("runtime")),
        "nothing that runs Python"
    );
}

#[test]
fn a_host_that_was_missing_is_requested_again() {
    let mut host = Vec::new();
    let site = Site::changed(|directory| {
        let path = host_of(directory)?;
        host = fs::read(&path)?;
        fs::remove_file(path)
    });
    visit_site(&site, "#?view=try&sample=scratch&run=3.14", |page| {
        page.wait_for("the button", |page| page.count("run-panel .primary") == 1);
        page.expect_error("404").allow_error("disallowed MIME type");
        page.write("print('here')\n");
        page.click_text("run-panel button", "Run");
        page.wait_for("the cause", |page| {
            page.ran("3.14").contains("host.mjs, a part of the runtime")
        });
        fs::write(host_of(site.directory()).expect("its folder"), &host).expect("it is back");
        page.click("[aria-label^='Retry Python 3.14']");
        page.wait_for("the run", |page| page.ran("3.14").contains("here"));
        // This browser does not cache the failed load; others do.
        let again = page.loaded().iter().any(|url| url.ends_with("host.mjs?1"));
        assert!(again, "{:?}", page.loaded());
    });
}

/// The path of the module that runs programs, whose folder is named by content.
fn host_of(site: &Path) -> io::Result<PathBuf> {
    let entries = fs::read_dir(site)?.collect::<io::Result<Vec<_>>>()?;
    let is_its =
        |entry: &&fs::DirEntry| entry.file_name().to_string_lossy().starts_with("runtime-");
    let folder = entries.iter().find(is_its).ok_or(io::ErrorKind::NotFound)?;
    Ok(folder.path().join("host.mjs"))
}

#[test]
fn recorded_output_is_shown_where_no_browser_can_run_the_sample() {
    explore("#?view=try&sample=pep-734/greeting", |page| {
        page.wait_for("the recording", |page| {
            page.text(".run h3") == "Recorded output"
        });
        let shown = page.text(".run");
        assert!(
            shown
                .contains("A browser’s CPython cannot run this. There are no further interpreters"),
            "{shown}"
        );
        assert!(
            shown.contains("Recorded on CPython 3.14.10, 3.15.2"),
            "{shown}"
        );
        assert!(
            !shown.contains("3.13.0"),
            "where nothing was printed: {shown}"
        );
        assert_eq!(
            page.text("[aria-label='Recorded output']"),
            "hello from worker\nback in main [0, 1]\n"
        );
        assert_eq!(page.count("run-panel"), 0);
        assert!(
            page.text(".expectations")
                .contains("3.8 to 3.13 ImportError")
        );
        page.assert_accessible();
        page.write("print('mine')\n");
        page.wait_for("what runs it", |page| page.count("run-panel") == 1);
    });
}
