//! The scratch page, and links with its code.

use harness::{Page, explore};

const SCRATCH: &str = "#?view=try&sample=scratch";

/// Opens a route and waits for its editor.
#[track_caller]
fn at(fragment: &str, test: impl FnOnce(&Page)) {
    explore(fragment, |page| {
        page.wait_for("the field", |page| page.count("#code") == 1);
        test(page);
    });
}

#[test]
fn the_scratch_pad_begins_empty_and_is_among_the_samples() {
    at(SCRATCH, |page| {
        assert_eq!(page.value("#code"), "");
        assert_eq!(page.text("#sample-title"), "Scratch page");
        assert_eq!(
            page.text("nav[aria-label='Samples'] a[aria-current]"),
            "Scratch page"
        );
        assert_eq!(page.count(".expectations"), 0);
        page.wait_for("the panel", |page| page.count("run-panel .primary") == 1);
        page.wait_for("the answer", |page| {
            page.text(".findings").contains("no code yet")
        });
        page.assert_accessible();
    });
}

#[test]
fn a_link_restores_the_code_and_the_versions() {
    at(&format!("{SCRATCH}&run=3.14,3.15"), |page| {
        let code = "# ünïcode 👩‍💻 & \"signs\" #?=%\nfor number in range(3):\n\tprint(number, number, number, number)\n";
        page.write(code);
        page.wait_for("the code in the address", |page| {
            page.fragment().contains("&deflate=")
        });
        page.click_text(".workbench button", "Copy link");
        page.wait_for("the answer", |page| {
            page.text(".editor-bar [role=status]") == "Link copied."
        });
        let link = page.clipboard();
        let (_, fragment) = link.split_once('#').expect("a link with a fragment");
        assert!(fragment.len() < code.len() + 60, "{fragment}");
        page.arrive(&format!("#{fragment}"));
        page.wait_for("the code of the link", |page| page.value("#code") == code);
        page.wait_for("the link's versions", |page| {
            page.is_checked("run-on-3.15") && !page.is_checked("run-on-3.13")
        });
        assert_eq!(page.count(".notices li"), 0);
    });
}

#[test]
fn links_in_the_old_format_are_still_read() {
    at(&format!("{SCRATCH}&code=x+%3D+1%0A"), |page| {
        page.wait_for("the code", |page| page.value("#code") == "x = 1\n");
    });
}

#[test]
fn a_damaged_link_is_reported() {
    at(&format!("{SCRATCH}&deflate=AAAA"), |page| {
        page.wait_for("the remark", |page| {
            page.text(".editor-bar [role=status]")
                .contains("cannot be read")
        });
        assert_eq!(page.value("#code"), "");
    });
}

#[test]
fn a_link_that_unpacks_to_too_much_is_refused() {
    at(SCRATCH, |page| {
        page.wait_for("the panel", |page| page.count("run-panel .primary") == 1);
        let packed = page.packed(&" ".repeat(2 << 20));
        assert!(packed.len() < 10_000, "{}", packed.len());
        page.go(&format!("{SCRATCH}&deflate={packed}"));
        page.wait_for("the remark", |page| {
            page.text(".editor-bar [role=status]")
                .contains("cannot be read")
        });
    });
}

#[test]
fn back_and_forward_restore_the_code() {
    at(&format!("{SCRATCH}&code=first"), |page| {
        page.wait_for("the first", |page| page.value("#code") == "first");
        page.go(&format!("{SCRATCH}&code=second"));
        page.wait_for("the second", |page| page.value("#code") == "second");
        page.edit().back();
        page.wait_for("the first in the full editor", |page| {
            page.in_editor(".cm-line") == ["first"]
        });
    });
}
