//! Filters in combination: several at once, the counts of their values, removing filters, and
//! the suggestions if nothing is left.

use harness::{Page, explore};

/// Every value of a filter that a link can have, with its count.
fn promises(page: &Page) -> Vec<(String, usize)> {
    page.script(
        "const promises = [];
         for (const box of document.querySelectorAll('.filters [type=checkbox]')) {
           const value = box.id.slice(box.name.length + 1);
           const label = document.querySelector(`label[for='${box.id}'] .number`);
           promises.push([`${box.name}=${value}`, Number(label.textContent)]);
         }
         for (const option of document.querySelectorAll('#usable-in option[value]:not([value=\"\"])')) {
           promises.push([`in=${option.value}`, Number(option.text.match(/\\((\\d+)\\)/)[1])]);
         }
         for (const button of document.querySelectorAll('button[aria-pressed]')) {
           const number = button.querySelector('.number').textContent;
           promises.push([`version=${button.firstChild.textContent}`, Number(number)]);
         }
         return promises",
        Vec::new(),
    )
}

#[test]
fn each_count_is_the_number_of_results_its_value_gives() {
    explore("#?q=type", |page| {
        let promises = promises(page);
        let facets = ["kind", "status", "area", "doc", "in", "version"];
        for facet in facets {
            let found = promises
                .iter()
                .any(|(value, number)| value.starts_with(&format!("{facet}=")) && *number > 0);
            assert!(found, "{facet} has no counts");
        }
        for (value, promised) in promises {
            page.go(&format!("#?{value}&q=type"));
            page.wait_for(&format!("{promised} features with {value}"), |page| {
                page.total() == Some(promised) && page.chips().len() == 2
            });
            assert_eq!(page.listed(), promised, "{value}");
        }
    });
}

#[test]
fn values_of_one_filter_add_up_and_filters_narrow_each_other() {
    explore("", |page| {
        let number = |id: &str| page.number(&format!("label[for='{id}'] .number"));
        let either = number("kind-deprecated").zip(number("kind-removed"));
        let (deprecated, removed) = either.expect("a number beside both kinds");
        page.click("#kind-deprecated").wait_for_total(deprecated);
        assert_eq!(
            number("kind-removed"),
            Some(removed),
            "other values stay in reach"
        );
        page.click("#kind-removed")
            .wait_for_total(deprecated + removed);
        let both = number("area-library").expect("a number beside the area");
        assert!(both < deprecated + removed);
        page.click("#area-library").wait_for_total(both);
        page.choose("#introduced-from", "3.12");
        page.wait_for("four filter values", |page| page.chips().len() == 4);
        assert_eq!(
            page.chips(),
            [
                "Introduced in 3.12 or later",
                "Deprecated",
                "Removed",
                "Standard library"
            ]
        );
        let narrowed = page.total().expect("a number of results");
        assert!(0 < narrowed && narrowed < both, "{narrowed} of {both}");
        let kinds = page.count(".results a.row :is([title='Deprecated'], [title='Removed'])");
        assert_eq!(kinds, page.rows().len());
        assert_eq!(page.listed(), narrowed);
    });
}

#[test]
fn chips_take_filters_away_one_by_one_or_all_at_once() {
    explore(
        "#?version=3.14&status=final&kind=changed,added&pep=758&q=except",
        |page| {
            let chips = [
                "“except”",
                "Introduced in 3.14",
                "PEP 758",
                "Status: Final",
                "Changed",
                "Added",
            ];
            assert_eq!(page.chips(), chips);
            assert_eq!(page.rows(), ["pep-758"]);
            for (index, chip) in chips.iter().enumerate().take(3) {
                page.click(&format!("[aria-label='Remove the filter {chip}']"));
                page.wait_for("a chip less", |page| page.chips() == chips[index + 1..]);
            }
            assert_eq!(page.fragment(), "#?status=final&kind=changed,added");
            page.click("[aria-label='Remove the filter Added']");
            page.wait_for("a chip less", |page| {
                page.chips() == ["Status: Final", "Changed"]
            });
            assert!(!page.is_checked("kind-added") && page.is_checked("kind-changed"));
            page.click_text(".results button", "Clear all");
            page.wait_for("no chips", |page| page.chips().is_empty());
            assert_eq!(page.total(), Some(page.listed()));
            assert_eq!(page.fragment(), "#?");
            assert!(!page.is_checked("kind-changed"));
        },
    );
}

#[test]
fn no_results_offer_filters_to_remove() {
    explore("#?pep=758&kind=removed", |page| {
        assert_eq!(page.total(), Some(0));
        assert!(page.text(".results").contains("No results"));
        let offers = page.texts(".results .loosen button");
        assert_eq!(offers.len(), 2, "{offers:?}");
        assert!(
            offers.contains(&"Without the kind: 1".to_owned()),
            "{offers:?}"
        );
        page.click_text(".results button", "Without the kind");
        page.wait_for_total(1);
        assert_eq!(page.rows(), ["pep-758"]);
        assert_eq!(page.chips(), ["PEP 758"]);

        page.arrive("#?pep=760&q=qqqqqqqqq+wwwwwwwww");
        assert!(page.text(".results").contains("clear all filters"));
        page.click_text(".results button", "Clear all");
        page.wait_for("everything", |page| {
            page.total().is_some_and(|total| total > 1)
        });
    });
}

#[test]
fn a_pep_without_a_feature_is_still_known() {
    explore("#?pep=760", |page| {
        assert_eq!(page.total(), Some(0));
        page.wait_for("the PEP", |page| {
            page.text(".results").contains("PEP 760, No More")
        });
        let shown = page.text(".results");
        assert!(
            shown.contains("PEP 760, No More Bare Excepts, is Withdrawn"),
            "{shown}"
        );
        assert!(shown.contains("created on 2 Oct 2024"), "{shown}");
        let link = page.attribute(".results a[href*='pep-0760']", "href");
        assert_eq!(link.as_deref(), Some("https://peps.python.org/pep-0760/"));
        page.arrive("#?pep=9999");
        page.wait_for("that there is none", |page| {
            page.text(".results").contains("There is no PEP 9999")
        });
    });
}

#[test]
fn values_without_results_are_left_out_unless_they_are_chosen() {
    explore("#?module=asyncio&kind=removed&status=draft", |page| {
        page.wait_for("no result", |page| page.total() == Some(0));
        assert!(page.is_checked("kind-removed") && page.is_checked("status-draft"));
        let zeros: u32 = page.script(
            "return [...document.querySelectorAll('.filters li:has(input:not(:checked)) .number')]
               .filter((number) => number.textContent === '0').length",
            Vec::new(),
        );
        assert_eq!(zeros, 0);
        let order = page.texts(".filters legend");
        let place = |name: &str| order.iter().position(|legend| legend == name);
        assert!(
            place("Kind") < place("PEP") && place("PEP") < place("Status"),
            "{order:?}"
        );
    });
}
