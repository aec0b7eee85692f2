use super::*;
use crate::catalogue::fixture::Shelf;
use crate::query::{Engine, Query};

#[test]
fn splits_names_at_dots_underscores_and_humps() {
    let mut words = WordList::default();
    words.add_name("asyncio.TaskGroup", NAME);
    words.add_name("os.pidfd_open", NAME);
    let mut words: Vec<&str> = words.0.iter().map(|(word, _)| &**word).collect();
    words.sort_unstable();
    assert_eq!(
        words,
        [
            "asyncio",
            "asyncio.taskgroup",
            "group",
            "open",
            "os",
            "os.pidfd_open",
            "pidfd",
            "task"
        ]
    );
}

#[test]
fn operators_stay_words() {
    let words: Vec<&str> = words_of("`except*`, `:=` (walrus)").collect();
    assert_eq!(words, ["except*", "=", "walrus"]);
}

/// The slugs of what some words find, the best first.
fn found(text: &str) -> Vec<String> {
    let catalogue = Shelf::new()
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
        .catalogue();
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let ranked = Engine::new(&catalogue).ranked(&catalogue, &query);
    let slugs = ranked
        .iter()
        .filter_map(|index| catalogue.features.get(*index));
    slugs.map(|feature| feature.slug.clone()).collect()
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
    let catalogue = Shelf::new()
        .reference(
            "notes",
            "## Prefixes {#3.15-a kind=added series=3.15 name=str.removeprefix}\n\nText.\n\n\
             ## Whole {#3.12-b kind=added series=3.12 name=str.remove}\n\nText.\n\n\
             ## Inside {#3.14-c kind=added name=str.unremoved}\n\nText.",
        )
        .catalogue();
    let query = Query {
        text: "remove".to_owned(),
        ..Query::default()
    };
    let ranked = Engine::new(&catalogue).ranked(&catalogue, &query);
    let slugs = ranked
        .iter()
        .map(|index| catalogue.features[*index].slug.as_str());
    assert_eq!(slugs.collect::<Vec<_>>(), ["3.12-b", "3.15-a", "3.14-c"]);
}

#[test]
fn the_beginning_of_a_word_is_enough_while_typing() {
    assert_eq!(found("anno"), ["pep-649"]);
    assert_eq!(found("taskg"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("t").len(), 4);
}

#[test]
fn the_middle_of_a_word_is_enough_from_four_letters_on() {
    assert_eq!(found("notation"), ["pep-649"]);
    assert_eq!(found("not"), Vec::<String>::new());
}

#[test]
fn every_word_has_to_stand_somewhere() {
    assert_eq!(found("task shell"), ["3.12-list"]);
    assert_eq!(found("shell task"), ["3.12-list"]);
    assert_eq!(found("task annotations"), Vec::<String>::new());
    assert_eq!(found("except leaks"), Vec::<String>::new());
}

#[test]
fn words_that_stand_together_in_a_title_count_more() {
    assert_eq!(
        found("task groups").first().map(String::as_str),
        Some("3.11-task-groups")
    );
    assert_eq!(
        found("a task").first().map(String::as_str),
        Some("3.12-list")
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
    assert_eq!(found("pep 75 649"), Vec::<String>::new());
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
fn kind_series_and_area_are_words_as_well() {
    assert_eq!(found("removed"), ["gh-128563"]);
    assert_eq!(found("3.11"), ["3.11-task-groups"]);
    assert_eq!(found("language"), ["pep-758"]);
}

#[test]
fn what_nothing_has_finds_nothing() {
    assert_eq!(found("walrus"), Vec::<String>::new());
    assert_eq!(found(&"task ".repeat(100_000)), found("task task"));
}
