//! Tests of explanations with a few changes and a small table of names.

use super::changes::{Changes, Wanted};
use super::rank::{Hints, rank};
use super::{Evidence, Explanation, Messages, Paste, Side, explain};
use api::text::parse_module;
use api::{Survey, Table};
use catalogue::Library;
use catalogue::fixture::Shelf;
use terms::{Kind, Series};

fn library() -> Library {
    Shelf::empty()
        .reference(
            "notes",
            "## One {#3.9-one kind=added series=3.9 name=shelf.lift,shelf.one}\n\nx\n\n\
             ## Two {#3.12-two kind=changed series=3.12 name=shelf.lift}\n\nx",
        )
        .library()
}

/// A module whose functions are deprecated, of which `old` came with the oldest version that
/// is surveyed and `new` later.
fn table() -> Table {
    let text = "shelf\tmodule\t3.6-\n\
                shelf.new\tfunction\t3.9-\tdeprecated=3.12\n\
                shelf.old\tfunction\t3.6-\tadded=3.6\tdeprecated=3.12\n\
                shelf.late\tfunction\t3.10-\n";
    let survey = Survey {
        as_of: "2026-11-29".parse().expect("a date"),
        releases: ["3.6.15", "3.9.18", "3.15.2"]
            .map(|release| release.parse().expect("a release"))
            .to_vec(),
    };
    let rows = parse_module(text, Series::python3(15)).expect("a module");
    Table::new(
        survey,
        vec![("shelf".to_owned(), rows)].into_iter().collect(),
    )
}

fn explained(text: &str) -> Explanation {
    let (library, table) = (library(), table());
    let evidence = Evidence {
        catalogue: &library.catalogue,
        names: &library.names,
        tables: &[&table],
        messages: &Messages::default(),
    };
    explain(&Paste::parse(text), evidence, &|_| Vec::new())
}

#[test]
fn a_missing_name_was_added_after_the_oldest_version() {
    let added = |name: &str| {
        let text = format!("AttributeError: module 'shelf' has no attribute '{name}'");
        let answers = explained(&text).answers;
        answers.first().and_then(|answer| answer.version)
    };
    assert_eq!(added("late"), Some(Series::python3(10)));
    assert_eq!(added("new"), Some(Series::python3(9)), "though deprecated");
    assert_eq!(added("old"), None, "every version has it");
}

#[test]
fn a_change_of_another_kind_and_version_explains_nothing() {
    let library = library();
    let changes = Changes::new(&library.catalogue, &library.names);
    let slug = |kind, minor| {
        let wanted = Wanted {
            name: "shelf.lift",
            kind,
            version: Some(Series::python3(minor)),
        };
        let index = changes.telling_of(wanted)?;
        Some(library.catalogue.features[index].slug.as_str())
    };
    assert_eq!(slug(Kind::Added, 9), Some("3.9-one"));
    assert_eq!(slug(Kind::Removed, 12), Some("3.12-two"), "of the version");
    assert_eq!(slug(Kind::Added, 14), Some("3.9-one"), "of the kind");
    assert_eq!(slug(Kind::Removed, 14), None);
}

#[test]
fn a_name_of_many_changes_and_common_words_say_little() {
    let library = library();
    let changes = Changes::new(&library.catalogue, &library.names);
    let hints = Hints {
        versions: &[],
        lives: &[],
        is_common: &|_| false,
    };
    let score = |text: &str| -> f64 {
        let ranked = rank(text, changes, &hints, &|_| Vec::new());
        ranked.first().map_or(0.0, |ranked| ranked.score)
    };
    assert!(
        (score("`shelf.lift()`") - 0.5_f64).abs() < 1e-9,
        "of two changes"
    );
    assert!(
        (score("`shelf.one()`") - 2.0_f64 / 3.0).abs() < 1e-9,
        "of one"
    );
    let searched = std::cell::RefCell::new(Vec::new());
    let search = |word: &str| {
        searched.borrow_mut().push(word.to_owned());
        Vec::new()
    };
    rank("how do I use the shelf in 3.12", changes, &hints, &search);
    assert_eq!(*searched.borrow(), ["shelf"]);
}

#[test]
fn a_side_has_a_word_in_data() {
    let words = [Side::OlderPython, Side::OlderCode, Side::Unknown].map(Side::key);
    assert_eq!(words, ["older-python", "older-code", "unknown"]);
}
