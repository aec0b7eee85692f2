//! A mistake gives a single diagnostic, which points at the wrong word and suggests the right
//! one.

use super::fixture::{Assets, NOTES};

/// The only diagnostic after a change in the release notes: the words at its place, and the
/// rest of the line in the report.
#[track_caller]
fn problem_with(from: &str, to: &str) -> (String, String) {
    let assets = Assets::sound().change(NOTES, from, to);
    let problem = assets.problem();
    let parts: Vec<&str> = problem.splitn(4, ':').collect();
    let [path, line, column, rest] = parts.as_slice() else {
        panic!("a place and a message are expected: {problem}");
    };
    assert_eq!(*path, NOTES);
    let number = |text: &str| text.parse::<usize>().expect("a number") - 1;
    let text = assets.read(NOTES);
    let line = text.lines().nth(number(line)).expect("a line of the file");
    let at = line.chars().skip(number(column)).collect();
    (at, rest.trim_start().to_owned())
}

/// Fails unless the diagnostic points at these words and has the expected text.
#[track_caller]
fn gives((from, to): (&str, &str), words: &str, expected: &str) {
    let (at, problem) = problem_with(from, to);
    assert!(at.starts_with(words), "expected at `{words}`: {at}");
    assert_eq!(problem, expected);
}

#[test]
fn a_misspelt_value_points_at_itself_and_is_not_missing() {
    for (from, to, words, expected) in [
        (
            "kind=changed",
            "kind=chnaged",
            "chnaged",
            "error[kind]: `chnaged` is not a valid kind; did you mean `changed`?",
        ),
        (
            "kind=changed",
            "chnaged",
            "chnaged",
            "error[kind]: `chnaged` is not a valid kind; did you mean `changed`?",
        ),
        (
            "kind=deprecated",
            "kind=depreciated",
            "depreciated",
            "error[kind]: `depreciated` is not a valid kind; did you mean `deprecated`?",
        ),
        (
            "status=final",
            "status=finla",
            "finla",
            "error[status]: `finla` is not a valid status; did you mean `final`?",
        ),
        (
            "area=language",
            "area=langauge",
            "langauge",
            "error[area]: `langauge` is not a valid area; did you mean `language`?",
        ),
        (
            "impact=none",
            "impact=non",
            "non",
            "error[impact]: `non` is not a valid impact; did you mean `none`?",
        ),
        (
            "area=language",
            "aera=language",
            "aera=",
            "error[attribute]: the attribute `aera` is unknown; did you mean `area`?",
        ),
        (
            "url=https://docs.python.org/3/whatsnew/3.14.html#whatsnew314-except",
            "url=ftp://docs.python.org",
            "ftp:",
            "error[url]: `ftp://docs.python.org` is not an address that may be followed; \
             use http, https or a relative path",
        ),
    ] {
        gives((from, to), words, expected);
    }
}

#[test]
fn the_word_of_a_list_that_is_wrong_is_pointed_at() {
    gives(
        ("name=old.thing", "name=old.thing,-X"),
        "-X",
        "error[name]: `-X` is not a qualified name; \
         write it like str.removeprefix, without parentheses",
    );
    gives(
        ("related=gh-1", "related=gh-1,pep-785"),
        "pep-785",
        "error[related]: `pep-785` is not a feature; did you mean `pep-758`?",
    );
    gives(
        ("an iterable is read", "an iterable is raed"),
        "raed",
        "error[spelling]: `raed` is not in the dictionary; correct it, \
         put code between backticks, or add the name to verify/words.txt",
    );
    gives(
        ("an iterable is read", "an iterable is told"),
        "is told",
        "error[plain-words]: `is told` is not plain English here; write receives",
    );
    gives(
        ("impact=check", "impact=none"),
        "none",
        "error[impact]: `gh-1` is a deprecation and not soft deprecated; \
         give it `impact: check`, or say that it is soft deprecated",
    );
}

