//! axe-core reports nothing in any view, in both themes and on a phone.

use harness::{Page, explore};

/// Opens a route and waits for an element that is loaded lazily.
fn settle(page: &Page, place: &str, awaited: &str) {
    page.arrive(place);
    page.wait_for(&format!("`{awaited}` at {place:?}"), |page| {
        page.count(awaited) > 0
    });
}

/// Checks the page in the light and in the dark theme.
#[track_caller]
fn assert_both_themes(page: &Page) {
    page.choose(".theme select", "light").assert_accessible();
    page.choose(".theme select", "dark").assert_legible();
}

/// Checks routes on a wide and on a narrow screen, each with a selector of the element to wait
/// for.
#[track_caller]
fn assert_places(places: &[(&str, &str)]) {
    explore("", |page| {
        // In a transition between themes, colours belong to neither.
        page.reduced_motion();
        for width in [1280, 360] {
            page.viewport(width, 900);
            for (place, awaited) in places {
                settle(page, place, awaited);
                assert_both_themes(page);
            }
        }
    });
}

#[test]
fn the_results() {
    assert_places(&[("#?version=3.13..3.14&kind=added,removed&q=type", "a.row")]);
}

#[test]
fn every_feature_at_once() {
    explore("", |page| {
        page.assert_accessible();
    });
}

#[test]
fn an_open_feature() {
    assert_places(&[
        ("#?pep=758&feature=pep-758", ".detail h4"),
        ("#?pep=649&feature=pep-649", ".detail h4"),
        ("#?pep=649&feature=pep-758", ".detail h4"),
    ]);
}

#[test]
fn no_results_and_broken_links() {
    assert_places(&[
        ("#?pep=760&kind=removed", ".loosen button"),
        ("#?version=banana&kind=sideways&pep=758", ".notices"),
        ("#?feature=pep-1234567&pep=758", "main [role=alert]"),
    ]);
}

#[test]
fn the_releases() {
    assert_places(&[
        ("#?view=releases&series=3.14", ".timeline"),
        ("#?view=releases&series=3.15", ".timeline"),
    ]);
}

#[test]
fn the_upgrade_both_ways() {
    assert_places(&[
        ("#?view=upgrade&from=3.13&to=3.14", ".steps .instead"),
        ("#?view=upgrade&from=3.14&to=3.13", ".steps"),
    ]);
}

#[test]
fn the_pictures_as_tables() {
    explore("", |page| {
        page.reduced_motion();
        settle(page, "#?view=releases&series=3.13", ".chart.endings");
        page.script::<()>(
            "document.querySelectorAll('.chart details').forEach((table) => table.open = true)",
            Vec::new(),
        );
        assert_both_themes(page);
    });
}

#[test]
fn the_documents() {
    assert_places(&[("#?view=documents", ".document-list")]);
}

#[test]
fn a_document() {
    assert_places(&[("#?view=documents&document=cloudsmith-314", ".reader .prose")]);
}

#[test]
fn a_sample_about_syntax() {
    assert_places(&[("#?view=try&sample=pep-758/bare", ".strip")]);
}

#[test]
fn a_sample_about_annotations() {
    assert_places(&[(
        "#?view=try&sample=pep-649/forward-reference",
        ".annotations table",
    )]);
}

#[test]
fn the_help() {
    explore("#?pep=758&feature=pep-758", |page| {
        page.reduced_motion()
            .wait_for("the texts", |page| page.count(".detail h4") > 0);
        for theme in ["light", "dark"] {
            page.choose(".theme select", theme);
            page.click("[aria-label='Keyboard and help']");
            page.wait_for("the help", |page| page.is_visible("dialog"));
            page.assert_accessible();
            page.click_text("dialog button", "Close");
        }
    });
}

#[test]
fn open_filters_on_a_phone() {
    explore("", |page| {
        page.viewport(360, 900).arrive("#?pep=758").reduced_motion();
        page.click(".filter-panel summary");
        page.wait_for("the filters", |page| page.is_visible("#kind-changed"));
        assert_both_themes(page);
    });
}
