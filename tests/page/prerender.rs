//! The prerendered pages: what they show without scripts, and how the explorer replaces them.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use harness::{Key, Page, Site, visit, visit_site};

/// Pages of every kind.
const PAGES: &[&str] = &[
    "",
    "3.14/",
    "pep/758/",
    "feature/pep-758/",
    "module/functools/",
    "releases/",
    "documents/",
    "errors/",
    "documents/whatsnew/3.14/",
];

/// The site with a start-up script that the test runs when it is ready.
fn held() -> Site {
    Site::changed(|directory| {
        for page in PAGES {
            hold(&directory.join(page).join("index.html"))?;
        }
        Ok(())
    })
}

/// Disables the script in a page that starts the explorer.
fn hold(page: &Path) -> std::io::Result<()> {
    let html = fs::read_to_string(page)?;
    let held = html.replace("<script type=\"module\" src=", "<link id=\"start\" href=");
    assert_ne!(html, held, "{}", page.display());
    fs::write(page, held)
}

/// Starts the explorer of a [`held`] page and waits until it runs.
#[track_caller]
fn start(page: &Page) {
    // As a script of the page: a module that Firefox imports for a test runs in another
    // context, in which the explorer sometimes loses what it stores on elements.
    page.script::<()>(
        "const script = document.createElement('script');
         script.type = 'module';
         script.src = document.getElementById('start').href;
         document.head.append(script);",
        Vec::new(),
    );
    page.wait_for_explorer();
}

#[test]
fn the_pages_work_and_link_to_each_other_without_scripts() {
    visit("", |page| {
        page.without_scripts().open("");
        assert!(page.text("h1").contains("What’s new in Python"));
        assert!(page.is_visible(".results a.row .lead"));
        assert!(!page.is_visible("#search") && !page.is_visible(".filter-panel"));
        assert!(page.is_visible(".boot-note"));
        page.click("#series-3\\.14 a");
        page.wait_for("the series", |page| page.url().ends_with("/sub/path/3.14/"));
        assert_eq!(page.text("h1"), "What’s new in Python 3.14");
        page.click("a[href$='/feature/pep-758/']");
        page.wait_for("the feature", |page| {
            page.url().ends_with("/sub/path/feature/pep-758/")
        });
        assert!(page.text("h1").contains("without parentheses"));
        assert!(
            page.text(".prose")
                .contains("parentheses are still required")
        );
        assert!(page.title().contains("without parentheses · Python 3.14"));
        page.click_text(".breadcrumb a", "PEP 758");
        page.wait_for("the PEP", |page| page.url().ends_with("/sub/path/pep/758/"));
        assert!(page.text("h1").starts_with("PEP 758: Allow"));
        page.click(".brand");
        page.wait_for("the first page", |page| page.url().ends_with("/sub/path/"));
    });
}

/// The accessibility checker is a script itself, so the pages are put into the state that they
/// have without scripts.
#[test]
fn the_pages_are_accessible_before_and_without_the_explorer() {
    let site = held();
    visit_site(&site, "", |page| {
        for path in PAGES {
            page.open(path).assert_accessible();
            page.script::<()>(
                "delete document.documentElement.dataset.explorer",
                Vec::new(),
            );
            page.assert_accessible();
            page.viewport(360, 740);
            assert!(!page.scrolls_sideways(), "{path}");
            page.viewport(1280, 900);
        }
    });
}

/// The elements that are drawn on the first screen, without those that only the explorer
/// fills: charts with today's date, the run panel and own documents.
#[track_caller]
fn drawn(page: &Page) -> Vec<String> {
    page.script(
        "const before = (element) => {
           const { content } = getComputedStyle(element, '::before');
           // Not every browser resolves `attr()` here.
           const [, attribute] = content.match(/^attr\\(([-a-z]+)\\)$/) ?? [];
           if (attribute) return element.getAttribute(attribute) ?? '';
           return content.startsWith('\"') ? JSON.parse(content) : '';
         };
         return [...document.querySelectorAll('header.top *, #main *')]
           .filter((element) => element.checkVisibility()
             && !element.closest('svg, .chart, .timeline, select, run-panel')
             && !element.parentElement.closest('own-documents')
             && element.getBoundingClientRect().top < innerHeight)
           .map((element) => {
             const { x, y, width, bottom } = element.getBoundingClientRect();
             const height = Math.min(bottom, innerHeight) - y;
             const own = [...element.childNodes].filter((node) => node.nodeType === 3);
             const text = own.map((node) => node.data).join('') + before(element);
             return `${element.localName} ${[x, y, width, height].map(Math.round)} ${text}`;
           })",
        Vec::new(),
    )
}

