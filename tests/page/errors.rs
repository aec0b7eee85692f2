//! Errors explained: in the search box, in a place of their own, and below a run.

use harness::{Page, explore, visit};

#[track_caller]
fn wait_for_answer(page: &Page, words: &str) {
    page.wait_for("the explanation", |page| {
        page.texts(".explained .answer")
            .first()
            .is_some_and(|answer| answer.contains(words))
    });
}

#[test]
fn an_error_in_the_search_box_is_explained_instead_of_searched_for() {
    explore("", |page| {
        page.fill(
            "#search",
            "ModuleNotFoundError: No module named 'distutils'",
        );
        wait_for_answer(page, "distutils was removed in 3.12");
        assert!(page.text(".explained .answer").contains("Instead:"));
        assert_eq!(page.count(".results a.row"), 0);
        assert_eq!(
            page.text("#search-problems"),
            "",
            "its colon is not that of a filter"
        );
        page.assert_accessible();
        page.click(".explained .answer a");
        page.wait_for("the change", |page| {
            page.fragment().contains("feature=pep-632")
        });
    });
}

/// Pastes a text into the element that has the focus. Firefox makes no event with a clipboard
/// of a script, so this is one of another type.
const PASTE: &str = "
const text = arguments[0];
const event = new Event('paste', { bubbles: true, cancelable: true });
Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
document.activeElement.dispatchEvent(event);
";

#[test]
fn line_breaks_pasted_into_the_search_box_are_kept() {
    explore("", |page| {
        page.focus("#search");
        let text = "Traceback (most recent call last):\n    import imp\nModuleNotFoundError: No \
                    module named 'imp'\n";
        page.script::<()>(PASTE, vec![text.into()]);
        wait_for_answer(page, "imp was removed in 3.12");
        let value = page.value("#search");
        assert!(value.contains(" ⏎ ModuleNotFoundError:"), "{value}");
        assert!(page.has_focus("#search"));
    });
}

#[test]
fn a_pasted_traceback_is_explained_and_kept_in_the_address() {
    let text = "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    import \
                imp\nModuleNotFoundError: No module named 'imp'";
    visit("errors/", |page| {
        page.wait_for_explorer();
        assert!(page.text("h1").contains("What went wrong?"));
        assert_eq!(page.count(".error-examples a"), 4);
        page.fill("#error-text", text);
        wait_for_answer(page, "imp was removed in 3.12");
        page.assert_accessible();
        page.reload().wait_for_explorer();
        wait_for_answer(page, "imp was removed in 3.12");
        assert_eq!(page.value("#error-text"), text);
        page.fill(
            "#error-text",
            "ModuleNotFoundError: No module named 'requests'",
        );
        page.wait_for("the remark", |page| {
            page.text(".explained .remark")
                .contains("not in the standard library")
        });
        page.fill("#error-text", "")
            .type_text("#error-text", "ImportError: No module named imp");
        wait_for_answer(page, "imp was removed in 3.12");
        assert_eq!(
            page.value("#error-text"),
            "ImportError: No module named imp",
            "typing is not interrupted"
        );
    });
}

#[test]
fn the_error_of_a_run_leads_to_its_explanation() {
    explore("#?view=try&sample=scratch&run=3.14", |page| {
        page.wait_for("the button", |page| page.count("run-panel .primary") == 1);
        page.write("import distutils\n");
        page.run_code();
        page.click_text(".column a", "Explain this error");
        wait_for_answer(page, "distutils was removed in 3.12");
    });
}
