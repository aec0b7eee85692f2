use super::{Base, BaseDocument, Merged, is_own, read, slug_of};
use crate::fixture::Shelf;
use crate::{NamedDocument, Thesaurus, bundle};
use document::Block;

const NOTES: &str = "---\ntitle: Notes\nseries: '3.14'\nsource: { name: Docs, kind: reference }\n\
                     ---\n\n## Except {#pep-758 kind=changed}\n\nWithout parentheses.\n";

fn base() -> Base {
    Base {
        facts: Shelf::empty().facts(),
        documents: vec![BaseDocument {
            slug: "notes".to_owned(),
            markdown: NOTES.to_owned(),
        }],
        samples: Vec::new(),
        thesaurus: Thesaurus::default(),
    }
}

fn own(name: &str, markdown: &str) -> NamedDocument {
    read(slug_of(name, |_| false), markdown.as_bytes()).expect("a document within the limit")
}

fn merged(own: &[NamedDocument]) -> Merged {
    let base = base();
    let shipped = base.documents().expect("documents within the limit");
    base.merge(&shipped, own)
}

fn diagnostics_of(merged: &Merged, slug: &str) -> Vec<String> {
    let mut texts = merged.library.document_texts.iter();
    let text = texts.find(|text| text.slug == slug).expect("the document");
    text.diagnostics.iter().map(ToString::to_string).collect()
}

#[test]
fn a_document_adds_a_statement_to_a_known_feature_and_brings_features_of_its_own() {
    let post = "# Python 3.14.0 is here\n\n## New features\n\n\
                - [PEP 758](https://peps.python.org/pep-0758/): except without brackets\n\
                - [PEP 649](https://peps.python.org/pep-0649/): deferred annotations\n";
    let Merged { library, left_out } = merged(&[own("post.md", post)]);
    let feature = |slug| library.catalogue.feature(slug).expect("the feature");
    assert_eq!(feature("pep-758").documents, ["notes", "own/post"]);
    assert_eq!(feature("pep-649").documents, ["own/post"]);
    assert!(!feature("pep-758").is_own() && feature("pep-649").is_own());
    assert_eq!(left_out, 0);
}

#[test]
fn a_conflict_is_reported_with_its_line_and_loses_nothing() {
    let text = "# Mine\n\n## One {#3.14-a kind=added related=3.14-no series=3.14}\n\nText.\n\n\
                ## Two {#x-b kind=added}\n\nNo series.\n\n## Three {#pep-9999 kind=added series=3.14}\n\n\
                See [it](#?feature=gone).\n";
    let merged = merged(&[own("mine.md", text)]);
    assert_eq!(
        diagnostics_of(&merged, "own/mine"),
        [
            "3:36: error[related]: `3.14-no` is not a feature; name one that a document states",
            "7:1: error[series]: no version is known for `Two`; \
             give the document or the heading a `series:`",
            "11:11: error[pep]: PEP 9999 is not in the PEP table; correct the number",
            "13:5: error[link]: `gone` is not a feature; name one that a document states",
        ]
    );
    let mut texts = merged.library.document_texts.iter();
    assert!(texts.any(|text| format!("{text:?}").contains("No series.")));
}

#[test]
fn a_base_travels_as_a_part_of_the_bundle() {
    let file = bundle::write_base(&base()).expect("it encodes");
    assert_eq!(bundle::read(&bundle::base(), &file.bytes), Ok(base()));
}

#[test]
fn slugs_come_from_names_and_are_given_once() {
    for (name, slug) in [
        ("notes.md", "own/notes"),
        ("a folder/My Notes (2).markdown", "own/a-folder-My-Notes-2"),
        ("../../etc/passwd", "own/..-..-etc-passwd"),
        ("über.md", "own/über"),
        ("???.md", "own/document"),
        (".md", "own/.md"),
        ("", "own/document"),
    ] {
        assert_eq!(slug_of(name, |_| false), slug, "{name}");
        assert!(is_own(slug));
    }
    let taken = ["own/notes", "own/notes-2"];
    assert_eq!(
        slug_of("notes.md", |slug| taken.contains(&slug)),
        "own/notes-3"
    );
    assert!(slug_of(&"a".repeat(5000), |_| false).len() < 100);
    assert!(!is_own("owner") && !is_own("whatsnew/3.14"));
}

