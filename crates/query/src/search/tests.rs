//! Searches in a small catalogue.

use crate::{Engine, Query, Wording};
use catalogue::fixture::Shelf;

/// The slugs of what some words find, the best first, and how they were taken.
fn search(text: &str) -> (Vec<String>, Wording) {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Bare `except` and `except*` {#pep-758 kind=changed area=language}\n\n\
             Parentheses go.\n\n\
             ## Deferred annotations {#pep-649 kind=changed name=annotationlib.Format}\n\n\
             They wait.\n\n\
             ## Task groups {#3.11-task-groups kind=added series=3.11 module=asyncio \
             name=asyncio.TaskGroup,asyncio.timeout}\n\nFewer leaks.\n\n\
             ## A task list in the shell {#3.12-list kind=added series=3.12}\n\nText.\n\n\
             ## SUPERFLUOUS Tests {#gh-128563 kind=removed}\n\nText about a taskgroup.",
        )
        .library();
    let catalogue = &library.catalogue;
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let engine = Engine::of(&library);
    let ranked = engine.ranked(&query);
    let slugs = ranked
        .iter()
        .filter_map(|index| catalogue.features.get(*index));
    let slugs = slugs.map(|feature| feature.slug.clone()).collect();
    (slugs, engine.run(catalogue, &query).wording)
}

/// The slugs of what some words find, the best first.
fn found(text: &str) -> Vec<String> {
    search(text).0
}

#[test]
fn a_name_comes_before_a_mention() {
    assert_eq!(found("TaskGroup"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("asyncio.TaskGroup"), ["3.11-task-groups"]);
    assert_eq!(found("timeout"), ["3.11-task-groups"]);
    assert_eq!(found("asyncio"), ["3.11-task-groups"]);
}

#[test]
fn a_whole_word_comes_before_the_beginning_of_one() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Prefixes {#3.15-a kind=added series=3.15 name=str.removeprefix}\n\nText.\n\n\
             ## Whole {#3.12-b kind=added series=3.12 name=str.remove}\n\nText.\n\n\
             ## Inside {#3.14-c kind=added name=str.unremoved}\n\nText.",
        )
        .library();
    let query = Query {
        text: "remove".to_owned(),
        ..Query::default()
    };
    let ranked = Engine::of(&library).ranked(&query);
    let slugs = ranked
        .iter()
        .map(|index| library.catalogue.features[*index].slug.as_str());
    assert_eq!(
        slugs.collect::<Vec<_>>(),
        ["3.12-b", "3.15-a"],
        "the inside of a word counts where nothing else has it"
    );
}

#[test]
fn the_feature_that_brought_a_name_comes_before_those_that_changed_it() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Stack takes more {#3.15-a kind=added series=3.15 name=shelf.stack}\n\nText.\n\n\
             ## Every stack has it {#3.14-b kind=changed name=shelf.stack}\n\nText.\n\n\
             ## A whole thing {#3.12-c kind=added series=3.12 name=shelf.stack}\n\nText.",
        )
        .library();
    let query = Query {
        text: "stack".to_owned(),
        ..Query::default()
    };
    let ranked = Engine::of(&library).ranked(&query);
    let first = ranked
        .first()
        .and_then(|index| library.catalogue.features.get(*index));
    assert_eq!(first.map(|feature| &*feature.slug), Some("3.12-c"));
}

