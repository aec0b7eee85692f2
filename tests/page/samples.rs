//! The samples: the findings in their code while it is edited.

use harness::{Page, explore};

const BARE: &str = "#?view=try&sample=pep-758/bare";

/// Opens a sample and waits for its code, which is loaded with the samples.
#[track_caller]
fn edit(fragment: &str, test: impl FnOnce(&Page)) {
    explore(fragment, |page| {
        page.wait_for("the code", |page| page.count("#code") == 1);
        test(page);
    });
}

/// Every series of the strip with its word, such as `3.13 SyntaxError`.
fn strip(page: &Page) -> Vec<String> {
    page.script(
        "return [...document.querySelectorAll('.strip li')].map((cell) =>
           `${cell.querySelector('.series').textContent} ${cell.querySelector('.word').textContent}`)",
        Vec::new(),
    )
}

/// The strip in which all series up to 3.13 say `until`, and the later ones `then`.
fn split(until: &str, then: &str) -> Vec<String> {
    let word = |minor| if minor <= 13 { until } else { then };
    (8..=15)
        .map(|minor| format!("3.{minor} {}", word(minor)))
        .collect()
}

#[track_caller]
fn wait_for_strip(page: &Page, until: &str, then: &str) {
    let wanted = split(until, then);
    page.wait_for(&format!("the strip {wanted:?}"), |page| {
        strip(page) == wanted
    });
}

#[test]
fn a_sample_is_explained_and_analysed() {
    edit(BARE, |page| {
        wait_for_strip(page, "SyntaxError", "valid");
        assert!(
            page.value("#code")
                .contains("except ValueError, TypeError:")
        );
        let expected = page.texts(".expectations li");
        assert!(
            expected.contains(&"3.14 and later runs".to_owned()),
            "{expected:?}"
        );
        assert!(
            page.text(".expectations")
                .contains("3.10 to 3.13 SyntaxError"),
            "{expected:?}"
        );
        page.click(".workbench header a");
        page.wait_for("its feature", |page| page.fragment() == "#?feature=pep-758");
    });
}

#[test]
fn typing_updates_the_strip_and_the_error() {
    edit(BARE, |page| {
        wait_for_strip(page, "SyntaxError", "valid");
        page.write("try:\n    pass\nexcept (A, B):\n    pass\n");
        wait_for_strip(page, "valid", "valid");
        assert_eq!(page.count(".refusal"), 0);
        page.write("try:\n    pass\nexcept A, B:\n    pass\n");
        wait_for_strip(page, "SyntaxError", "valid");
        let refusal = page.text(".refusal");
        assert!(refusal.contains("3.8"), "{refusal}");
        assert!(refusal.contains("Line 3, column 8"), "{refusal}");
        assert!(refusal.contains("parenthes"), "{refusal}");
        assert!(
            page.text(".refusal pre").starts_with("except A, B:"),
            "{refusal}"
        );
        page.wait_for("a sign beside the line", |page| {
            page.in_editor(".cm-lint-marker-error").len() == 1
        });
        page.write("x = = 1");
        wait_for_strip(page, "SyntaxError", "SyntaxError");
        assert!(
            page.text(".refusal").contains("Line 1, column 5"),
            "{}",
            page.text(".refusal")
        );
        assert!(
            page.text(".syntax [role=status]")
                .contains("SyntaxError in every version")
        );
        assert_eq!(
            page.count(".expectations"),
            0,
            "they speak of the sample, not of this"
        );
    });
}

#[test]
fn annotations_are_explained_for_each_version() {
    edit(
        "#?view=try&sample=pep-649/forward-reference&run=3.14",
        |page| {
            let table = "[aria-label='When each annotation is evaluated']";
            page.write("def first() -> Later: ...\nclass Later: ...\n");
            page.wait_for("the new code's table", |page| {
                page.text(table).contains("Later")
            });
            let shown = page.text(table);
            for part in [
                "Evaluated when its definition runs.",
                "Deferred until it is asked for",
            ] {
                assert!(shown.contains(part), "{part} is not in {shown}");
            }
            page.click_text(".annotations button", "Add code that prints their values");
            page.wait_for("no button", |page| page.count(".annotations button") == 0);
            page.run_code();
            let ran = page.ran("3.14");
            assert!(ran.contains("first  STRING  {'return': 'Later'}"), "{ran}");
            page.write("from __future__ import annotations\ndef first() -> Later: ...\n");
            page.wait_for("strings", |page| {
                page.text(table).contains("kept as a string")
            });
            assert!(
                !page.text(table).contains("Deferred"),
                "{}",
                page.text(table)
            );
            page.write("first = 1\n");
            page.wait_for("no table", |page| page.count(table) == 0);
        },
    );
}

#[test]
fn the_code_goes_into_the_address_and_comes_back_from_it() {
    edit(BARE, |page| {
        let original = page.value("#code");
        page.write("x = 'é & #'\n");
        page.wait_for("the code in the address", |page| {
            page.fragment().contains("deflate=")
        });
        page.reload();
        page.wait_for("the code from the address", |page| {
            page.value("#code") == "x = 'é & #'\n"
        });
        page.click_text(".workbench button", "Reset");
        page.wait_for("the sample", |page| page.value("#code") == original);
        page.wait_for("its own address", |page| page.fragment() == BARE);
        let reset = "document.querySelector('.editor-bar button').disabled";
        page.wait_for("nothing to reset", |page| {
            page.script(&format!("return {reset}"), Vec::new())
        });
    });
}

