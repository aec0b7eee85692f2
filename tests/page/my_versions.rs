//! The versions that the reader's code has to run on: chosen once, remembered, in links, and
//! what answers, rows and pages say of them.

use harness::explore;

#[test]
fn one_query_says_whether_a_module_can_be_used() {
    explore("", |page| {
        page.pretend_today("2026-11-30").arrive("#?q=tomllib");
        page.wait_for("the answer", |page| {
            page.text(".answer .support")
                .ends_with("In all supported versions (3.11–3.15): usable.")
        });
        page.choose("#my-versions", "3.9");
        page.choose("[aria-label='Last of my versions']", "3.12");
        page.wait_for("the answer for these versions", |page| {
            page.text(".answer .support").ends_with(
                "In 3.9–3.12: usable in 3.11–3.12; not in 3.9–3.10; backport tomli; \
                 in all once you drop 3.10, which ended on 1 Oct 2026.",
            )
        });
        page.wait_for("the address", |page| {
            page.fragment() == "#?q=tomllib&mine=3.9..3.12"
        });
        assert_eq!(
            page.attribute("#row-pep-680 .lacking", "title").as_deref(),
            Some("not in all your versions yet")
        );
        page.assert_accessible();
    });
}

#[test]
fn the_choice_is_remembered_and_a_link_shows_that_of_its_sender() {
    explore("", |page| {
        page.pretend_today("2026-11-30").arrive("");
        page.choose("#my-versions", "spec0");
        page.wait_for("the marks", |page| page.count(".row .lacking") > 0);
        page.arrive("#?feature=pep-784");
        page.wait_for("the feature", |page| {
            page.text(".compare .support").contains(
                "In the versions of SPEC 0 (3.13–3.15): usable in 3.14–3.15; not in 3.13; \
                 backport backports.zstd; in all from 7 Oct 2027, when 3.13 has ended.",
            )
        });
        page.go("#?feature=pep-784&mine=3.14..");
        page.wait_for("the sender's versions", |page| {
            page.text(".compare .support")
                .ends_with("In 3.14–3.15: usable.")
        });
        page.go("#?feature=pep-784");
        page.wait_for("the remembered versions", |page| {
            page.text(".compare .support").contains("SPEC 0")
        });
        page.choose("#my-versions", "");
        page.wait_for("no choice", |page| {
            page.text(".compare .support")
                .contains("all supported versions")
                && page.count(".row .lacking") == 0
        });
    });
}

#[test]
fn the_page_of_a_removed_module_says_where_it_breaks() {
    explore("#?view=page&module=cgi&name=cgi&mine=3.11..3.14", |page| {
        page.wait_for("the support", |page| {
            page.text(".support").contains(
                "In 3.11–3.14: usable in 3.11–3.12; breaks in 3.13–3.14; deprecated in 3.11–3.12; \
                 backport legacy-cgi (cgi).",
            )
        });
        page.assert_accessible();
    });
}