/// Whether two elements are drawn the same. Text in several nodes may be some hundredths of a
/// pixel narrower than in one, which rounds to one pixel at most.
fn is_alike(before: &str, after: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split([' ', ',']);
        words.map(str::to_owned).collect()
    };
    let (before, after) = (words(before), words(after));
    before.len() == after.len()
        && before.iter().zip(&after).all(|(before, after)| {
            let numbers = (before.parse::<i32>(), after.parse::<i32>());
            before == after || matches!(numbers, (Ok(one), Ok(other)) if one.abs_diff(other) <= 1)
        })
}

#[test]
fn the_explorer_draws_the_same_in_the_same_place() {
    let site = held();
    visit_site(&site, "", |page| {
        for (width, path) in [
            (1280, ""),
            (1280, "feature/pep-758/"),
            (360, ""),
            (360, "3.14/"),
        ]
        .into_iter()
        .chain(PAGES.iter().map(|path| (1280, *path)))
        {
            page.viewport(width, 800).open(path);
            page.script::<()>(
                "window.shift = 0;
                 new PerformanceObserver((list) => {
                   for (const entry of list.getEntries()) window.shift += entry.value;
                 }).observe({ type: 'layout-shift' });",
                Vec::new(),
            );
            let before = drawn(page);
            start(page);
            let after = drawn(page);
            for (before, after) in before.iter().zip(&after) {
                assert!(
                    is_alike(before, after),
                    "{path} at {width}: {before} became {after}"
                );
            }
            assert_eq!(before.len(), after.len(), "{path} at {width}");
            let shift: f64 = page.script("return window.shift", Vec::new());
            assert!(shift == 0.0, "{path} at {width}: {shift}");
        }
    });
}

#[test]
fn text_typed_before_the_explorer_runs_is_searched() {
    let site = held();
    visit_site(&site, "", |page| {
        page.click("#search").keys("zstd");
        page.script::<()>(
            "document.querySelector('#search').setSelectionRange(1, 3)",
            Vec::new(),
        );
        start(page);
        page.wait_for("the results", |page| page.fragment() == "#?q=zstd");
        assert_eq!(page.value("#search"), "zstd");
        assert!(page.has_focus("#search"));
        let selection: (usize, usize) = page.script(
            "const { selectionStart, selectionEnd } = document.querySelector('#search');
             return [selectionStart, selectionEnd]",
            Vec::new(),
        );
        assert_eq!(selection, (1, 3));
        page.keys(Key::Right + "!");
        page.wait_for("more of it", |page| page.value("#search") == "zst!d");
    });
}

#[test]
fn an_error_pasted_before_the_explorer_runs_is_explained() {
    let site = held();
    visit_site(&site, "errors/", |page| {
        page.fill(
            "#error-text",
            "ModuleNotFoundError: No module named 'distutils'",
        );
        start(page);
        page.wait_for("the explanation", |page| {
            page.text(".explained").contains("distutils was removed")
        });
        assert!(page.has_focus("#error-text"));
    });
}

#[test]
fn the_scroll_position_and_the_focus_are_kept() {
    let site = held();
    visit_site(&site, "3.14/", |page| {
        let link = ".feature-list a[href*='pep-758']";
        page.script::<()>(
            "document.querySelector(arguments[0]).focus();
             scrollTo(0, 1234)",
            vec![json!(link)],
        );
        start(page);
        let scrolled: f64 = page.script("return scrollY", Vec::new());
        assert!((scrolled - 1234.0).abs() < 1.0, "{scrolled}");
        assert!(page.has_focus(link), "the focus is on the same link");
    });
    visit_site(&site, "", |page| {
        page.script::<()>("scrollTo(0, 900)", Vec::new());
        start(page);
        let scrolled: f64 = page.script("return scrollY", Vec::new());
        assert!((scrolled - 900.0).abs() < 1.0, "{scrolled}");
    });
}

#[test]
fn what_is_opened_before_the_explorer_runs_stays_open() {
    // A feature that several documents state.
    let path = "feature/pep-649/";
    let site = Site::changed(|directory| hold(&directory.join(path).join("index.html")));
    visit_site(&site, path, |page| {
        page.click(".statements summary");
        page.wait_for("the statement", |page| {
            page.count(".statements details[open]") == 1
        });
        start(page);
        assert_eq!(page.count(".statements details[open]"), 1);
    });
    visit_site(&held(), "", |page| {
        page.viewport(360, 740).open("");
        // The script that closes the panel is held back with the rest. For a reader it runs
        // long before the explorer does.
        page.script::<()>(
            "document.documentElement.dataset.settled = '';
             document.querySelector('.filter-panel').open = false",
            Vec::new(),
        );
        page.click(".filter-panel summary");
        start(page);
        page.wait_for("the filters", |page| page.is_visible("#kind-removed"));
    });
}

