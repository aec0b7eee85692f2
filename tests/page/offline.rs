//! The explorer without a connection: keeping it, updating to a new version, and removing it.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use xtask::files::copy_folder;

use harness::{Key, Page, Site};

/// The script that writes the service worker when the site is built.
const WRITE: &str = include_str!("../../xtask/src/site/offline.mjs");

/// Checks for a new version, and waits until it is installed or has failed.
const UPDATE: &str = "
return navigator.serviceWorker.getRegistration()
  .then((registration) => registration.update())
  .then(({ installing }) => installing && new Promise((done) => {
    const look = () => {
      if (installing.state !== 'installing') done(installing.state);
    };
    installing.addEventListener('statechange', look);
    look();
  }));
";

const CACHES: &str = "return caches.keys().then((names) => names.filter((name) =>
  name.startsWith('explorer ')))";

/// Opens a page of the site and waits until everything is kept.
#[track_caller]
pub(crate) fn keep(site: &Site) -> Page {
    let page = Page::new(site);
    page.open("");
    wait_until_kept(&page);
    page
}

#[track_caller]
pub(crate) fn wait_until_kept(page: &Page) {
    page.wait_for_explorer();
    page.wait_for("the explorer to be kept", |page| {
        page.text("offline-state").contains("Available offline")
    });
}

fn caches(page: &Page) -> Vec<String> {
    page.script(CACHES, Vec::new())
}

/// Replaces the site by another version, as a new build would: files that are named by content
/// have other names, and the old ones are gone.
fn replace_version(directory: &Path) -> io::Result<()> {
    let page = directory.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(digest) = name.strip_prefix("explorer-") {
            let other = format!("explorer-{}", digest.chars().rev().collect::<String>());
            html = html.replace(&name, &other);
            fs::rename(entry.path(), directory.join(other))?;
        }
    }
    let html = html.replace("<body>", "<body data-edition=\"second\">");
    fs::write(page, html)?;
    write_worker(directory)
}

/// Writes the service worker of a changed site, as a build would.
pub(crate) fn write_worker(directory: &Path) -> io::Result<()> {
    let output = Command::new("node")
        .args(["--input-type=module", "-e", WRITE, "--"])
        .args([Path::new(env!("CARGO_MANIFEST_DIR")), directory])
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(io::Error::other(String::from_utf8_lossy(&output.stderr)))
}

fn is_second(page: &Page) -> bool {
    page.attribute("body", "data-edition").is_some()
}

#[test]
fn the_site_works_offline_after_the_first_visit() {
    let site = Site::built().kept();
    let page = keep(&site);
    drop(site);
    page.reload().wait_for_explorer();
    page.fill("#search", "walrus");
    page.wait_for("the best match", |page| {
        page.rows().first().map(String::as_str) == Some("pep-572")
    });
    for (place, awaited) in [
        ("#?feature=pep-572", ".detail h4"),
        ("#?feature=pep-380", ".detail h4"),
        ("#?view=upgrade&from=3.11&to=3.14", "#main h2"),
        ("#?view=documents&document=cloudsmith-314", ".reader .prose"),
        ("#?view=try&sample=pep-758/bare", ".strip"),
    ] {
        page.go(place);
        page.wait_for(place, |page| page.count(awaited) > 0);
    }
    page.edit();
    page.assert_no_errors();
}

#[test]
fn a_prerendered_page_opens_offline() {
    let site = Site::built().kept();
    let page = keep(&site);
    drop(site);
    page.script::<()>("location.href = 'feature/pep-572/'", Vec::new());
    page.wait_for("the feature", |page| page.count(".detail h4") > 0);
    assert_eq!(page.fragment(), "#?feature=pep-572");
}

#[test]
fn a_new_version_waits_for_the_reader() {
    let site = Site::changed(|_| Ok(())).kept();
    let page = keep(&site);
    page.script::<()>("window.before = true", Vec::new());
    replace_version(site.directory()).expect("another version");
    assert_eq!(page.script::<String>(UPDATE, Vec::new()), "installed");
    page.wait_for("what says so", |page| page.is_visible(".new-version"));
    page.assert_accessible();
    // The view's file belongs to the first version and is no longer on the host.
    page.go("#?view=upgrade&from=3.11&to=3.14");
    page.wait_for("a lazy view", |page| page.count("#main h2") > 0);
    assert!(page.script::<bool>("return window.before === true", Vec::new()));
    page.reload().wait_for_explorer();
    assert!(!is_second(&page), "a reload alone changes nothing");
    page.wait_for("what says so", |page| page.is_visible(".new-version"));
    page.click_text(".new-version button", "Reload");
    page.wait_for("the second version", is_second);
    wait_until_kept(&page);
    assert_eq!(caches(&page).len(), 1, "{:?}", caches(&page));
    drop(site);
    page.reload().wait_for_explorer();
    assert!(is_second(&page));
    page.assert_no_errors();
}

#[test]
fn an_incomplete_version_is_not_installed() {
    let site = Site::changed(|_| Ok(())).kept();
    let page = keep(&site);
    let before = caches(&page);
    replace_version(site.directory()).expect("another version");
    let page_of_another = site.directory().join("index.html");
    fs::write(page_of_another, "<!doctype html>").expect("the page is replaced");
    assert_eq!(page.script::<String>(UPDATE, Vec::new()), "redundant");
    assert_eq!(caches(&page), before);
    assert!(!page.is_visible(".new-version"));
    drop(site);
    page.reload().wait_for_explorer();
    assert!(!is_second(&page), "the first version goes on");
}

#[test]
fn two_copies_of_the_site_on_one_origin_stay_apart() {
    let site = Site::changed(|directory| {
        let second = directory.join("second");
        fs::create_dir(&second)?;
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let (from, to) = (entry.path(), second.join(entry.file_name()));
            if from.is_file() {
                fs::copy(from, to)?;
            } else if entry.file_name().to_string_lossy().contains('-') {
                // Only the files of the explorer; the rest is published data.
                copy_folder(&from, &to)?;
            }
        }
        replace_version(&second)
    })
    .kept();
    let page = keep(&site);
    page.script::<()>("location.href = 'second/'", Vec::new());
    page.wait_for("the second copy", is_second);
    wait_until_kept(&page);
    assert_eq!(caches(&page).len(), 2, "{:?}", caches(&page));
    page.back();
    wait_until_kept(&page);
    page.click_text("offline-state button", "Remove");
    page.wait_for("the end of the first", |page| {
        page.text("offline-state").contains("Not saved")
    });
    page.wait_for("its cache to go", |page| caches(page).len() == 1);
    page.script::<()>("location.href = 'second/'", Vec::new());
    page.wait_for("the second copy", is_second);
    drop(site);
    page.reload().wait_for_explorer();
    assert!(is_second(&page));
}

#[test]
fn removed_files_stay_away_until_the_reader_saves_them_again() {
    let site = Site::built().kept();
    let page = keep(&site);
    page.focus("offline-state button").keys(Key::Enter);
    let gone = |page: &Page| page.text("offline-state").contains("Not saved");
    page.wait_for("the end", gone);
    assert_eq!(page.focused(), "Save", "the focus is where it was");
    page.reload().wait_for_explorer();
    page.wait_for("no new beginning", gone);
    assert_eq!(caches(&page), Vec::<String>::new());
    let workers = "return navigator.serviceWorker.getRegistrations().then(({ length }) => length)";
    assert_eq!(page.script::<usize>(workers, Vec::new()), 0);
    page.click_text("offline-state button", "Save");
    wait_until_kept(&page);
    page.assert_no_errors();
}
