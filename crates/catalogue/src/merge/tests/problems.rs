use super::*;

fn text_of(problems: &[MergeProblem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
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
            "- To [one](#?feature=pep-758) and to [none](#?feature=pep-7).",
        )
        .sample("pep-650/bare", 1)
        .merge();
    let text = text_of(&problems);
    let expected = [
        "loose, line 7: no series is known for `Unplaced`; \
         give the document a `series:` or the heading a `series=`",
        "notes, line 11: PEP 9999 is not in the PEP table; correct the number",
        "notes, line 15: `pep-758` stands in this document already; give each once",
        "the feature `pep-758` names `pep-999` as related, and there is no such feature",
        "guide: a link leads to the feature `pep-7`, and there is no such feature",
        "the sample `pep-650/bare` belongs to `pep-650`, and there is no such feature",
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
