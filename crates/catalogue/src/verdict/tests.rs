use super::*;
use crate::fixture::Shelf;
use document::plain_text;

/// The only claim in a heading with these attributes.
#[track_caller]
fn claim(attributes: &str) -> (String, Verdict, String) {
    let markdown = format!("## Title {{{attributes} kind=added}}\n\nText.");
    let library = Shelf::empty()
        .document("post", SourceKind::Article, "series: '3.14'", &markdown)
        .library();
    let statements = library.feature_texts.values().flatten();
    let mut claims = statements.flat_map(|text| text.statements[0].claims.iter());
    let claim = claims.next().expect("a claim");
    assert_eq!(claims.next(), None);
    (
        plain_text(&claim.text),
        claim.verdict,
        plain_text(&claim.evidence),
    )
}

#[track_caller]
fn found(attributes: &str, text: &str, verdict: Verdict, evidence: &str) {
    let expected = (text.to_owned(), verdict, evidence.to_owned());
    assert_eq!(claim(attributes), expected, "{attributes}");
}

const NO_FACTS: &str = "The fact tables cover PEPs and releases, not single contributions.";

#[test]
fn a_status_is_held_against_the_pep_index() {
    let index = "PEP 649 is Final as of 2026-08-21.";
    for (status, label, verdict) in [
        ("final", "Final", Verdict::Confirmed),
        ("accepted", "Accepted", Verdict::Outdated),
        ("draft", "Draft", Verdict::Outdated),
        ("merged", "Merged", Verdict::Contradicted),
        ("open", "Open", Verdict::Contradicted),
    ] {
        let text = format!("Its status is {label}.");
        found(&format!("#pep-649 status={status}"), &text, verdict, index);
    }
}

#[test]
fn a_creation_date_is_held_against_the_pep_index() {
    let index = "PEP 758 gives 2024-09-30 as its creation date.";
    found(
        "#pep-758 created=2024-09-30",
        "It was created on 2024-09-30.",
        Verdict::Confirmed,
        index,
    );
    found(
        "#pep-758 created=2024-10-01",
        "It was created on 2024-10-01.",
        Verdict::Contradicted,
        index,
    );
}

#[test]
fn a_feature_is_checked_by_the_pep_that_it_is_before_any_that_it_names() {
    let index = "PEP 776 is Active as of 2026-08-21.";
    found(
        "#pep-776 pep=649 status=active",
        "Its status is Active.",
        Verdict::Confirmed,
        index,
    );
    found(
        "#3.14-wasm pep=776,649 status=final",
        "Its status is Final.",
        Verdict::Outdated,
        index,
    );
}

#[test]
fn nothing_is_known_of_a_contribution() {
    found(
        "#gh-1 status=merged",
        "Its status is Merged.",
        Verdict::Unverified,
        NO_FACTS,
    );
    found(
        "#gh-1 created=2024-10-01",
        "It was created on 2024-10-01.",
        Verdict::Unverified,
        NO_FACTS,
    );
}

#[test]
fn release_notes_leave_status_and_date_of_a_pep_to_the_index() {
    let claims = |source, slug: &str| {
        let markdown = format!("## Title {{#{slug} changed}}\n    area: language\n\nText.");
        let shelf = Shelf::empty().document("notes", source, "series: '3.14'", &markdown);
        let library = shelf.library();
        let statements = library.feature_texts.values().flatten();
        let claims = statements.flat_map(|text| text.statements[0].claims.iter());
        claims
            .map(|claim| (plain_text(&claim.text), claim.verdict))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        claims(SourceKind::Reference, "pep-758"),
        [
            ("Its status is Final.".to_owned(), Verdict::Confirmed),
            (
                "It was created on 2024-09-30.".to_owned(),
                Verdict::Confirmed
            ),
        ]
    );
    assert_eq!(claims(SourceKind::Reference, "gh-1"), []);
    assert_eq!(claims(SourceKind::Article, "pep-758"), []);
}

#[test]
fn attributes_come_before_claims_in_words() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Except {#pep-758 kind=changed created=2024-09-30 status=final}\n\n\
             - It needs no `as`.\n  - **Confirmed.** The notes say so.",
        )
        .library();
    let texts: Vec<String> = library
        .feature_texts
        .values()
        .flatten()
        .flat_map(|text| &text.statements[0].claims)
        .map(|claim| plain_text(&claim.text))
        .collect();
    assert_eq!(
        texts,
        [
            "Its status is Final.",
            "It was created on 2024-09-30.",
            "It needs no as."
        ]
    );
}
