mod problems;

use super::*;
use crate::fixture::Shelf;
use document::plain_text;
use terms::{Area, Impact, Kind, PepNumber, Status, Verdict};

#[track_caller]
fn lead<'a>(library: &'a Library, slug: &str) -> &'a str {
    let mut features = library.catalogue.features.iter();
    let place = features.position(|feature| feature.slug == slug);
    &library.excerpts[place.expect("a feature")]
}

fn feature<'a>(library: &'a Library, slug: &str) -> &'a Feature {
    let found = library.catalogue.feature(slug);
    found.unwrap_or_else(|| panic!("no feature {slug} among {:?}", slugs(library)))
}

fn slugs(library: &Library) -> Vec<&str> {
    let features = library.catalogue.features.iter();
    features.map(|feature| feature.slug.as_str()).collect()
}

/// The documents that state a feature, in the order of authority.
#[track_caller]
fn documents<'a>(library: &'a Library, slug: &str) -> Vec<&'a str> {
    let documents = feature(library, slug).documents.iter();
    documents.map(String::as_str).collect()
}

/// The text of every claim on a feature, with its document.
fn claims<'a>(library: &'a Library, slug: &str) -> Vec<(&'a str, String, Verdict)> {
    let texts = library.feature_texts.values().flatten();
    texts
        .filter(|text| text.slug == slug)
        .flat_map(|text| &text.statements)
        .flat_map(|said| {
            let document = said.document.as_str();
            said.claims
                .iter()
                .map(move |claim| (document, plain_text(&claim.text), claim.verdict))
        })
        .collect()
}

#[test]
fn one_slug_is_one_feature_with_every_statement() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Fewer parentheses {#pep-758 kind=changed}\n\nOne.",
        )
        .document(
            "blog",
            SourceKind::Article,
            "publishDate: '2025-08-14'",
            "## Except, bare {#pep-758 kind=added status=accepted}\n\nTwo.\n\n\
             - It halves the typing.\n  - **Unverified.** Nobody measured it.",
        )
        .library();
    assert_eq!(slugs(&library), ["pep-758"]);
    assert_eq!(documents(&library, "pep-758"), ["notes", "blog"]);
    let text = &library.feature_texts[&Series::python3(14)][0];
    let summaries: Vec<&[_]> = text
        .statements
        .iter()
        .map(|said| said.summary.as_slice())
        .collect();
    assert!(
        summaries.iter().all(|summary| !summary.is_empty()) && summaries[0] != summaries[1],
        "each keeps its own text: {summaries:?}"
    );
    let claimed = claims(&library, "pep-758");
    assert_eq!(
        claimed,
        [
            (
                "notes",
                "Its status is Final.".to_owned(),
                Verdict::Confirmed
            ),
            (
                "notes",
                "It was created on 2024-09-30.".to_owned(),
                Verdict::Confirmed
            ),
            (
                "blog",
                "Its status is Accepted.".to_owned(),
                Verdict::Outdated
            ),
            (
                "blog",
                "It halves the typing.".to_owned(),
                Verdict::Unverified
            ),
        ]
    );
    let counted = feature(&library, "pep-758").verdicts;
    let counts = (counted.confirmed, counted.outdated, counted.unverified);
    assert_eq!(counts, (2, 1, 1));
    assert_eq!(
        library
            .catalogue
            .document("blog")
            .map(|entry| entry.verdicts),
        Some(Verdicts {
            confirmed: 0,
            ..counted
        })
    );
}

#[test]
fn a_real_announcement_is_matched_by_pep_and_by_issue() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Deferred annotations {#pep-649 kind=changed}\n\nText.\n\n\
             ## Faster startup {#3.14-startup kind=changed issue=gh-128563}\n\nText.",
        )
        .document(
            "alpha",
            SourceKind::Announcement,
            "publishDate: '2024-10-15'",
            "Major new features of the 3.14 series, compared to 3.13\n\n\
             * [PEP 649](https://peps.python.org/pep-0649/): deferred evaluation of annotations\n\
             * [gh-128563](https://github.com/python/cpython/issues/128563): it starts faster\n\
             * [gh-99999](https://github.com/python/cpython/issues/99999): something else\n",
        )
        .library();
    assert_eq!(documents(&library, "pep-649"), ["notes", "alpha"]);
    assert_eq!(documents(&library, "3.14-startup"), ["notes", "alpha"]);
    assert_eq!(documents(&library, "gh-99999"), ["alpha"]);
    assert_eq!(library.catalogue.features.len(), 3);
}

