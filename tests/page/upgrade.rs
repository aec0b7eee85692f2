//! The upgrade from one series to another, and the strip of an open feature.

use harness::{Key, Page, explore};

/// The headings of the sections, from the top down.
fn sections(page: &Page) -> Vec<String> {
    page.texts(".concern > summary h2")
}

fn wait_for_title(page: &Page, title: &str) {
    page.wait_for(title, |page| page.text("h1") == title);
}

/// The slug of the first step that can be ticked, and the number of steps that are done.
fn first_step(page: &Page) -> String {
    let id = page.attribute(".tick input", "id").unwrap_or_default();
    id.trim_start_matches("done-").to_owned()
}

fn done(page: &Page) -> Option<usize> {
    page.number(".progress")
}

#[test]
fn an_upgrade_lists_what_breaks_and_what_is_new() {
    explore("#?view=upgrade&from=3.11&to=3.14", |page| {
        wait_for_title(page, "From Python 3.11 to 3.14");
        let shown = sections(page);
        for heading in [
            "Breaking changes",
            "Behaviour changes",
            "Deprecated",
            "New features",
        ] {
            assert!(shown.iter().any(|shown| shown == heading), "{shown:?}");
        }
        for part in ["24 Oct 2022", "7 Oct 2025"] {
            assert!(page.text(".windows").contains(part), "{part}");
        }
        // Deprecated and removed within the range: listed once, with both series.
        let removal = page.text("#breaks li:has(a[href*='feature=pep-632'])");
        assert!(removal.contains("removed in 3.12"), "{removal}");
        page.wait_for("what to use instead", |page| {
            page.count("#breaks .instead") > 0
        });
        assert_eq!(
            page.count("#new .steps"),
            0,
            "a closed section draws nothing"
        );
        page.click("#new > summary");
        page.wait_for("the open section", |page| page.count("#new .steps") > 0);
    });
}

#[test]
fn a_downgrade_lists_what_must_not_be_used() {
    explore("#?view=upgrade&from=3.11&to=3.14", |page| {
        wait_for_title(page, "From Python 3.11 to 3.14");
        page.click("[aria-label='Swap from and to']");
        wait_for_title(page, "From Python 3.14 to 3.11");
        assert_eq!(page.fragment(), "#?view=upgrade&from=3.14&to=3.11");
        let shown = sections(page);
        assert!(shown.contains(&"Not available".to_owned()), "{shown:?}");
        assert!(!shown.contains(&"Breaks".to_owned()), "{shown:?}");
        page.choose("#upgrade-to", "3.14");
        page.wait_for("nothing to do", |page| {
            page.text(".upgrade .state").contains("Nothing changes")
        });
        page.back();
        wait_for_title(page, "From Python 3.14 to 3.11");
    });
}

#[test]
fn the_default_is_an_upgrade_to_the_newest_version() {
    explore("", |page| {
        page.click_text("nav[aria-label='Views'] a", "Upgrade");
        page.wait_for("the view", |page| {
            page.text("h1").starts_with("From Python")
        });
        let order = page.texts("nav[aria-label='Views'] a");
        assert_eq!(order.get(1).map(String::as_str), Some("Upgrade"));
        assert_eq!(page.value("#upgrade-to"), "3.15");
        page.go("#?view=upgrade&from=3.99&to=3.14");
        page.wait_for("the notice", |page| {
            page.text(".upgrade [role=alert]")
                .contains("no version 3.99")
        });
    });
}

#[test]
fn ticks_are_kept_for_each_upgrade() {
    explore("#?view=upgrade&from=3.13&to=3.14", |page| {
        wait_for_title(page, "From Python 3.13 to 3.14");
        let slug = first_step(page);
        assert_eq!(done(page), Some(0));
        page.click(&format!("[id='done-{slug}']"));
        page.wait_for("the tick", |page| done(page) == Some(1));
        page.reload();
        page.wait_for("the tick after a reload", |page| done(page) == Some(1));
        assert!(page.is_checked(&format!("done-{slug}")));
        page.go("#?view=upgrade&from=3.12&to=3.14");
        wait_for_title(page, "From Python 3.12 to 3.14");
        page.wait_for("a fresh list", |page| done(page) == Some(0));
        page.go("#?view=upgrade&from=3.13&to=3.14");
        page.wait_for("the first list", |page| done(page) == Some(1));
        page.click(&format!("[id='done-{slug}']"));
        page.wait_for("no tick", |page| done(page) == Some(0));
    });
}