#[test]
fn code_and_link_can_be_copied() {
    edit(BARE, |page| {
        page.write("print('mine')");
        page.click_text(".workbench button", "Copy code");
        page.wait_for("the answer", |page| {
            page.text(".editor-bar [role=status]") == "Code copied."
        });
        assert_eq!(page.clipboard(), "print('mine')");
        page.click_text(".workbench button", "Copy link");
        page.wait_for("the answer", |page| {
            page.text(".editor-bar [role=status]") == "Link copied."
        });
        let link = page.clipboard();
        let (_, fragment) = link.split_once('#').expect("a link with a fragment");
        page.arrive(&format!("#{fragment}"));
        page.wait_for("the code of the link", |page| {
            page.value("#code") == "print('mine')"
        });
    });
}

#[test]
fn an_empty_editor_and_broken_code_get_a_clear_answer() {
    edit(BARE, |page| {
        page.paste("#code", "");
        page.wait_for("the answer", |page| {
            page.text(".findings").contains("no code yet")
        });
        page.paste("#code", "def (:\n\t]]] '''");
        page.wait_for("the errors", |page| {
            page.text(".refusal").contains("Line 1, column 5")
        });
        page.paste("#code", "x = 1\0\n\0y = 2\n");
        page.wait_for("what is wrong with null characters", |page| {
            page.text(".refusal").to_lowercase().contains("null")
        });
        let deep = format!("x = {}1\n", "-".repeat(50_000));
        page.paste("#code", &deep);
        page.wait_for("the answer", |page| {
            page.text(".findings .state").contains("Line 1")
        });
        page.paste("#code", "x = 1\n");
        wait_for_strip(page, "valid", "valid");
    });
}

#[test]
fn a_megabyte_is_analysed_without_stopping_the_page() {
    edit(BARE, |page| {
        let mut megabyte = "value = compute(1, 2, 3)\n".repeat(1_000_000 / 25);
        megabyte.push_str("except\n");
        page.paste("#code", "short = 1\n");
        page.wait_for("the code in the address", |page| {
            page.fragment().contains("deflate=")
        });
        page.paste("#code", &megabyte);
        page.wait_for("the errors", |page| {
            page.text(".refusal").contains("Line 40001, column 1")
        });
        page.wait_for("an address without so much code", |page| {
            !page.fragment().contains("code=") && !page.fragment().contains("deflate=")
        });
        assert_eq!(page.value("#code").len(), megabyte.len(), "nothing is lost");
        page.click_text(".workbench button", "Copy link");
        page.wait_for("why there is no link", |page| {
            page.text(".editor-bar [role=status]")
                .contains("A link holds at most")
        });
        let larger = "#".repeat((1 << 20) + 1);
        page.paste("#code", &larger);
        page.wait_for("the limit", |page| {
            page.text(".findings .state").contains("1048576 bytes")
        });
        assert_eq!(page.value("#code").len(), larger.len(), "nothing is lost");
    });
}

#[test]
fn the_analyzer_is_loaded_when_it_is_first_needed() {
    explore("#?feature=pep-758", |page| {
        let has = |page: &Page, part: &str| page.loaded().iter().any(|name| name.contains(part));
        page.wait_for("the samples of the feature", |page| {
            page.count(".detail .samples a") > 0
        });
        assert!(has(page, "catalogue"));
        assert!(!has(page, "analyzer"), "{:?}", page.loaded());
        page.click(".detail .samples a");
        wait_for_strip(page, "SyntaxError", "valid");
        assert!(has(page, "analyzer"), "{:?}", page.loaded());
    });
}

#[test]
fn samples_are_listed_by_feature_and_switched() {
    edit("#?view=try", |page| {
        // The analyzer of the sample that is left may still be loading.
        page.allow_error("analyzer.js' failed to load");
        let list = "nav[aria-label='Samples'] a";
        assert!(page.count(list) >= 12, "{:?}", page.texts(list));
        assert_eq!(
            page.text(&format!("{list}[aria-current]")),
            page.text("#sample-title")
        );
        let group = "nav[aria-label='Samples'] details[open] a";
        assert_eq!(page.texts(group).first(), Some(&page.text("#sample-title")));
        page.click_text("nav[aria-label='Samples'] summary", "Python 3.14");
        let opened = "nav[aria-label='Samples'] details[open]";
        page.wait_for("its samples", |page| page.count(opened) == 2);
        let titles = page.texts(group);
        let last = titles.last().expect("samples");
        page.click_text(group, last);
        page.wait_for("the other sample", |page| {
            page.text("#sample-title") == *last
        });
        assert_eq!(page.text(&format!("{list}[aria-current]")), *last);
        page.back();
        page.wait_for("the first sample", |page| {
            page.text("#sample-title") != *last
        });
    });
}