#[test]
fn an_issue_belongs_first_to_the_feature_that_it_is() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Aside {#3.14-aside kind=added issue=gh-128563}\n\nText.\n\n\
             ## The issue itself {#gh-128563 kind=added}\n\nText.",
        )
        .document(
            "alpha",
            SourceKind::Announcement,
            "",
            "New features of the 3.14 series\n\n\
             * [gh-128563](https://github.com/python/cpython/issues/128563): it starts faster\n",
        )
        .library();
    assert_eq!(documents(&library, "gh-128563"), ["notes", "alpha"]);
    assert_eq!(documents(&library, "3.14-aside"), ["notes"]);
}

#[test]
fn what_has_no_slug_and_no_number_stays_a_feature_of_its_document() {
    let library = Shelf::empty()
        .document(
            "alpha",
            SourceKind::Announcement,
            "",
            "New features of the 3.14 series\n\n* Improved error messages\n* A new REPL\n",
        )
        .library();
    assert_eq!(slugs(&library).len(), 2);
    assert!(
        slugs(&library)
            .iter()
            .all(|slug| slug.starts_with("alpha-"))
    );
}

#[test]
fn the_most_authoritative_and_newest_document_gives_the_title() {
    let heading = |title: &str| format!("## {title} {{#pep-649 kind=added}}\n\nFrom {title}.");
    let published = |day: &str| format!("series: '3.14'\npublishDate: '{day}'");
    let shelf = |with_reference: bool| {
        let shelf = Shelf::empty()
            .document(
                "newest",
                SourceKind::Article,
                &published("2026-01-01"),
                &heading("A"),
            )
            .document(
                "older",
                SourceKind::Announcement,
                &published("2024-10-15"),
                &heading("B"),
            )
            .document(
                "updated",
                SourceKind::Announcement,
                "publishDate: '2024-01-01'\nupdatedDate: '2025-05-07'",
                &heading("C"),
            );
        if with_reference {
            shelf.reference("notes", &heading("D")).library()
        } else {
            shelf.library()
        }
    };
    let library = shelf(true);
    assert_eq!(plain_text(&feature(&library, "pep-649").title), "D");
    assert_eq!(lead(&library, "pep-649"), "From D.");
    assert_eq!(
        documents(&library, "pep-649"),
        ["notes", "updated", "older", "newest"]
    );
    assert_eq!(plain_text(&feature(&shelf(false), "pep-649").title), "C");
}

#[test]
fn what_one_document_leaves_out_another_adds() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Annotations {#pep-649 kind=changed name=annotationlib.Format}\n\nText.",
        )
        .document(
            "blog",
            SourceKind::Article,
            "",
            "## Annotations {#pep-649 kind=added pep=703 issue=bpo-38605 area=typing \
             module=annotationlib name=annotationlib.Format,typing.Any impact=check \
             url=https://example.org/a removed=3.16.0 related=pep-649}\n\nText.",
        )
        .library();
    let merged = feature(&library, "pep-649");
    assert_eq!(merged.kind, Kind::Changed, "the first document's word");
    assert_eq!(merged.peps, [PepNumber(649), PepNumber(703)]);
    assert_eq!(merged.issues.len(), 1);
    assert_eq!(
        library.names[0].qualified,
        ["annotationlib.Format", "typing.Any"]
    );
    assert_eq!(merged.area, Some(Area::Typing));
    assert_eq!(merged.module.as_deref(), Some("annotationlib"));
    assert_eq!(merged.impact, Some(Impact::Check));
    let mut texts = library.feature_texts.values().flatten();
    let text = texts.find(|text| text.slug == "pep-649").expect("its text");
    assert_eq!(text.url.as_deref(), Some("https://example.org/a"));
    assert_eq!(text.related, ["pep-649"]);
    assert_eq!(
        merged.removed.map(|release| release.to_string()).as_deref(),
        Some("3.16.0")
    );
}

#[test]
fn the_series_is_the_headings_then_the_peps_then_the_documents() {
    let series = |attributes: &str| {
        let markdown = format!("## Title {{{attributes} kind=added}}\n\nText.");
        let library = Shelf::empty()
            .document("notes", SourceKind::Article, "series: '3.12'", &markdown)
            .library();
        library.catalogue.features[0].series.to_string()
    };
    assert_eq!(series("#pep-649 series=3.15"), "3.15");
    assert_eq!(series("#pep-649"), "3.14");
    assert_eq!(series("#pep-758"), "3.14", "Python 2 is none of its series");
    assert_eq!(series("#pep-703"), "3.12", "the table gives none");
    assert_eq!(
        series("#3.12-own pep=649"),
        "3.12",
        "a part of it may come earlier"
    );
}

