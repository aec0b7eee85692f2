//! Every filter shows as many results as its counts say, alone and with others.

use harness::{Key, Page, explore};

/// Every heading of the results, such as `Python 3.14`, from the top down.
fn series(page: &Page) -> Vec<(u32, u32)> {
    let headings = page.texts(".results h2 a");
    let series = headings.iter().map(|heading| {
        let (major, minor) = heading.strip_prefix("Python ")?.split_once('.')?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    });
    series
        .collect::<Option<Vec<_>>>()
        .unwrap_or_else(|| panic!("a heading names no series: {headings:?}"))
}

/// Ticks a box and waits for as many results as its count says.
#[track_caller]
fn tick(page: &Page, id: &str) -> usize {
    let promised = page
        .number(&format!("label[for='{id}'] .number"))
        .unwrap_or_else(|| panic!("no number beside {id}"));
    page.click(&format!("[id='{id}']"));
    page.wait_for_total(promised);
    assert!(page.is_checked(id), "{id} is not ticked");
    promised
}

#[test]
fn without_filters_every_feature_is_listed_newest_version_first() {
    explore("", |page| {
        let total = page.total().expect("a number of features");
        assert!(total > 100, "only {total} features");
        assert!(page.chips().is_empty());
        let series = series(page);
        let (last, released) = series.split_last().expect("versions");
        assert_eq!(*last, (3, 16), "the one in development comes last");
        assert!(released.is_sorted_by(|a, b| a > b), "{series:?}");
        assert_eq!(page.listed(), total, "the numbers of the series add up");
    });
}

#[test]
fn a_button_filters_by_the_version_that_introduced_a_feature() {
    explore("", |page| {
        let all = page.total().expect("a number of features");
        let button = "Introduced in";
        let promised: usize = page.script(
            "const button = [...document.querySelectorAll('fieldset button')]
               .find((button) => button.firstChild.textContent === '3.14');
             button.id = 'the-button';
             return Number(button.querySelector('.number').textContent)",
            Vec::new(),
        );
        page.click("#the-button").wait_for_total(promised);
        assert_eq!(series(page), [(3, 14)]);
        assert_eq!(page.chips(), [format!("{button} 3.14")]);
        assert_eq!(
            page.attribute("#the-button", "aria-pressed").as_deref(),
            Some("true")
        );
        assert_eq!(page.value("#introduced-from"), "3.14");
        assert_eq!(page.value("#introduced-to"), "3.14");
        page.click("#the-button").wait_for_total(all);
        assert_eq!(
            page.attribute("#the-button", "aria-pressed").as_deref(),
            Some("false")
        );
        assert!(page.chips().is_empty());
    });
}

#[test]
fn two_fields_filter_by_a_range_of_versions() {
    explore("", |page| {
        page.choose("#introduced-from", "3.10");
        page.wait_for("one filter", |page| {
            page.chips() == ["Introduced in 3.10 or later"]
        });
        assert!(series(page).iter().all(|series| *series >= (3, 10)));
        page.choose("#introduced-to", "3.12");
        page.wait_for("the range", |page| {
            page.chips() == ["Introduced in 3.10 to 3.12"]
        });
        assert_eq!(series(page), [(3, 12), (3, 11), (3, 10)]);
        // An end that passes the other one moves it.
        page.choose("#introduced-from", "3.13");
        page.wait_for("one series", |page| page.chips() == ["Introduced in 3.13"]);
        assert_eq!(page.value("#introduced-to"), "3.13");
        page.choose("#introduced-from", "")
            .choose("#introduced-to", "3.1");
        page.wait_for("an open beginning", |page| {
            page.chips() == ["Introduced in 3.1 or earlier"]
        });
        assert_eq!(series(page), [(3, 1), (3, 0)]);
    });
}

#[test]
fn usable_in_a_version_means_introduced_and_not_yet_removed() {
    explore("", |page| {
        for (chosen, has_asyncore, has_except) in [
            ("3.11", true, false),
            ("3.12", false, false),
            ("3.14", false, true),
        ] {
            page.choose("#usable-in", chosen);
            page.wait_for("the filter", |page| {
                page.chips() == [format!("Available in {chosen}")]
            });
            let has = |words: &str, slug: &str| {
                page.go(&format!("#?in={chosen}&q={words}"));
                page.wait_for("the words", |page| page.chips().len() == 2);
                page.rows().iter().any(|row| row == slug)
            };
            let asyncore = has("asyncore", "3.12-asyncore-asynchat-smtpd");
            assert_eq!(asyncore, has_asyncore, "{chosen}");
            assert_eq!(has("pep+758", "pep-758"), has_except, "{chosen}");
            // It was added in 3.14.0 and reverted in a later release of 3.14.
            assert!(!has("incremental", "3.14-incremental-gc"), "{chosen}");
            page.go("#?");
            page.wait_for("no filter", |page| page.chips().is_empty());
        }
    });
}

#[test]
fn a_number_filters_by_pep() {
    explore("", |page| {
        page.type_text("#pep", "758").submit("#pep");
        page.wait_for("the filter", |page| page.chips() == ["PEP 758"]);
        assert_eq!(page.rows(), ["pep-758"]);
        assert_eq!(
            page.value("#pep"),
            "",
            "the field is ready for the next number"
        );
        assert!(
            page.has_focus("#pep"),
            "the focus went to {}",
            page.focused()
        );
        page.type_text("#pep", "PEP 649").submit("#pep");
        page.wait_for("both", |page| page.chips() == ["PEP 758", "PEP 649"]);
        let rows = page.rows();
        assert!(rows.contains(&"pep-758".to_owned()) && rows.contains(&"pep-649".to_owned()));
    });
}

