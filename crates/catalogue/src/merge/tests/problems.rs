use super::*;

/// The diagnostics, with their origins as paths.
fn text_of(problems: &[MergeDiagnostic]) -> Vec<String> {
    let text = |problem: &MergeDiagnostic| {
        let name = match &problem.origin {
            Origin::Document(slug) | Origin::Sample(slug) | Origin::Thesaurus(slug) => slug,
        };
        problem.diagnostic.clone().in_file(name).to_string()
    };
    problems.iter().map(text).collect()
}

#[test]
fn every_problem_names_its_place() {
    let (library, problems) = Shelf::empty()
        .document(
            "loose",
            SourceKind::Article,
            "",
            "## Unplaced {#gh-7 kind=added}\n\nText.",
        )
        .reference(
            "notes",
            "## Good {#pep-758 kind=changed related=pep-999}\n\nText.\n\n\
             ## Wrong number {#gh-8 kind=added pep=9999}\n\nText.\n\n\
             ## Good again {#pep-758 kind=changed}\n\nText.",
        )
        .document(
            "guide",
            SourceKind::Guide,
            "series: '3.14'",
            "- To [one](#?feature=pep-758) and to [none](#?feature=pep-785).",
        )
        .sample("pep-650/bare", 1)
        .merge();
    let text = text_of(&problems);
    let expected = [
        "loose:7:1: error[series]: no version is known for `Unplaced`; \
         give the document or the heading a `series:`",
        "notes:11:39: error[pep]: PEP 9999 is not in the PEP table; correct the number",
        "notes:15:16: error[slug]: `pep-758` is already used in this document; \
         give each feature one heading",
        "notes:7:40: error[related]: `pep-999` is not a feature; name one that a document states",
        "guide:7:38: error[link]: `pep-785` is not a feature; did you mean `pep-758`?",
        "pep-650/bare:1:1: error[sample]: `pep-650` is not a feature; \
         name one that a document states",
    ];
    for message in expected {
        assert!(
            text.iter().any(|text| text == message),
            "{message}\n{text:#?}"
        );
    }
    assert_eq!(text.len(), expected.len(), "{text:#?}");
    assert_eq!(
        slugs(&library),
        ["pep-758", "gh-8"],
        "the rest is merged all the same"
    );
}

#[test]
fn one_mistake_gives_one_message() {
    let parsed = |text: &str| NamedDocument {
        slug: "mine".to_owned(),
        document: document::parse(text.as_bytes()).expect("a small document"),
    };
    for (text, expected) in [
        // The invalid series of the document explains the missing ones.
        (
            "---\ntitle: T\nseries: 3,14\n---\n\n## A {#gh-1 added}\n\n## B {#gh-2 added}\n",
            0,
        ),
        // A heading with a misspelt kind still states a feature.
        (
            "---\ntitle: T\nseries: '3.14'\n---\n\n## A {#3.14-a aded}\n\n\
             ## B {#gh-2 added}\n    related: 3.14-a\n",
            0,
        ),
        // A feature without a series may still be referred to.
        (
            "---\ntitle: T\n---\n\n## A {#gh-1 added}\n\n\
             ## B {#gh-2 added}\n    series: 3.14\n    related: gh-1\n",
            1,
        ),
    ] {
        let facts = Shelf::empty().facts();
        let (_, problems) = merge(vec![parsed(text)], facts, Vec::new(), &Thesaurus::default());
        assert_eq!(
            problems.len(),
            expected,
            "{text}: {:#?}",
            text_of(&problems)
        );
    }
}