#[test]
fn the_facts_give_the_status_of_a_pep_and_the_newest_document_any_other() {
    let library = Shelf::empty()
        .document(
            "late",
            SourceKind::Article,
            "series: '3.14'\npublishDate: '2026-01-01'",
            "## A {#pep-649 kind=added status=draft}\n\nText.\n\n\
             ## B {#gh-1 kind=added status=merged}\n\nText.",
        )
        .reference("notes", "## B {#gh-1 kind=added status=open}\n\nText.")
        .library();
    assert_eq!(feature(&library, "pep-649").status, Some(Status::Final));
    assert_eq!(feature(&library, "gh-1").status, Some(Status::Merged));
}

#[test]
fn among_documents_of_one_day_the_most_authoritative_gives_the_status() {
    let library = Shelf::empty()
        .document(
            "blog",
            SourceKind::Article,
            "series: '3.14'",
            "## B {#gh-1 kind=added status=open}\n\nText.",
        )
        .reference("notes", "## B {#gh-1 kind=added status=merged}\n\nText.")
        .library();
    assert_eq!(feature(&library, "gh-1").status, Some(Status::Merged));
}

#[test]
fn features_come_newest_series_first_and_then_as_their_document_has_them() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## beta {#3.14-b kind=added area=library}\n\nText.\n\n\
             ## Alpha {#3.14-a kind=added area=library}\n\nText.\n\n\
             ## Zeta {#3.14-z kind=added area=language}\n\nText.\n\n\
             ## Old {#3.5-o kind=added area=language series=3.5}\n\nText.\n\n\
             ## New {#3.15-n kind=added area=tools series=3.15}\n\nText.",
        )
        .library();
    assert_eq!(
        slugs(&library),
        ["3.15-n", "3.14-b", "3.14-a", "3.14-z", "3.5-o"]
    );
    let entry = &library.catalogue.documents[0];
    assert_eq!(
        entry.features,
        [0, 1, 2, 3, 4],
        "a document lists its features in the order of the catalogue"
    );
}

#[test]
fn documents_come_newest_first_and_undated_last() {
    let library = Shelf::empty()
        .document("undated", SourceKind::Article, "", "Text.")
        .document(
            "old",
            SourceKind::Article,
            "publishDate: '2020-01-01'",
            "Text.",
        )
        .document(
            "new",
            SourceKind::Article,
            "publishDate: '2026-01-01'",
            "Text.",
        )
        .library();
    let entries = library.catalogue.documents.iter();
    let entries: Vec<&str> = entries.map(|entry| entry.slug.as_str()).collect();
    assert_eq!(entries, ["new", "old", "undated"]);
    let texts = library.document_texts.iter();
    let texts: Vec<&str> = texts.map(|text| text.slug.as_str()).collect();
    assert_eq!(texts, entries);
}

#[test]
fn samples_are_listed_by_their_order() {
    let library = Shelf::empty()
        .reference("notes", "## Except {#pep-758 kind=changed}\n\nText.")
        .sample("pep-758/nested", 2)
        .sample("pep-758/bare", 1)
        .library();
    let samples = &feature(&library, "pep-758").samples;
    assert_eq!(samples, &["pep-758/bare", "pep-758/nested"]);
    assert_eq!(library.samples[0].slug, "pep-758/bare");
}

#[test]
fn a_documents_own_claims_count_for_it_alone() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "- It came on 7 October.\n  - **Confirmed.** The calendar says so.\n\n\
             ## Except {#pep-758 kind=changed status=final}\n\nText.",
        )
        .library();
    let of_document = library.catalogue.documents[0].verdicts;
    let of_feature = feature(&library, "pep-758").verdicts;
    assert_eq!((of_document.confirmed, of_feature.confirmed), (2, 1));
}

#[test]
fn a_long_text_is_cut_at_a_word() {
    let text = "änderung, ".repeat(60);
    let library = Shelf::empty()
        .reference("notes", &format!("## Title {{#gh-1 kind=added}}\n\n{text}"))
        .library();
    let lead = lead(&library, "gh-1");
    assert!(lead.chars().count() <= 91, "{lead}");
    assert!(lead.ends_with("änderung…"), "{lead}");
}

#[test]
fn an_excerpt_keeps_code_whole_or_closed() {
    let lead_of = |text: &str| {
        let document = format!("## Title {{#gh-1 kind=added}}\n\n{text}");
        let library = Shelf::empty().reference("notes", &document).library();
        lead(&library, "gh-1").to_owned()
    };
    let short = lead_of("Call `a.b()` or [`c`](https://example.org), not ``d`e``.");
    assert_eq!(short, "Call `a.b()` or `c`, not `de`.");
    let cut = lead_of(&format!("Call `{}`.", "name ".repeat(60)));
    assert!(cut.ends_with("name`…"), "{cut}");
    assert_eq!(cut.matches('`').count(), 2, "{cut}");
}