#[test]
fn without_storage_ticks_last_as_long_as_the_view() {
    explore("", |page| {
        page.without_storage()
            .arrive("#?view=upgrade&from=3.13&to=3.14");
        wait_for_title(page, "From Python 3.13 to 3.14");
        page.click(&format!("[id='done-{}']", first_step(page)));
        page.wait_for("the tick", |page| done(page) == Some(1));
    });
}

#[test]
fn the_checklist_is_copied_and_saved_as_markdown() {
    explore("#?view=upgrade&from=3.13&to=3.14", |page| {
        wait_for_title(page, "From Python 3.13 to 3.14");
        page.click(&format!("[id='done-{}']", first_step(page)));
        page.wait_for("the tick", |page| done(page) == Some(1));
        page.click_text(".tools-bar button", "Copy as Markdown");
        page.wait_for("the copy", |page| {
            page.text(".tools-bar [role=status]") == "Copied."
        });
        let copied = page.clipboard();
        assert!(copied.starts_with("# Python 3.13 to 3.14\n"), "{copied}");
        assert_eq!(copied.matches("- [x] ").count(), 1);
        assert!(copied.matches("- [ ] ").count() > 10);
        page.keep_saved_files();
        page.click_text(".tools-bar button", "Download");
        page.wait_for("the file", |page| !page.saved_file().is_empty());
        assert_eq!(
            page.saved_file(),
            format!("python-3.13-to-3.14.md\n{copied}")
        );
    });
}

#[test]
fn features_and_versions_link_to_their_upgrade() {
    explore("#?feature=pep-649", |page| {
        page.click_text(".compare a", "Upgrade from 3.13 to 3.14");
        wait_for_title(page, "From Python 3.13 to 3.14");
        page.go("#?view=releases&series=3.12");
        page.click_text(".phase-line a", "Upgrade from 3.11");
        wait_for_title(page, "From Python 3.11 to 3.12");
    });
}

#[test]
fn a_feature_shows_its_state_in_each_version() {
    explore("#?feature=pep-632", |page| {
        page.pretend_today("2026-11-30").arrive("#?feature=pep-632");
        page.wait_for("the strip", |page| page.count(".compare ol li") > 5);
        let state = |series: &str| {
            page.texts(".compare ol li")
                .into_iter()
                .find(|text| text.lines().next() == Some(series))
                .map(|text| text.lines().last().unwrap_or_default().to_owned())
        };
        for (series, expected) in [
            ("3.6–3.9", "available"),
            ("3.10", "deprecated"),
            ("3.11", "deprecated"),
            ("3.12", "removed"),
            ("3.16", "removed, not released yet"),
        ] {
            assert_eq!(state(series).as_deref(), Some(expected), "{series}");
        }
        let patterns: Vec<String> = ["deprecated", "removed"]
            .map(|state| page.style(&format!(".compare ol .{state}"), "border-top-style"))
            .into();
        assert_ne!(
            patterns.first(),
            patterns.last(),
            "not shown by colour alone"
        );
    });
}

#[test]
fn the_guide_leads_to_the_features_it_rests_on() {
    explore("#?view=upgrade&from=3.11&to=3.14", |page| {
        page.click(".guide a");
        page.wait_for("the guide", |page| page.count(".reader .prose") == 1);
        page.click(".prose a[href='#?feature=pep-632']");
        page.wait_for("the feature", |page| page.has_focus("#detail-title"));
        page.go("#?view=upgrade&from=3.14&to=3.15");
        wait_for_title(page, "From Python 3.14 to 3.15");
        assert_eq!(page.count(".guide"), 0, "3.14 is behind");
    });
}