#[test]
fn the_lines_below_a_heading_have_columns_too() {
    let attributes = "{#gh-1 deprecated}\n    area: library\n    module: old\n    \
                      name: old.thing\n    removal: 3.16\n    impact: nnoe\n    \
                      url: #deprecated\n    break: warning\n    backport: none\n    \
                      fix: none\n    related: pep-758,\n      gh-22";
    let line = "{#gh-1 kind=deprecated area=library module=old name=old.thing removal=3.16 \
                impact=check break=warning backport=none fix=none \
                url=https://docs.python.org/3/whatsnew/3.14.html#deprecated}";
    let problems = Assets::sound().change(NOTES, line, attributes).problems();
    let [impact, related] = problems.as_slice() else {
        panic!("two problems are expected: {problems:#?}");
    };
    assert!(
        impact.contains(":22:13: error[impact]: `nnoe` is not a valid impact; did you mean `none`"),
        "{impact}"
    );
    assert!(
        related.contains(":28:7: error[related]: `gh-22` is not a feature"),
        "{related}"
    );
}

#[test]
fn a_misspelt_slug_is_neither_lost_nor_new() {
    gives(
        ("#pep-758", "#pep-785"),
        "#pep-785",
        "error[pep]: PEP 785 is not in the PEP table; correct the number",
    );
    gives(
        ("#gh-1 ", "#GH-1 "),
        "#GH-1",
        "error[slug]: `GH-1` is not a valid slug; \
         write it like pep-758, gh-128563, bpo-38605 or 3.14-asyncio-ps",
    );
}

#[test]
fn a_feature_that_is_lost_takes_no_other_with_it() {
    let notes = Assets::sound().read(NOTES);
    let (before, rest) = notes.split_once("## `old.thing`").expect("a heading");
    let (lost, after) = rest.split_once("\n## ").expect("another heading");
    let goals = |assets: Assets| {
        assets
            .change("verify/goals.toml", "features = 3", "features = 2")
            .change(
                "verify/goals.toml",
                "to = \"3.14\"\nfeatures = 3",
                "to = \"3.14\"\nfeatures = 2",
            )
    };
    assert!(before.contains("related=gh-1") && lost.contains("#gh-1"));
    let assets = goals(Assets::sound());
    assets.write(NOTES, &format!("{before}## {after}"));
    assert_eq!(
        assets.problem(),
        "verify/slugs.txt:1:1: error[slug]: `gh-1` is recorded, but no longer a feature; \
         restore it, as slugs are permanent"
    );
}

#[test]
fn what_is_hidden_is_not_missing() {
    gives(
        (
            "```text seen 3.14..\ngone warns\n```",
            "```text seen 3.14..\ngone warns",
        ),
        "```text seen 3.14..",
        "error[unclosed]: the code block is never closed; \
         end it with a fence like its first line",
    );
    gives(
        ("#gh-2 kind", "kind"),
        "## The module",
        "error[slug]: the heading has attributes but no slug; add one such as `#pep-758`",
    );
}

#[test]
fn the_front_matter_is_corrected_first() {
    for (from, to, words, expected) in [
        (
            "series: '3.14'",
            "series: 3,14",
            "3,14",
            "error[series]: `3,14` is not a valid version; write it like 3.14",
        ),
        (
            "as_of: '2026-07-01'",
            "as_of: 1 July",
            "1 July",
            "error[date]: `1 July` is not a valid date; write it like 2024-10-15",
        ),
        (
            "kind: reference",
            "kind: refrence",
            "refrence",
            "error[front-matter]: `refrence` is not a valid source kind; \
             did you mean `reference`?",
        ),
        (
            "as_of:",
            "as_off:",
            "as_off",
            "error[front-matter]: the key `as_off` is unknown; did you mean `as_of`?",
        ),
    ] {
        gives((from, to), words, expected);
    }
}
