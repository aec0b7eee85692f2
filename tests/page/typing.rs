//! Typing is never interrupted, and the help and the search do not lose the focus.

use harness::{Key, Page, Site, explore, visit_site};

/// A route of each kind, as a folder of the site or as a fragment.
const PLACES: &[&str] = &[
    "",
    "feature/pep-649/",
    "pep/649/",
    "3.14/",
    "#?view=upgrade&from=3.12&to=3.14",
    "#?view=releases",
    "#?view=documents",
    "#?view=documents&document=whatsnew/3.14",
    "#?view=try",
    "#?feature=pep-649",
];

/// Types a text into the search, each key once the box shows the previous one, and returns
/// the text in the box.
#[track_caller]
fn type_slowly(page: &Page, place: &str, text: &str) -> String {
    page.click("#search").keys(Key::End);
    let mut typed = page.value("#search");
    for key in text.chars() {
        typed.push(key);
        page.keys(key.to_string());
        let what = format!("{typed:?} in the search at {place:?}");
        page.wait_for(&what, |page| page.value("#search") == typed);
        assert!(page.has_focus("#search"), "{what}");
    }
    typed
}

#[test]
fn typing_is_never_interrupted() {
    let site = Site::built();
    visit_site(&site, "", |page| {
        for place in PLACES {
            page.arrive(place);
            let typed = type_slowly(page, place, "walrus operator");
            page.wait_for("the results", |page| {
                page.chips().contains(&"“walrus operator”".to_owned())
                    && page.fragment().contains("walrus")
            });
            assert_eq!(page.value("#search"), typed, "{place}");
            assert!(page.has_focus("#search"), "{place}");
        }
    });
}

#[test]
fn the_help_opens_at_its_top() {
    explore("", |page| {
        page.viewport(800, 400).keys("?");
        page.wait_for("the help", |page| page.is_visible("dialog[open]"));
        let scrolled: f64 = page.script(
            "return document.querySelector('dialog').scrollTop",
            Vec::new(),
        );
        assert_eq!(scrolled, 0.0);
        assert_eq!(page.focused(), "help-title");
    });
}

#[test]
fn escape_clears_the_search_and_keeps_the_focus_in_it() {
    for place in ["", "#?q=walrus", "#?view=releases"] {
        explore(place, |page| {
            page.click("#search").keys("dict");
            page.wait_for("the word", |page| page.value("#search").ends_with("dict"));
            page.wait_for("the search to clear", |page| {
                page.keys(Key::Escape);
                page.value("#search").is_empty()
            });
            assert!(page.has_focus("#search"), "{place}: {}", page.focused());
        });
    }
}

#[test]
fn escape_on_a_result_leads_back_to_the_search() {
    explore("#?q=walrus", |page| {
        let row = format!("row-{}", page.rows()[0]);
        page.focus(&format!("[id='{row}']")).keys(Key::Escape);
        page.wait_for("the search to clear", |page| page.chips().is_empty());
        assert!(page.has_focus("#search"), "{}", page.focused());
    });
}

#[test]
fn the_keyboard_reaches_the_results_in_few_steps() {
    explore("#?kind=removed", |page| {
        let mut stops = Vec::new();
        while !page.has_focus(".results a.row") {
            page.keys(Key::Tab);
            stops.push(page.focused());
            assert!(stops.len() <= 30, "too many stops: {stops:#?}");
        }
        // The highlights and doors come first here.
        page.arrive("");
        page.keys(Key::Tab).keys(Key::Enter);
        page.wait_for("the results", |page| page.focused() == "results");
    });
}

#[test]
fn arrows_move_within_a_filter() {
    explore("", |page| {
        page.focus("#kind-added").keys(Key::Down).keys(" ");
        page.wait_for("the second kind", |page| page.chips().len() == 1);
        let second = page.focused();
        assert!(
            second.starts_with("kind-") && second != "kind-added",
            "{second}"
        );
        page.keys(Key::Tab);
        assert!(
            !page.has_focus(".group-kind"),
            "one stop: {}",
            page.focused()
        );
        page.keys_with(Key::Shift, Key::Tab);
        assert_eq!(page.focused(), second, "and back to where it was");
        page.keys(Key::Home);
        assert_eq!(page.focused(), "kind-added");
    });
}

#[test]
fn documents_that_arrive_before_the_address_is_written_keep_the_query() {
    explore("#?q=d", |page| {
        page.click("#search").keys("i");
        page.wait_for("the first step", |page| page.fragment() == "#?q=di");
        page.script::<()>(
            "const field = document.querySelector('#search');
             field.value = 'dict';
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));
             setTimeout(() => window.dispatchEvent(new Event('ownparts')));",
            Vec::new(),
        );
        page.wait_for("the address", |page| page.fragment() == "#?q=dict");
        page.wait_for("the results", |page| page.chips() == ["“dict”"]);
        assert_eq!(page.value("#search"), "dict");
    });
}

/// The reload has read the address by then, and the page is still there.
const WRITE_DURING_A_RELOAD: &str = "
addEventListener('beforeunload', () => history.replaceState(null, '', '#?q=walrus'));
";

#[test]
fn what_is_written_while_the_page_reloads_is_kept() {
    explore("", |page| {
        page.script::<()>(WRITE_DURING_A_RELOAD, Vec::new());
        page.reload().wait_for_explorer();
        assert_eq!(page.value("#search"), "walrus");
    });
}

#[test]
fn what_was_typed_right_before_a_reload_is_kept() {
    explore("errors/", |page| {
        page.fill("#error-text", "KeyError: 'x'");
        page.reload().wait_for_explorer();
        assert_eq!(page.value("#error-text"), "KeyError: 'x'");
        page.fill("#error-text", "KeyError: 'y'");
        page.reload().wait_for_explorer();
        assert_eq!(page.value("#error-text"), "KeyError: 'y'");
        page.arrive("errors/");
        assert_eq!(page.value("#error-text"), "", "a new visit starts empty");
    });
}
