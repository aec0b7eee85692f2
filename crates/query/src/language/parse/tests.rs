//! Tests of parsing queries.

use super::*;
use crate::{SeriesRange, language::format};
use catalogue::fixture::Shelf;
use terms::{Area, Content, Kind, PepNumber, Series, Status};

fn catalogue() -> Catalogue {
    Shelf::empty()
        .reference(
            "whatsnew/3.14",
            "## Groups {#3.14-g kind=added module=asyncio.taskgroups}\n\nText.\n\n\
             ## Trees {#3.14-t kind=added module=xml.etree.ElementTree}\n\nText.",
        )
        .reference(
            "cloudsmith-314",
            "## Except {#pep-758 kind=changed}\n\nText.",
        )
        .catalogue()
}

fn parsed(text: &str) -> ParsedQuery {
    let parsed = parse(text, &catalogue());
    for span in parsed.terms.iter().map(|term| &term.span) {
        assert!(text.get(span.clone()).is_some(), "{span:?} in {text}");
    }
    parsed
}

#[test]
fn every_filter_can_be_written() {
    let text = "version:3.12..3.14 in:3.11 pep:695,701 status:final kind:removed,added \
                area:typing module:asyncio has:sample doc:cloudsmith-314 task \"a b\" -cat OR d";
    let ParsedQuery {
        query,
        terms,
        problems,
    } = parsed(text);
    assert_eq!(problems, []);
    let series = Series::python3;
    let expected = Query {
        introduced: SeriesRange {
            from: Some(series(12)),
            to: Some(series(14)),
        },
        usable_in: Some(series(11)),
        peps: vec![PepNumber(695), PepNumber(701)],
        statuses: vec![Status::Final],
        kinds: vec![Kind::Removed, Kind::Added],
        areas: vec![Area::Typing],
        modules: vec!["asyncio".into()],
        contents: vec![Content::Sample],
        documents: vec!["cloudsmith-314".into()],
        text: "task \"a b\" -cat OR d".into(),
    };
    assert_eq!(query, expected);
    assert_eq!(format(&query), text.replace("                ", ""));
    let roles: Vec<Role> = terms.iter().skip(9).map(|term| term.role).collect();
    let words = [
        Role::Word,
        Role::Phrase,
        Role::Excluded,
        Role::Or,
        Role::Word,
    ];
    assert_eq!(roles, words);
}

#[test]
fn filters_may_be_anywhere_and_repeated() {
    let query = parsed("task kind:added groups KIND:removed pep:758").query;
    assert_eq!(query.text, "task groups");
    assert_eq!(query.kinds, [Kind::Added, Kind::Removed]);
    assert_eq!(query.peps, [PepNumber(758)]);
}

#[test]
fn documents_and_modules_are_found_by_shorter_names() {
    for (text, expected) in [
        ("doc:cloudsmith", "doc:cloudsmith-314"),
        ("doc:3.14", "doc:whatsnew/3.14"),
        ("module:xml", "module:xml"),
        (
            "module:xml.etree.elementtree",
            "module:xml.etree.ElementTree",
        ),
    ] {
        assert_eq!(format(&parsed(text).query), expected);
    }
}

/// The problems of a query, as parts of the text and messages.
fn problems(text: &str) -> Vec<(&str, String)> {
    let problems = parsed(text).problems.into_iter();
    problems
        .map(|problem| (text.get(problem.span).unwrap_or_default(), problem.message))
        .collect()
}

#[test]
fn problems_are_explained_and_the_rest_is_used() {
    for (text, part, words) in [
        (
            "verison:3.12 task",
            "verison:3.12",
            "did you mean `version:`?",
        ),
        ("task knid:added", "knid:added", "did you mean `kind:`?"),
        ("on:3.12 task", "on:3.12", "did you mean `in:`?"),
        (
            "task author:me",
            "author:me",
            "filters are version, in, pep",
        ),
        (
            "version:banana task",
            "version:banana",
            "`banana` is not a valid version",
        ),
        (
            "kind:added,vanished task",
            "kind:added,vanished",
            "`vanished` is not a valid kind",
        ),
        (
            "module:nothing task",
            "module:nothing",
            "no feature has a module",
        ),
        (
            "doc:nothing task",
            "doc:nothing",
            "no feature has a document",
        ),
        ("-kind:added task", "-kind:added", "only words"),
        ("in:3.12 task in:3.13", "in:3.13", "is given twice"),
    ] {
        let found = problems(text);
        let [(found_part, message)] = found.as_slice() else {
            panic!("{text}: expected one problem: {found:?}");
        };
        assert_eq!(*found_part, part);
        assert!(message.contains(words), "{text}: {message}");
        assert!(parsed(text).query.text.contains("task"), "{text}");
    }
    assert_eq!(parsed("verison:3.12").query, Query::default());
    assert_eq!(parsed("kind:added,vanished").query.kinds, [Kind::Added]);
}

#[test]
fn colons_in_words_are_not_problems() {
    for text in [
        "x := 1",
        "version:",
        "module: task",
        "x:int",
        "https://example.org",
        "lambda x: x",
        "\"verison:3\"",
        "::",
        "ü:",
    ] {
        assert_eq!(problems(text), [], "{text}");
    }
    assert_eq!(parsed("module: task").query.text, "task");
}