/// The number of blocks and inlines at any depth.
fn pieces(blocks: &[Block]) -> usize {
    format!("{blocks:?}").matches("(").count()
}

#[test]
fn what_no_page_could_show_is_cut() {
    let fill = |piece: &str| piece.repeat(1_500_000 / piece.len());
    for (name, text) in [
        ("words", fill("word ")),
        ("paragraphs", fill("a\n\n")),
        ("cells", fill("|a")),
        ("table", format!("|a|b|\n|-|-|\n{}", fill("|c|d|\n"))),
        ("quotations", fill("> ")),
        ("features", fill("## `a` {#3.14-x kind=added}\n\nText.\n\n")),
        ("emphasis", fill("*a* ")),
        ("heading", format!("# {}", fill("PEP 1 "))),
        ("code", format!("```\n{}\n```", fill("x = 1\n"))),
    ] {
        let named = read("own/big".to_owned(), text.as_bytes()).expect("within the limit");
        let document = &named.document;
        assert!(
            pieces(&document.body) < 200_000,
            "{name}: {} pieces",
            pieces(&document.body)
        );
        let features = document.features.len();
        assert!(features <= 2_000, "{name}: {features} features");
        let sizes = document
            .features
            .iter()
            .map(|feature| format!("{feature:?}").len());
        assert!(
            sizes.sum::<usize>() < 10_000_000,
            "{name}: the features are too large"
        );
        assert!(document.metadata.title.len() < 2_500, "{name}");
    }
    let mut sizes = vec![b'a'; super::MAX_BYTES];
    assert!(read("own/big".to_owned(), &sizes).is_ok());
    sizes.push(b'a');
    let error = read("own/big".to_owned(), &sizes).expect_err("one byte too many");
    assert!(error.to_string().contains("10485760"), "{error}");
}

#[test]
fn a_document_as_people_write_them_is_left_as_it_is() {
    let long = format!(
        "{NOTES}\n{}",
        "A paragraph of some length, with `code`.\n\n".repeat(2_000)
    );
    let named = read("own/notes".to_owned(), long.as_bytes()).expect("within the limit");
    let parsed = document::parse(long.as_bytes()).expect("within the limit");
    assert_eq!(named.document, parsed);
}

#[test]
fn more_features_than_a_catalogue_holds_are_left_out_and_counted() {
    let many: String = (0..2_000)
        .map(|number| format!("## F {{#3.14-NAME{number} kind=added series=3.14}}\n\n"))
        .collect();
    let documents: Vec<NamedDocument> = (0..6)
        .map(|number| {
            own(
                &format!("{number}.md"),
                &many.replace("NAME", &format!("{number}-")),
            )
        })
        .collect();
    let merged = merged(&documents);
    assert_eq!(merged.left_out, 2_000);
    assert_eq!(merged.library.catalogue.features.len(), 10_001);
}

#[test]
fn no_heading_takes_the_place_of_a_part_of_the_page() {
    let text = "# A {#parts}\n\n> ## B {#search}\n\n## C {#pep-758 kind=changed}\n\n### D {#main}\n\n\
                ## E {#3.14-x kind=added}\n";
    let named = own("ids.md", text);
    let all = format!("{:?}{:?}", named.document.body, named.document.features);
    for id in ["parts", "search", "main"] {
        assert!(!all.contains(&format!("Some(\"{id}\")")), "{id} in {all}");
    }
    for id in ["pep-758", "3.14-x"] {
        assert!(all.contains(&format!("Some(\"{id}\")")), "{id} in {all}");
    }
}

#[test]
fn announcements_that_repeat_each_other_state_the_same_features() {
    let post = |release: &str| {
        let title = format!("Python 3.14.0 {release}");
        format!(
            "# {title}\n\n## Major new features of the 3.14 series\n\n- The pdb module attaches\n- Except\n"
        )
    };
    let merged = merged(&[own("a.md", &post("alpha 1")), own("b.md", &post("alpha 2"))]);
    let features = merged.library.catalogue.features.iter();
    let stated: Vec<_> = features
        .map(|feature| (feature.slug.as_str(), feature.documents.len()))
        .collect();
    assert_eq!(stated, [("pep-758", 3), ("own/a-1", 2)]);
    assert_eq!(diagnostics_of(&merged, "own/b"), Vec::<String>::new());
}
