//! What an open feature tells.

use harness::{Page, explore};

/// The facts of the open feature: names and values.
fn facts(page: &Page) -> Vec<(String, String)> {
    let names = page.texts(".detail dl.facts > div > dt");
    let values = page.texts(".detail dl.facts > div > dd");
    names.into_iter().zip(values).collect()
}

#[track_caller]
fn fact(page: &Page, name: &str) -> String {
    let facts = facts(page);
    let found = facts.iter().find(|(other, _)| other == name);
    found
        .unwrap_or_else(|| panic!("no {name} among {facts:?}"))
        .1
        .clone()
}

/// Waits for the texts of the open feature, which are loaded when it opens.
fn wait_for_text(page: &Page) {
    page.wait_for("what the documents say", |page| {
        page.count(".detail h4") > 0
    });
}

#[test]
fn the_facts_are_those_of_the_calendar_and_the_index() {
    explore("#?feature=pep-758", |page| {
        assert_eq!(fact(page, "Changed in"), "Python 3.14.0 · 7 Oct 2025");
        let pep = fact(page, "PEP");
        assert!(pep.starts_with("PEP 758 "), "{pep}");
        assert!(pep.contains("Final"), "{pep}");
        assert!(
            pep.contains("created 30 Sep 2024, resolved 14 Mar 2025"),
            "{pep}"
        );
        assert_eq!(fact(page, "Area"), "Language");
        let link = page.attribute(".detail a[href*='peps.python.org']", "href");
        assert_eq!(link.as_deref(), Some("https://peps.python.org/pep-0758/"));
        assert!(fact(page, "Links").contains("gh-131831"));
        let issue = page.attribute(".detail a[href*='131831']", "href");
        assert_eq!(
            issue.as_deref(),
            Some("https://github.com/python/cpython/issues/131831")
        );
        page.click_text(".detail dl a", "Python 3.14.0");
        page.wait_for("the releases of the series", |page| {
            page.text("h1") == "Python 3.14"
        });
    });
}

#[test]
fn a_feature_that_has_gone_says_since_when() {
    explore("#?feature=3.14-incremental-gc", |page| {
        assert!(fact(page, "Gone again in").starts_with("Python 3.14.5"));
        page.go("#?feature=3.12-asyncore-asynchat-smtpd");
        page.wait_for("the other feature", |page| {
            page.text("#detail-title").contains("asyncore")
        });
        assert!(fact(page, "Removed in").starts_with("Python 3.12.0 · 2 Oct 2023"));
        page.go("#?feature=gh-128563");
        page.wait_for("a contribution", |page| {
            page.text("#detail-title").contains("tail")
        });
        assert_eq!(fact(page, "Status"), "Closed");
        assert!(fact(page, "Links").contains("gh-128563"));
    });
}

#[test]
fn every_document_says_its_own_with_its_date() {
    explore("#?feature=pep-649", |page| {
        wait_for_text(page);
        let said = page.texts(".detail .statements > ul > li");
        assert!(said.len() >= 4, "{said:#?}");
        for statement in &said {
            let dated = ["20", "undated"]
                .iter()
                .any(|part| statement.contains(part));
            assert!(dated, "no date: {statement}");
        }
        let says = |title: &str, date: &str| {
            said.iter()
                .any(|said| said.contains(title) && said.contains(date))
        };
        assert!(
            says("Python 3.14.0 alpha 1 is now available", "16 Oct 2024"),
            "{said:#?}"
        );
        assert!(says("What you need to know", "undated"), "{said:#?}");
        // Dates are there for programs, too.
        assert_eq!(
            page.count(".detail .statements time[datetime='2024-10-16']"),
            1
        );
    });
}

#[test]
fn claims_carry_their_verdict_and_the_evidence() {
    explore("#?feature=pep-758", |page| {
        wait_for_text(page);
        let claims = page.texts(".detail .claim");
        let claim = |text: &str| {
            claims
                .iter()
                .find(|claim| claim.contains(text))
                .unwrap_or_else(|| panic!("no claim {text:?} in {claims:#?}"))
        };
        assert!(claim("At present the parentheses are required").contains("Outdated"));
        assert!(claim("unless as is used").contains("Confirmed"));
        assert!(claim("goes back to Python 2").contains("Unverified"));
        assert!(page.count(".detail .claim a[href^='https://docs.python.org/']") > 0);
        assert!(claims.iter().all(|claim| {
            ["Confirmed", "Outdated", "Contradicted", "Unverified"]
                .iter()
                .any(|verdict| claim.contains(verdict))
        }));
    });
}

#[test]
fn disputed_claims_show_in_the_list_already() {
    explore("#?feature=pep-758", |page| {
        wait_for_text(page);
        let disputed = page.count(".detail .claim .verdict:is(.outdated, .contradicted)");
        assert!(disputed > 0);
        assert_eq!(page.number("#row-pep-758 .disputed"), Some(disputed));
    });
}

#[test]
fn related_features_and_documents_are_a_click_away() {
    explore("#?pep=758&feature=pep-758", |page| {
        wait_for_text(page);
        let related = page.texts(".detail .related a");
        assert!(
            related
                .iter()
                .any(|title| title.contains("xception groups")),
            "{related:?}"
        );
        page.click_text(".detail .related a", "xception groups");
        page.wait_for("the related feature", |page| {
            page.fragment().ends_with("feature=pep-654")
        });
        page.wait_for("its title", |page| {
            page.text("#detail-title").contains("xception groups")
        });
        assert_eq!(page.focused(), "detail-title");
        assert_eq!(page.chips(), ["PEP 758"], "the filters stay");
        page.back();
        page.wait_for("the first feature", |page| {
            page.text("#detail-title").contains("parentheses")
        });
        wait_for_text(page);
        page.click_text(".detail h4 a", "What you need to know");
        page.wait_for("the document", |page| {
            page.text("main h1").contains("What you need to know")
        });
    });
}

#[test]
fn a_feature_shows_its_first_sample_and_links_to_all() {
    explore("#?feature=pep-758", |page| {
        page.wait_for("the samples", |page| page.count(".detail .samples a") >= 6);
        assert!(page.text(".detail .samples pre").contains("except"));
        assert!(page.count("#row-pep-758 .has-sample") == 1);
        page.click(".detail .samples a");
        page.wait_for("the sample to be tried", |page| page.count("#code") == 1);
        assert!(page.fragment().contains("view=try&"), "{}", page.fragment());
    });
}

#[test]
fn the_row_of_a_linked_feature_is_in_sight_however_far_down_it_is() {
    for (width, height) in [(1440, 900), (1280, 700)] {
        // What an old series brought stands below a thousand rows, most of which
        // are not in the page.
        explore("", |page| {
            page.viewport(width, height);
            for slug in ["pep-380", "pep-572", "pep-3102"] {
                page.arrive(&format!("#?feature={slug}"));
                wait_for_text(page);
                let row = format!("#row-{slug}");
                let mut steady = 0;
                page.wait_for("the row to rest in sight", |page| {
                    steady = if page.is_in_sight(&row) {
                        steady + 1
                    } else {
                        0
                    };
                    steady == 20
                });
            }
        });
    }
}

#[test]
fn the_page_is_named_after_what_is_open() {
    explore("#?feature=pep-758", |page| {
        let named = page.title();
        assert!(
            named.starts_with("except and except* without parentheses"),
            "{named}"
        );
        page.click(".detail [aria-label='Close']");
        page.wait_for("the name of the view", |page| {
            page.title().starts_with("What's New in Python")
        });
        assert_eq!(page.focused(), "row-pep-758");
    });
}
