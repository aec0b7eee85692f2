//! Tests of searches in a small catalogue.

use crate::{Engine, Interpretation, Query};
use catalogue::fixture::Shelf;

/// The slugs of the matches, best first, and the interpretation of the words.
fn search(text: &str) -> (Vec<String>, Interpretation) {
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
    let engine = Engine::with_search(&library);
    let ranked = engine.ranked(&query);
    let slugs = ranked
        .iter()
        .filter_map(|index| catalogue.features.get(*index));
    let slugs = slugs.map(|feature| feature.slug.clone()).collect();
    (slugs, engine.run(catalogue, &query).interpretation)
}

/// The slugs of the matches, best first.
fn found(text: &str) -> Vec<String> {
    search(text).0
}

#[test]
fn names_are_ranked_before_mentions() {
    assert_eq!(found("TaskGroup"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("asyncio.TaskGroup"), ["3.11-task-groups"]);
    assert_eq!(found("timeout"), ["3.11-task-groups"]);
    assert_eq!(found("asyncio"), ["3.11-task-groups"]);
}

#[test]
fn whole_words_are_ranked_before_prefixes() {
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
    let ranked = Engine::with_search(&library).ranked(&query);
    let slugs = ranked
        .iter()
        .map(|index| library.catalogue.features[*index].slug.as_str());
    assert_eq!(
        slugs.collect::<Vec<_>>(),
        ["3.12-b", "3.15-a"],
        "substrings match only if nothing else does"
    );
}

#[test]
fn the_feature_that_added_a_name_is_ranked_before_those_that_changed_it() {
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
    let ranked = Engine::with_search(&library).ranked(&query);
    let first = ranked
        .first()
        .and_then(|index| library.catalogue.features.get(*index));
    assert_eq!(first.map(|feature| &*feature.slug), Some("3.12-c"));
}

#[test]
fn of_equal_matches_those_with_a_pep_or_that_add_something_come_first() {
    let ranked = |text: &str| {
        let library = Shelf::empty()
            .reference(
                "notes",
                "## Widget one {#3.14-a kind=deprecated}\n\nText.\n\n\
                 ## Widget two {#3.14-b kind=changed}\n\nText.\n\n\
                 ## Widget six {#3.14-c kind=added}\n\nText.\n\n\
                 ## Widget ten {#3.14-d kind=added pep=758}\n\nText.",
            )
            .library();
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ranked = Engine::with_search(&library).ranked(&query);
        let features = ranked
            .iter()
            .map(|index| &library.catalogue.features[*index]);
        features
            .map(|feature| feature.slug.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ranked("widget"), ["3.14-d", "3.14-c", "3.14-b", "3.14-a"]);
    let hinted = ranked("widget deprecated");
    assert_eq!(hinted.first().map(String::as_str), Some("3.14-a"));
}

#[test]
fn the_feature_of_a_pep_is_ranked_before_those_that_refer_to_it() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Widget one {#3.14-a kind=changed pep=649}\n\nText.\n\n\
             ## Widget two {#pep-649 kind=changed}\n\nText.",
        )
        .library();
    let query = Query {
        text: "649".to_owned(),
        ..Query::default()
    };
    let ranked = Engine::with_search(&library).ranked(&query);
    let slugs = ranked
        .iter()
        .map(|index| library.catalogue.features[*index].slug.as_str());
    assert_eq!(slugs.collect::<Vec<_>>(), ["pep-649", "3.14-a"]);
}

#[test]
fn prefixes_match() {
    assert_eq!(found("anno"), ["pep-649"]);
    assert_eq!(found("taskg"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("t").len(), 3);
}

#[test]
fn substrings_of_at_least_four_letters_match() {
    assert_eq!(found("notation"), ["pep-649"]);
    assert_eq!(found("not"), Vec::<String>::new());
}

#[test]
fn all_words_have_to_match_if_any_feature_has_all_of_them() {
    assert_eq!(found("task shell"), ["3.12-list"]);
    assert_eq!(found("shell task"), ["3.12-list"]);
    let (slugs, interpretation) = search("task annotations");
    assert_eq!(slugs.len(), 4, "features with one of the words: {slugs:?}");
    assert!(interpretation.is_partial);
    let (slugs, interpretation) = search("task groups xylophone concerto");
    assert_eq!(slugs, ["3.11-task-groups"]);
    assert!(interpretation.is_partial);
    assert_eq!(found("xylophone concerto task"), Vec::<String>::new());
}

#[test]
fn consecutive_words_of_a_title_are_ranked_higher() {
    assert_eq!(
        found("task groups").first().map(String::as_str),
        Some("3.11-task-groups")
    );
}

#[test]
fn a_pep_is_found_in_every_spelling() {
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
fn case_and_punctuation_are_ignored() {
    for text in ["superfluous", "Superfluous TESTS", "“SUPERFLUOUS”, tests!"] {
        assert_eq!(found(text), ["gh-128563"], "{text}");
    }
    assert_eq!(found("except*"), ["pep-758"]);
}

#[test]
fn kinds_and_series_match_as_words() {
    assert_eq!(found("removed"), ["gh-128563"]);
    assert_eq!(found("3.11"), ["3.11-task-groups"]);
    assert_eq!(found("removed tests"), ["gh-128563"]);
    assert_eq!(found("3.12 task"), ["3.12-list"]);
}

#[test]
fn unknown_words_match_nothing() {
    assert_eq!(found("walrus"), Vec::<String>::new());
    assert_eq!(found(&"task ".repeat(100_000)), found("task task"));
}

#[test]
fn unknown_words_are_corrected() {
    for (text, slug, corrected) in [
        ("anotations", "pep-649", "annotations"),
        ("taksgroup", "3.11-task-groups", "taskgroup"),
        ("superflous tests", "gh-128563", "superfluous"),
    ] {
        let (slugs, interpretation) = search(text);
        assert_eq!(slugs.first().map(String::as_str), Some(slug), "{text}");
        let words: Vec<&str> = interpretation
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
fn joints_and_suffixes_are_ignored() {
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
fn phrases_exclusions_and_alternatives_are_applied() {
    assert_eq!(found("\"task list\""), ["3.12-list"]);
    assert_eq!(found("\"list task\""), Vec::<String>::new());
    assert_eq!(found("task -shell"), ["3.11-task-groups", "gh-128563"]);
    assert_eq!(found("-task").len(), 3);
    assert_eq!(found("shell OR superfluous").len(), 2);
    assert_eq!(found("OR").len(), 5, "there are no words");
}

#[test]
fn phrases_match_in_excerpts_if_they_are_loaded() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Task groups {#3.14-a kind=added}\n\nThey replace a bare `gather()` call.\n\n\
             ## Gathering {#3.14-b kind=changed}\n\nA call of `gather` may be bare.",
        )
        .library();
    let (catalogue, excerpts) = (&library.catalogue, &library.excerpts);
    let engine = Engine::with_search(&library);
    let found = |excerpts: &[String], text: &str| {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ranked = engine.ranked_with_excerpts(excerpts, &query);
        let total = engine.run_with_excerpts(catalogue, excerpts, &query).total;
        assert_eq!(ranked.len(), total, "{text}");
        let slugs = ranked.iter().map(|index| &catalogue.features[*index].slug);
        slugs.cloned().collect::<Vec<_>>()
    };
    for phrase in ["\"bare gather\"", "\"Gather() call\"", "task \"a bare\""] {
        assert_eq!(found(excerpts, phrase), ["3.14-a"], "{phrase}");
        assert_eq!(found(&[], phrase), Vec::<String>::new(), "{phrase}");
    }
    assert_eq!(found(excerpts, "\"call gather\""), Vec::<String>::new());
    assert_eq!(found(excerpts, "\"task groups\""), ["3.14-a"]);
}

#[test]
fn matching_words_are_highlighted() {
    let highlighted = |text: &str, title: &str| {
        let ranges = search(text).1.highlights.in_text(title);
        let highlighted = ranges.into_iter().map(|range| title[range].to_owned());
        highlighted.collect::<Vec<_>>()
    };
    assert_eq!(
        highlighted("task group", "Task groups, and TaskGroup"),
        ["Task group", "TaskGroup"]
    );
    assert_eq!(
        highlighted("anotations", "Deferred annotations"),
        ["annotations"]
    );
    assert_eq!(highlighted("the task", "The task"), ["task"]);
}