#[test]
fn the_query_in_the_box_narrows_the_lists() {
    explore("#?view=upgrade&from=3.9&to=3.14&module=cgi", |page| {
        wait_for_title(page, "From Python 3.9 to 3.14");
        assert_eq!(page.value("#search").trim(), "module:cgi");
        let shown = sections(page);
        assert_eq!(shown[0], "Breaking changes");
        assert!(!shown.contains(&"Deprecated".to_owned()), "{shown:?}");
        page.click_text("#main .state a", "Show all");
        page.wait_for("all sections", |page| sections(page).len() > 3);
        assert_eq!(page.text("h1"), "From Python 3.9 to 3.14");
    });
}

#[test]
fn a_step_shows_what_is_seen_before_and_after() {
    explore("#?view=upgrade&from=3.11&to=3.12", |page| {
        page.wait_for("a sheet", |page| page.count("#breaks details.repair") > 0);
        assert_eq!(
            page.count("#breaks .before-and-after"),
            0,
            "none is drawn yet"
        );
        page.click("#breaks details.repair summary");
        page.wait_for("its code", |page| {
            page.count("#breaks .before-and-after pre") > 0
        });
        assert!(page.text("#breaks .seen").contains("What you will see"));
    });
}

#[test]
fn a_change_opens_beside_the_checklist() {
    explore("#?view=upgrade&from=3.13&to=3.14", |page| {
        page.viewport(1440, 900);
        wait_for_title(page, "From Python 3.13 to 3.14");
        page.wait_for("what to use instead", |page| page.count(".instead") > 0);
        let slug = first_step(page);
        let row = format!("row-{slug}");
        page.click(&format!("[id='{row}']"));
        page.wait_for("the change", |page| page.count(".upgrade > .detail") == 1);
        assert!(page.is_visible(".checklist"));
        assert!(page.fragment().starts_with("#?view=upgrade&feature="));
        page.assert_accessible();
        page.keys(Key::Escape);
        page.wait_for("the list alone", |page| page.count(".detail") == 0);
        assert_eq!(page.focused(), row);
        page.click(&format!("[id='{row}']"));
        page.wait_for("the change", |page| page.count(".detail") == 1);
        page.back();
        page.wait_for("the list again", |page| page.count(".detail") == 0);
        wait_for_title(page, "From Python 3.13 to 3.14");
        page.viewport(360, 740).click(&format!("[id='{row}']"));
        page.wait_for("the change in its place", |page| {
            page.count(".steps li .detail") == 1
        });
        assert!(!page.scrolls_sideways());
    });
}

#[test]
fn the_sections_stay_in_the_viewport_and_lead_to_their_changes() {
    explore("#?view=upgrade&from=3.11&to=3.14", |page| {
        wait_for_title(page, "From Python 3.11 to 3.14");
        page.click_text(".contents button", "New features");
        page.wait_for("the section", |page| {
            page.count("#new .steps") > 0 && page.is_in_viewport("#new > summary")
        });
        assert!(page.is_in_viewport(".contents button"));
    });
}

#[test]
fn ticks_go_with_a_link_that_is_made_for_it() {
    explore("#?view=upgrade&from=3.13&to=3.14", |page| {
        wait_for_title(page, "From Python 3.13 to 3.14");
        let slug = first_step(page);
        page.go(&format!("#?view=upgrade&from=3.13&to=3.14&done={slug}"));
        page.wait_for("the tick of the link", |page| done(page) == Some(1));
        page.click(&format!("[id='done-{slug}']"));
        page.wait_for("no tick", |page| done(page) == Some(0));
        page.wait_for("the address", |page| page.fragment().ends_with("&done="));
        page.go("#?view=upgrade&from=3.13&to=3.14");
        page.wait_for("the reader's own", |page| done(page) == Some(0));
        page.click_text(".tools-bar button", "Copy link with ticks");
        page.wait_for("what came of it", |page| {
            !page.text(".tools-bar [role=status]").is_empty()
        });
    });
}
