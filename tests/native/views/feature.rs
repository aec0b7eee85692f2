//! The content of an open feature.

use super::{Shown, text};

/// The whole text of a feature.
#[track_caller]
fn feature(slug: &str) -> Shown {
    Shown::at(&format!("#?view=page&feature={slug}"))
}

/// The value of a fact of the open feature.
#[track_caller]
fn fact(shown: &Shown, name: &str) -> String {
    let names = shown.texts(".detail dl.facts > div > dt");
    let place = names.iter().position(|other| other == name);
    let place = place.unwrap_or_else(|| panic!("no {name} among {names:?}"));
    text(shown.all(".detail dl.facts > div > dd")[place])
}

#[test]
fn the_facts_are_those_of_the_calendar_and_the_index() {
    let shown = feature("pep-758");
    assert_eq!(
        fact(&shown, "Changed in"),
        "Python 3.14.0 · released 7 Oct 2025"
    );
    let pep = fact(&shown, "PEP");
    assert!(pep.starts_with("PEP 758 "), "{pep}");
    assert!(pep.contains("Final"), "{pep}");
    assert!(
        pep.contains("created 30 Sep 2024, resolved 14 Mar 2025"),
        "{pep}"
    );
    assert_eq!(fact(&shown, "Area"), "Language");
    assert!(fact(&shown, "Links").contains("gh-131831"));
    let links = shown.links(".detail dl.facts a");
    for address in [
        "https://peps.python.org/pep-0758/",
        "https://github.com/python/cpython/issues/131831",
        "#?view=releases&series=3.14",
    ] {
        assert!(links.contains(&address), "{address}: {links:?}");
    }
}

#[test]
fn a_feature_that_has_gone_says_since_when() {
    let collector = feature("3.14-incremental-gc");
    assert!(fact(&collector, "Removed in").starts_with("Python 3.14.5"));
    let modules = feature("3.12-asyncore-asynchat-smtpd");
    assert!(text(modules.one("#detail-title")).contains("asyncore"));
    assert!(fact(&modules, "Removed in").starts_with("Python 3.12.0 · released 2 Oct 2023"));
    let contribution = feature("gh-128563");
    assert!(text(contribution.one("#detail-title")).contains("tail"));
    assert_eq!(fact(&contribution, "Status"), "Closed");
    assert!(fact(&contribution, "Links").contains("gh-128563"));
}

#[test]
fn every_document_says_its_own_with_its_date() {
    let shown = feature("pep-649");
    let said = shown.texts(".detail .statements > ul > li");
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
    // Dates are machine-readable, too.
    let date = ".detail .statements time[datetime='2024-10-16']";
    assert_eq!(shown.count(date), 1);
}

#[test]
fn claims_carry_their_verdict_and_the_evidence() {
    let shown = feature("pep-758");
    let claims = shown.texts(".detail .claim");
    let claim = |part: &str| {
        // Line breaks are those of the document.
        let found = claims
            .iter()
            .find(|claim| claim.replace('\n', " ").contains(part));
        found.unwrap_or_else(|| panic!("no claim {part:?} in {claims:#?}"))
    };
    assert!(claim("The parentheses are currently required").contains("Outdated"));
    assert!(claim("unless as").contains("Confirmed"));
    assert!(claim("dates back to Python 2").contains("Unverified"));
    assert!(shown.count(".detail .claim a[href^='https://docs.python.org/']") > 0);
    assert!(claims.iter().all(|claim| {
        ["Confirmed", "Outdated", "Contradicted", "Unverified"]
            .iter()
            .any(|verdict| claim.contains(verdict))
    }));
}

#[test]
fn an_addition_is_newly_or_widely_available() {
    for (slug, expected) in [
        ("pep-680", &["Widely available"][..]),
        ("pep-810", &["Newly available"]),
        ("pep-632", &[]),
    ] {
        let words = feature(slug).texts(".compare .availability");
        assert_eq!(words, expected, "{slug}");
    }
}

#[test]
fn disputed_claims_show_in_the_list_already() {
    let disputed = feature("pep-758").count(".detail .claim .verdict:is(.outdated, .contradicted)");
    assert!(disputed > 0);
    let list = Shown::at("#?pep=758");
    assert_eq!(list.number("#row-pep-758 .disputed"), Some(disputed));
}

#[test]
fn a_feature_shows_its_first_sample_and_links_to_all() {
    let shown = feature("pep-758");
    assert!(text(shown.one(".detail .samples pre")).contains("except"));
    let samples = shown.links(".detail .samples li a");
    assert!(samples.len() >= 6, "{samples:?}");
    let is_tried = |link: &&str| link.starts_with("#?view=try&sample=pep-758/");
    assert!(samples.iter().all(is_tried), "{samples:?}");
    let list = Shown::at("#?pep=758");
    assert_eq!(list.count("#row-pep-758 .has-sample"), 1);
}