#[test]
fn an_invalid_pep_number_is_explained_beside_the_field() {
    explore("", |page| {
        let all = page.total();
        page.type_text("#pep", "walrus").submit("#pep");
        page.wait_for("the message", |page| {
            page.text("#pep-problem").contains("walrus")
        });
        assert_eq!(
            page.attribute("#pep", "aria-describedby").as_deref(),
            Some("pep-problem")
        );
        assert_eq!(page.total(), all);
        page.fill("#pep", "572").submit("#pep");
        page.wait_for("the filter", |page| page.chips() == ["PEP 572"]);
        assert_eq!(page.text("#pep-problem"), "");
    });
}

#[test]
fn status_kind_area_and_document_give_the_results_they_count() {
    explore("", |page| {
        tick(page, "status-final");
        let statuses = page.texts(".results a.row .status");
        assert_eq!(statuses.len(), page.rows().len());
        assert!(statuses.iter().all(|status| status == "Final"));
        assert_eq!(page.chips(), ["Status: Final"]);

        page.arrive("");
        let removed = tick(page, "kind-removed");
        assert_eq!(page.listed(), removed);
        let rows = page.rows().len();
        assert_eq!(page.count(".results a.row [title='Removed']"), rows);
        assert_eq!(page.chips(), ["Removed"]);

        page.arrive("");
        tick(page, "area-c-api");
        assert_eq!(page.chips(), ["C API"]);
        page.click(".results a.row");
        page.wait_for("an open feature of the area", |page| {
            page.text(".detail dl").contains("C API")
        });

        page.arrive("");
        tick(page, "doc-cloudsmith-314");
        assert!(
            page.rows().contains(&"gh-128563".to_owned()),
            "{:?}",
            page.rows()
        );
        page.click(".results a.row");
        page.wait_for("an open feature of the document", |page| {
            page.texts(".detail h4")
                .iter()
                .any(|said| said.contains("What you need to know"))
        });
    });
}

#[test]
fn modules_are_chosen_from_the_most_frequent_or_all_of_them() {
    explore("", |page| {
        let modules = |page: &Page| page.texts(".group-module label .label");
        let few = modules(page);
        assert_eq!(few.len(), 8, "{few:?}");
        let numbers: Vec<usize> = page
            .texts(".group-module label .number")
            .iter()
            .filter_map(|number| number.parse().ok())
            .collect();
        assert!(numbers.is_sorted_by(|a, b| a >= b), "{numbers:?}");
        assert_eq!(numbers.len(), few.len());

        // Show all modules and choose a less frequent one, with the keyboard alone.
        let more = ".modules > button";
        assert_eq!(
            page.attribute(more, "aria-expanded").as_deref(),
            Some("false")
        );
        page.focus(more).keys(Key::Enter);
        page.wait_for("all modules", |page| modules(page).len() > 100);
        assert_eq!(
            page.attribute(more, "aria-expanded").as_deref(),
            Some("true")
        );
        let all = modules(page);
        assert!(all.is_sorted(), "by name");
        assert!(!few.contains(&"graphlib".to_owned()));
        page.focus("#module-graphlib");
        let promised = page.number("label[for='module-graphlib'] .number");
        page.keys(" ");
        page.wait_for("the filter", |page| page.chips() == ["graphlib"]);
        assert_eq!(page.total(), promised);
        assert_eq!(page.value("#search"), "module:graphlib ");

        // A chosen module is also among the few.
        page.click(more);
        page.wait_for("the few", |page| modules(page).len() == 9);
        assert!(page.is_checked("module-graphlib"));
        page.click("label[for='module-graphlib']");
        page.wait_for("no filter", |page| page.chips().is_empty());
        assert_eq!(modules(page), few);
    });
}

#[test]
fn words_find_features_while_they_are_typed() {
    explore("", |page| {
        page.type_text("#search", "zstd");
        page.wait_for("what was looked for", |page| {
            page.rows().first().is_some_and(|row| row == "pep-784")
        });
        assert_eq!(page.chips(), ["“zstd”"]);
        assert_eq!(page.total(), Some(page.listed()));
        assert!(page.has_focus("#search"));
        page.fill("#search", "qqqqqqqqq wwwwwwwww");
        page.wait_for("nothing", |page| page.total() == Some(0));
        page.click("[aria-label='Remove the filter “qqqqqqqqq wwwwwwwww”']");
        page.wait_for("everything", |page| page.chips().is_empty());
        assert_eq!(page.value("#search"), "");
    });
}

#[test]
fn filters_pressed_in_quick_succession_all_take_effect() {
    explore("", |page| {
        page.script::<()>(
            "const usable = document.querySelector('#usable-in');
             usable.value = '3.9';
             usable.dispatchEvent(new Event('change', { bubbles: true }));
             document.querySelector('#kind-removed').click();
             document.querySelector('#kind-deprecated').click();",
            Vec::new(),
        );
        page.wait_for("all filters", |page| page.chips().len() == 3);
        page.script::<()>(
            "for (const chip of document.querySelectorAll('.chip')) { chip.click(); chip.click(); }",
            Vec::new(),
        );
        page.wait_for("no filter", |page| page.chips().is_empty());
    });
}

#[test]
fn versions_without_results_are_left_out_unless_they_are_chosen() {
    explore("#?kind=removed", |page| {
        let numbers = || page.texts(".one-series .number");
        let buttons = numbers().len();
        assert!(buttons > 5 && !numbers().contains(&"0".to_owned()));
        page.go("#?kind=removed&version=3.1&area=c-api");
        page.wait_for("fewer buttons", |_| numbers().len() < buttons);
        assert!(page.is_visible("#introduced-in-3\\.1[aria-pressed=true]"));
        let options = page.texts("#usable-in option").concat();
        assert!(!options.contains("(0)"), "{options}");
    });
}