#[test]
fn the_beginning_of_a_word_is_enough_while_typing() {
    assert_eq!(found("anno"), ["pep-649"]);
    assert_eq!(found("taskg"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("t").len(), 3);
}

#[test]
fn the_middle_of_a_word_is_enough_from_four_letters_on() {
    assert_eq!(found("notation"), ["pep-649"]);
    assert_eq!(found("not"), Vec::<String>::new());
}

#[test]
fn every_word_has_to_stand_somewhere_as_long_as_anything_has_all() {
    assert_eq!(found("task shell"), ["3.12-list"]);
    assert_eq!(found("shell task"), ["3.12-list"]);
    let (slugs, wording) = search("task annotations");
    assert_eq!(slugs.len(), 4, "what has one of the two: {slugs:?}");
    assert!(wording.is_partial);
    let (slugs, wording) = search("task groups xylophone concerto");
    assert_eq!(slugs, ["3.11-task-groups"]);
    assert!(wording.is_partial);
    assert_eq!(found("xylophone concerto task"), Vec::<String>::new());
}

#[test]
fn words_that_stand_together_in_a_title_count_more() {
    assert_eq!(
        found("task groups").first().map(String::as_str),
        Some("3.11-task-groups")
    );
}

#[test]
fn a_pep_is_found_however_it_is_written() {
    for text in [
        "758",
        "pep 758",
        "PEP-758",
        "pep758",
        "PEP-0758",
        "(PEP 758)",
        "75",
    ] {
        assert_eq!(found(text), ["pep-758"], "{text}");
    }
    assert_eq!(found("pep").len(), 2);
}

#[test]
fn an_issue_is_found_by_its_number() {
    for text in ["128563", "gh-128563", "GH-128563", "gh-1285"] {
        assert_eq!(found(text), ["gh-128563"], "{text}");
    }
}

#[test]
fn case_and_punctuation_mean_nothing() {
    for text in ["superfluous", "Superfluous TESTS", "“SUPERFLUOUS”, tests!"] {
        assert_eq!(found(text), ["gh-128563"], "{text}");
    }
    assert_eq!(found("except*"), ["pep-758"]);
}

#[test]
fn kind_and_series_are_words_as_well() {
    assert_eq!(found("removed"), ["gh-128563"]);
    assert_eq!(found("3.11"), ["3.11-task-groups"]);
    assert_eq!(found("removed tests"), ["gh-128563"]);
    assert_eq!(found("3.12 task"), ["3.12-list"]);
}

#[test]
fn what_nothing_has_finds_nothing() {
    assert_eq!(found("walrus"), Vec::<String>::new());
    assert_eq!(found(&"task ".repeat(100_000)), found("task task"));
}

#[test]
fn words_are_corrected_where_nothing_has_them() {
    for (text, slug, corrected) in [
        ("anotations", "pep-649", "annotations"),
        ("taksgroup", "3.11-task-groups", "taskgroup"),
        ("superflous tests", "gh-128563", "superfluous"),
    ] {
        let (slugs, wording) = search(text);
        assert_eq!(slugs.first().map(String::as_str), Some(slug), "{text}");
        let words: Vec<&str> = wording
            .corrected
            .iter()
            .map(|(_, to)| to.as_str())
            .collect();
        assert_eq!(words, [corrected]);
    }
    assert_eq!(search("annotations").1.corrected, []);
    assert_eq!(found("tsak"), ["3.11-task-groups", "3.12-list"]);
    assert_eq!(found("tsk"), Vec::<String>::new(), "too short to be sure");
}

#[test]
fn words_are_found_however_they_are_joined_and_ended() {
    for text in [
        "task_group",
        "task-groups",
        "TASK GROUP",
        "annotation deferring leaks OR tasks",
    ] {
        assert!(
            found(text).contains(&"3.11-task-groups".to_owned()),
            "{text}"
        );
    }
    assert_eq!(found("annotation"), ["pep-649"]);
    assert_eq!(found("leaked"), ["3.11-task-groups"]);
    assert_eq!(
        found("shelltask"),
        ["3.12-list"],
        "two words written as one"
    );
}

#[test]
fn phrases_exclusions_and_alternatives_hold() {
    assert_eq!(found("\"task list\""), ["3.12-list"]);
    assert_eq!(found("\"list task\""), Vec::<String>::new());
    assert_eq!(found("task -shell"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("-task").len(), 3);
    assert_eq!(found("shell OR superfluous").len(), 2);
    assert_eq!(found("OR").len(), 5, "nothing is asked for");
}

#[test]
fn phrases_are_looked_for_in_first_lines_where_those_are_there() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Task groups {#3.14-a kind=added}\n\nThey replace a bare `gather()` call.\n\n\
             ## Gathering {#3.14-b kind=changed}\n\nA call of `gather` may be bare.",
        )
        .library();
    let (catalogue, leads) = (&library.catalogue, &library.leads);
    let engine = Engine::of(&library);
    let found = |leads: &[String], text: &str| {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ranked = engine.ranked_with(leads, &query);
        let total = engine.run_with(catalogue, leads, &query).total;
        assert_eq!(ranked.len(), total, "{text}");
        let slugs = ranked.iter().map(|index| &catalogue.features[*index].slug);
        slugs.cloned().collect::<Vec<_>>()
    };
    for phrase in ["\"bare gather\"", "\"Gather() call\"", "task \"a bare\""] {
        assert_eq!(found(leads, phrase), ["3.14-a"], "{phrase}");
        assert_eq!(found(&[], phrase), Vec::<String>::new(), "{phrase}");
    }
    assert_eq!(found(leads, "\"call gather\""), Vec::<String>::new());
    assert_eq!(found(leads, "\"task groups\""), ["3.14-a"]);
}

#[test]
fn what_was_found_is_what_is_marked() {
    let marked = |text: &str, title: &str| {
        let ranges = search(text).1.marks.in_text(title);
        let marked = ranges.into_iter().map(|range| title[range].to_owned());
        marked.collect::<Vec<_>>()
    };
    assert_eq!(
        marked("task group", "Task groups, and TaskGroup"),
        ["Task group", "TaskGroup"]
    );
    assert_eq!(
        marked("anotations", "Deferred annotations"),
        ["annotations"]
    );
    assert_eq!(marked("the task", "The task"), ["task"]);
}
