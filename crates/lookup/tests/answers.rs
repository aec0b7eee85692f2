//! Answers from a small library, without a table of names.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests may panic")]

use ::check::Lists;
use catalogue::Thesaurus;
use catalogue::fixture::Shelf;
use explain::Messages;
use lookup::{Lookup, LookupError, Narrowing, Readable};
use terms::{Series, SourceKind};

/// A library with an addition, a deprecation with its removal, and a change.
fn lookup() -> Lookup {
    let removed = "## Shelf removed {#3.14-shelf kind=removed module=shelf name=shelf.a \
                   related=3.13-shelf}\n\nIt is gone. See:\n\n1. one\n2. two\n\n   and more\n\n\
                   ```python before\nimport shelf\n```\n\n\
                   ```text seen 3.14..\nTraceback\nImportError: no shelf\n```\n\n\
                   ```python after 3.12..\nimport table\n```\n\n**Instead:** use a table.\n\n\
                   ## Lamp {#3.14-lamp kind=added}\n\nIt gives *light*.";
    let deprecated = "## Shelf deprecated {#3.13-shelf kind=deprecated module=shelf \
                      name=shelf.a removal=3.14}\n\nIt goes.";
    let library = Shelf::empty()
        .reference("new", removed)
        .document("old", SourceKind::Reference, "series: '3.13'", deprecated)
        .sample("3.14-lamp/on", 1)
        .library();
    let (thesaurus, messages) = (Thesaurus::default(), Messages::default());
    Lookup::new(library, thesaurus, None, messages, Lists::default())
}

fn minor(minor: u8) -> Series {
    Series::python3(minor)
}

#[test]
fn a_search_counts_what_it_does_not_list() {
    let lookup = lookup();
    let found = lookup.search("shelf", 1);
    assert_eq!((found.total, found.results.len()), (2, 1));
    assert!(found.to_text(None).ends_with("1 more match.\n"));
    let wrong = lookup.search("lamp kind:gone", 9);
    assert_eq!(wrong.results.len(), 1);
    assert!(wrong.problems[0].contains("gone"), "{:?}", wrong.problems);
    assert!(wrong.to_text(None).starts_with("Left out of the query: "));
    // A question without a table of names is a search.
    let question = lookup.search("when was the module shelf removed", 1);
    assert_eq!(question.results[0].result.slug, "3.14-shelf");
}

#[test]
fn a_change_has_its_states_sheet_samples_and_sources() {
    let lookup = lookup();
    let shelf = lookup.change("3.14-shelf").expect("a change");
    let states: Vec<_> = shelf
        .states
        .iter()
        .map(|state| (state.since, state.state))
        .collect();
    assert_eq!(
        states,
        [
            (minor(12), "unrecorded"),
            (minor(13), "deprecated"),
            (minor(14), "removed")
        ]
    );
    assert_eq!(
        shelf.text,
        "It is gone. See:\n1. one\n2. two\n   and more\n"
    );
    let repair = shelf.repair.as_ref().expect("a sheet");
    assert_eq!(
        repair.after.as_ref().unwrap().versions.as_deref(),
        Some("3.12..")
    );
    assert_eq!(shelf.sources[0].document, "new");
    let text = shelf.to_text(None);
    for words in [
        "removed in Python 3.14, deprecated from 3.13",
        "    2. two\n       and more\n",
        "    Instead: use a table.\n",
        "    ImportError: no shelf\n",
        "After, for Python 3.12 and later",
    ] {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    let lamp = lookup.change(" 3.14-lamp ").expect("a change");
    assert_eq!(lamp.lead, "It gives light.");
    assert_eq!(lamp.samples[0].code, "print('on')\n");
    assert!(lamp.repair.is_none());
}

#[test]
fn an_unknown_slug_is_an_error_with_a_similar_one() {
    let error = lookup().change("3.14-lmap").expect_err("no change");
    assert!(
        matches!(&error, LookupError::UnknownChange { similar: Some(slug), .. } if slug == "3.14-lamp")
    );
    assert!(error.to_string().contains("did you mean `3.14-lamp`?"));
}

#[test]
fn an_upgrade_is_narrowed_by_words_sections_and_number() {
    let lookup = lookup();
    let upgrade = |narrowing| lookup.upgrade(minor(12), minor(14), &narrowing);
    let all = upgrade(Narrowing::default()).expect("known versions");
    let slugs = |changes: &lookup::Changes| -> Vec<(&str, Vec<String>)> {
        let sections = changes.sections.iter();
        let slugs = |section: &lookup::Section| {
            let changes = section.changes.iter();
            changes.map(|step| step.change.slug.clone()).collect()
        };
        sections.map(|one| (one.concern, slugs(one))).collect()
    };
    // The removal stands for its deprecation.
    assert_eq!(
        slugs(&all),
        [
            ("breaks", vec!["3.14-shelf".to_owned()]),
            ("new", vec!["3.14-lamp".to_owned()])
        ]
    );
    let shelf = &all.sections[0].changes[0];
    assert_eq!(shelf.seen.as_deref(), Some("ImportError: no shelf"));
    assert_eq!(shelf.summary, "removed in 3.14, deprecated in 3.13");
    let light = upgrade(Narrowing {
        query: "lamp".to_owned(),
        ..Narrowing::default()
    });
    assert_eq!(slugs(&light.unwrap()).len(), 1);
    let new = upgrade(Narrowing {
        concerns: vec!["new".to_owned()],
        ..Narrowing::default()
    });
    assert_eq!(slugs(&new.unwrap())[0].0, "new");
    let none = upgrade(Narrowing {
        limit: Some(0),
        ..Narrowing::default()
    });
    let none = none.unwrap();
    assert_eq!(
        (none.sections[0].total, none.sections[0].changes.len()),
        (1, 0)
    );
    assert!(none.to_text(None).contains("1 more are not listed."));
}

#[test]
fn unknown_versions_and_sections_are_errors_that_say_what_there_is() {
    let lookup = lookup();
    let narrowing = Narrowing::default();
    let error = lookup
        .upgrade(minor(12), minor(99), &narrowing)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no Python 3.99; give a version from 3.12 to 3.15"
    );
    let narrowing = Narrowing {
        concerns: vec!["bugs".to_owned()],
        ..narrowing
    };
    let error = lookup
        .upgrade(minor(12), minor(14), &narrowing)
        .unwrap_err();
    assert!(
        error.to_string().contains("give some of breaks, check"),
        "{error}"
    );
}

#[test]
fn questions_about_names_need_the_table() {
    let lookup = lookup();
    assert_eq!(lookup.name("os").unwrap_err(), LookupError::NoTable);
    assert_eq!(lookup.explain("x").unwrap_err(), LookupError::NoTable);
}