#[test]
fn the_filters_are_drawn_once_their_panel_is_open() {
    visit_site(&held(), "", |page| {
        assert_eq!(page.count(".filters"), 0, "not in the prerendered page");
        start(page);
        page.wait_for("the filters", |page| page.is_visible("#kind-removed"));
        page.viewport(360, 740).open("");
        start(page);
        assert!(!page.is_visible(".filter-panel[open]"), "it begins closed");
        assert_eq!(page.count(".filters"), 0, "and is empty until it opens");
        page.click(".filter-panel summary");
        page.wait_for("the filters", |page| page.is_visible("#kind-removed"));
    });
}

/// A page of one thing is complete before any file of the explorer is requested.
#[test]
fn a_page_of_one_thing_is_complete_before_the_explorer_loads() {
    visit("feature/pep-758/", |page| {
        page.wait_for_explorer();
        let (whole, asked): (f64, f64) = page.script(
            "const [page] = performance.getEntriesByType('navigation');
             const files = performance.getEntriesByType('resource');
             const program = files.find(({ name }) => name.endsWith('explorer_bg.wasm'));
             return [page.domComplete, program.startTime]",
            Vec::new(),
        );
        assert!(whole <= asked, "whole at {whole}, asked at {asked}");
    });
}

#[test]
fn a_fragment_hides_the_prerendered_page_from_the_start() {
    let site = held();
    visit_site(&site, "feature/pep-758/#?view=documents", |page| {
        assert!(!page.is_visible("#detail-title"), "it is out of place");
        assert!(page.is_visible("#search"), "the heading stays");
        start(page);
        page.wait_for("the documents", |page| {
            page.text("main h1") == "Fact checks"
        });
        // Without a fragment the page shows its own route again.
        page.go("");
        page.wait_for("the feature", |page| page.is_visible("#detail-title"));
        page.click(".brand");
        page.wait_for("the list", |page| page.count(".results") == 1);
        assert_eq!(page.fragment(), "#?");
    });
}

/// The explorer runs effects right after rendering or, if that took long according to the
/// clock, in a task of their own.
#[test]
fn a_linked_feature_has_the_focus_even_after_a_slow_render() {
    let site = held();
    for clock in ["() => 0", "() => performance.now() * 1000"] {
        // The feature has no row, so only its title can have the focus.
        visit_site(&site, "#?kind=removed&feature=pep-758", |page| {
            page.script::<()>(&format!("Date.now = {clock}"), Vec::new());
            start(page);
            page.wait_for("the focus", |page| page.focused() == "detail-title");
        });
    }
}

#[test]
fn a_button_pressed_before_the_explorer_runs_takes_effect_later() {
    visit_site(&held(), "feature/pep-758/", |page| {
        // The start-up script handles it, as the explorer does not run yet.
        page.script::<()>(
            "const script = document.createElement('script');
             script.type = 'module';
             script.src = document.getElementById('start').href;
             script.onload = () => document.querySelector('.embed-view').click();
             document.head.append(script);",
            Vec::new(),
        );
        page.wait_for_explorer();
        page.wait_for("the dialog", |page| page.count("dialog.embed[open]") == 1);
        assert!(
            page.text("dialog.embed pre")
                .contains("feature=\"pep-758\"")
        );
    });
}

#[test]
fn a_link_followed_before_the_explorer_runs_takes_effect_later() {
    let site = held();
    visit_site(&site, "feature/pep-758/", |page| {
        page.click_text("nav[aria-label='Views'] a", "Upgrade");
        start(page);
        page.wait_for("the upgrade", |page| page.count(".upgrade") == 1);
    });
}

#[test]
fn a_slow_connection_requests_the_largest_file_with_the_page() {
    let site = Site::built();
    site.test_hooks().delay_pages(Duration::from_millis(400));
    // A page of one thing does not load the explorer at once.
    for (place, files) in [("", 1), ("feature/pep-758/", 0)] {
        visit_site(&site, place, |page| {
            let preload = "link[rel=preload][href$='/explorer_bg.wasm']";
            page.wait_for_explorer();
            assert_eq!(page.count(preload), files, "{place:?}");
        });
    }
}

#[test]
fn the_chosen_theme_is_shown_from_the_first_paint() {
    let site = held();
    visit_site(&site, "", |page| {
        page.script::<()>("localStorage.setItem('theme', 'dark')", Vec::new());
        page.open("");
        assert_eq!(page.style("html", "color-scheme"), "dark");
        start(page);
        assert_eq!(page.style("html", "color-scheme"), "dark");
        assert_eq!(page.value(".theme select"), "dark");
    });
}
