//! The search box: words, filters written as words, completions and problems; and highlights
//! in the results.

use harness::{Key, explore};

#[test]
fn the_best_match_comes_first_with_highlights() {
    explore("#?q=wallrus", |page| {
        page.wait_for("results", |page| page.chips() == ["“wallrus”"]);
        assert_eq!(page.rows()[0], "pep-572", "the best match leads");
        assert!(
            page.text(".taken").contains("walrus"),
            "the correction is shown"
        );
        page.fill("#search", "assignment expr");
        page.wait_for("marks", |page| {
            let marked = page.texts("[id='row-pep-572'] .title mark");
            marked == ["Assignment expr"]
        });
        assert_eq!(page.text(".taken"), "");
        page.fill("#search", "when was asyncore removed");
        page.wait_for("the removal", |page| {
            page.rows().first().map(String::as_str) == Some("3.12-asyncore-asynchat-smtpd")
        });
    });
}

#[test]
fn all_rows_and_counts_follow_when_typing_pauses() {
    explore("", |page| {
        page.keys("/").keys("type");
        page.wait_for("the first results", |page| page.chips() == ["“type”"]);
        let total = page.total().expect("a number of results");
        // Twenty rows are a piece of the list.
        page.wait_for("all rows", |page| {
            page.count(".results .piece") == total.div_ceil(20)
        });
        assert_eq!(page.listed(), total);
        page.wait_for("the numbers of the filters", |page| {
            let kinds = page.texts(".group-kind .number");
            let numbers = kinds
                .iter()
                .filter_map(|number| number.parse::<usize>().ok());
            numbers.sum::<usize>() == total
        });
    });
}

#[test]
fn words_yield_one_list_with_the_version_in_each_row() {
    explore("#?q=zstd", |page| {
        page.wait_for("results", |page| !page.rows().is_empty());
        assert_eq!(page.count(".results h2"), 0, "no version has a heading");
        let versions = page.texts(".results a.row .version");
        assert_eq!(versions.len(), page.rows().len());
        assert_eq!(page.rows()[0], "pep-784");
        assert!(versions[0].ends_with("3.14"), "{versions:?}");
        page.click("[aria-label='Remove the filter “zstd”']");
        page.wait_for("the list by version", |page| page.count(".results h2") > 3);
        assert_eq!(page.count(".results a.row .version"), 0);
    });
}

#[test]
fn phrases_are_found_in_excerpts() {
    explore("#?q=%22parses+TOML+files%22", |page| {
        page.wait_for("the feature", |page| {
            page.rows().contains(&"pep-680".to_owned())
        });
        let title = page.text("#row-pep-680 .title");
        assert!(!title.contains("parses"), "{title}");
    });
}

#[test]
fn search_box_chips_and_address_agree() {
    explore("", |page| {
        page.type_text("#search", "kind:removed version:3.12 imp");
        page.wait_for("the chips", |page| {
            page.chips() == ["“imp”", "Introduced in 3.12", "Removed"]
        });
        // The address is debounced.
        page.wait_for("the address", |page| {
            page.fragment() == "#?version=3.12&kind=removed&q=imp"
        });
        assert_eq!(page.value("#search"), "kind:removed version:3.12 imp");
        assert!(page.is_checked("kind-removed"));
        page.click("[aria-label='Remove the filter Introduced in 3.12']");
        page.wait_for("the box", |page| {
            page.value("#search") == "kind:removed imp"
        });
        page.click("[for='kind-removed']");
        page.wait_for("the box", |page| page.value("#search") == "imp");
        page.go("#?q=module:asyncio+has:pep");
        page.wait_for("the filters of the link", |page| {
            page.chips() == ["asyncio", "A PEP"]
        });
        assert_eq!(page.value("#search"), "module:asyncio has:pep ");
    });
}

#[test]
fn filters_are_offered_and_taken_with_the_keyboard() {
    explore("", |page| {
        page.keys("/").keys("kin");
        page.wait_for("the offer", |page| {
            page.texts("#suggestions [role=option] code") == ["kind:"]
        });
        assert_eq!(
            page.attribute("#search", "aria-expanded").as_deref(),
            Some("true")
        );
        page.keys(Key::Down);
        page.wait_for("the offer to be reached", |page| {
            page.attribute("#search", "aria-activedescendant")
                .as_deref()
                == Some("suggestion-0")
        });
        page.keys(Key::Enter);
        page.wait_for("the values", |page| page.value("#search") == "kind:");
        page.wait_for("the values", |page| {
            page.count("#suggestions [role=option]") == 4
        });
        page.assert_accessible();
        page.keys("rem").keys(Key::Down).keys(Key::Enter);
        page.wait_for("the filter", |page| page.chips() == ["Removed"]);
        assert_eq!(page.value("#search"), "kind:removed ");
        assert!(page.has_focus("#search"));
        page.keys("st");
        page.wait_for("an offer", |page| page.is_visible("#suggestions"));
        page.keys(Key::Escape);
        page.wait_for("it to close", |page| !page.is_visible("#suggestions"));
        assert_eq!(
            page.value("#search"),
            "kind:removed st",
            "nothing else is closed"
        );
    });
}

#[test]
fn a_mistake_is_explained_in_place_and_the_rest_works() {
    explore("", |page| {
        page.type_text("#search", "zstd verison:3.12 ");
        page.wait_for("the explanation", |page| {
            page.text("#search-problems")
                .contains("did you mean version:?")
        });
        assert_eq!(page.chips(), ["“zstd”"], "the rest of the query works");
        page.assert_accessible();
        page.fill("#search", "zstd version:3.14");
        page.wait_for("the explanation to go", |page| {
            page.text("#search-problems").is_empty()
        });
        page.wait_for("the results", |page| page.chips().len() == 2);
    });
}

#[test]
fn only_rows_near_the_viewport_are_rendered() {
    explore("", |page| {
        let total = page.total().expect("a total");
        page.wait_for("all series", |page| page.listed() == total);
        let rows = page.rows();
        assert!(total > 300 && rows.len() < 150, "{} of {total}", rows.len());
        let last = "const rows = document.querySelectorAll('.results .piece');
                    rows[rows.length - 1].scrollIntoView()";
        page.script::<()>(last, Vec::new());
        page.wait_for("the last rows", |page| {
            !page.rows().is_empty() && page.rows() != rows
        });
        page.wait_for("the last row", |page| {
            let place = "return [...document.querySelectorAll('.results section')].at(-1)
                           .querySelector('.piece:last-child [role=listitem]:last-child')?.ariaPosInSet ?? ''";
            let size = "return [...document.querySelectorAll('.results section')].at(-1)
                          .querySelector('[role=listitem]')?.ariaSetSize ?? '-'";
            page.script::<String>(place, Vec::new()) == page.script::<String>(size, Vec::new())
        });
        assert!(page.rows().len() < 150);
        page.script::<()>("scrollTo(0, 0)", Vec::new());
        page.wait_for("the first rows", |page| page.rows().first() == rows.first());
    });
    explore("#?feature=pep-3105", |page| {
        page.wait_for("the open row", |page| {
            page.is_in_viewport("[id='row-pep-3105']")
        });
    });
}
