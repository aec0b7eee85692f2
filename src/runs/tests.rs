//! Tests of the state, comparison and wording of runs.

use super::column::Column;
use super::compare::{differing, differing_words, lines, verdict};
use super::words::{ending, failure, reason};
use super::{behind, chosen, download};
use crate::platform::runs::{Ended, Failed, Reason, RunEvent, Runtime, Stream};
use std::collections::BTreeSet;
use std::rc::Rc;
use terms::Series;

fn runtime(version: &str) -> Runtime {
    let series = version.split('.').take(2).collect::<Vec<_>>().join(".");
    Runtime {
        series: series.parse().expect("a version"),
        version: version.to_owned(),
        bytes: 12e6,
    }
}

fn ended(value: Option<&str>, traceback: Option<&str>, raised: Option<&str>) -> Ended {
    let [value, traceback, raised] = [value, traceback, raised].map(|it| it.map(str::to_owned));
    Ended {
        value,
        traceback,
        raised,
        millis: 1.0,
    }
}

fn ran_to(version: &str, output: &str, ended: Ended) -> Rc<Column> {
    let mut column = Column::new(&runtime(version));
    column.apply(RunEvent::Output(Stream::Output, output.to_owned()));
    column.apply(RunEvent::Finished(ended));
    Rc::new(column)
}

fn ran(version: &str, output: &str) -> Rc<Column> {
    ran_to(version, output, ended(None, None, None))
}

#[test]
fn events_update_the_column() {
    let mut column = Column::new(&runtime("3.14"));
    let output = |stream, text: &str| RunEvent::Output(stream, text.to_owned());
    column.apply(RunEvent::Started("3.14.2".to_owned()));
    column.apply(output(Stream::Output, "a\n"));
    column.apply(output(Stream::Errors, "careful\n"));
    column.apply(output(Stream::Output, "b\n"));
    column.apply(RunEvent::Capped(Stream::Output));
    assert!(!column.is_over());
    assert_eq!(column.shown(), None);
    column.apply(RunEvent::Finished(ended(
        Some("7"),
        None,
        Some("SystemExit: 3"),
    )));
    assert!(column.is_over());
    assert_eq!(column.version, "3.14.2");
    assert_eq!(column.capped, [true, false]);
    let expected = ["a\nb\n", "careful\n", "7", "SystemExit: 3"].map(str::to_owned);
    assert_eq!(column.shown(), Some(expected));
}

#[test]
fn the_verdict_names_who_agrees_with_whom() {
    let same = ["3.13.1", "3.14.1", "3.15.1"].map(|version| ran(version, "1\n"));
    assert_eq!(verdict(&same), "Same output: 3.13.1, 3.14.1 and 3.15.1.");
    assert_eq!(verdict(&same[1..]), "Same output: 3.14.1 and 3.15.1.");
    let [_, newer, newest] = same;
    let columns = [ran("3.13.1", "0\n"), newer, newest];
    assert_eq!(
        verdict(&columns),
        "Output of 3.13.1 differs from 3.14.1 and 3.15.1."
    );
}

#[test]
fn every_part_of_what_is_shown_counts_for_the_verdict() {
    for ended in [
        ended(Some("7"), None, None),
        ended(None, Some("Traceback\nError\n"), Some("Error")),
        ended(None, None, Some("SystemExit: 1")),
    ] {
        let said = verdict(&[ran("3.13.1", ""), ran_to("3.14.1", "", ended)]);
        assert!(said.contains(" differs from "), "{said}");
    }
    let slower = Ended {
        millis: 900.0,
        ..Ended::default()
    };
    let said = verdict(&[ran("3.13.1", ""), ran_to("3.14.1", "", slower)]);
    assert!(said.starts_with("Same"), "but not the time: {said}");
}

#[test]
fn there_is_no_verdict_on_fewer_than_two_finished_runs() {
    assert_eq!(verdict(&[]), "");
    assert_eq!(verdict(&[ran("3.13.1", "1\n")]), "");
    let mut other = Column::new(&runtime("3.14.1"));
    assert_eq!(verdict(&[ran("3.13.1", "1\n"), Rc::new(other.clone())]), "");
    other.apply(RunEvent::Stopped(Reason::Time));
    assert_eq!(verdict(&[ran("3.13.1", "1\n"), Rc::new(other)]), "");
}

#[test]
fn a_line_that_another_version_lacks_is_marked() {
    assert_eq!(
        differing("a\nb\nc\n", &["a\nc\n", "a\nb\nc\n"]),
        [false, true, false]
    );
    assert_eq!(differing("a\nc\n", &["a\nb\nc\n"]), [false, false]);
    let swapped = differing("b\na\n", &["a\nb\n"]);
    assert_eq!(swapped.iter().filter(|differs| **differs).count(), 1);
    assert_eq!(differing("a\n", &[""]), [true]);
    assert!(differing("", &["a"]).is_empty());
    assert_eq!(differing("a\n", &[]), [false]);
}

#[test]
fn very_long_texts_are_compared_by_their_beginning() {
    let long = "x\n".repeat(700);
    let differs = differing(&format!("a\n{long}"), &[&format!("a\nb\n{long}")]);
    assert_eq!(differs.len(), 701);
    assert_eq!([differs[0], differs[1], differs[700]], [false, true, true]);
}

#[test]
fn an_empty_line_is_a_line_and_the_end_of_the_last_one_is_none() {
    assert_eq!(lines("a\n\nb\n"), ["a", "", "b"]);
    assert_eq!(lines("\n"), [""]);
    assert!(lines("").is_empty());
}

#[test]
fn the_newest_three_runtimes_are_usual() {
    let all = ["3.12.0", "3.13.0", "3.14.0", "3.15.0"].map(runtime);
    let names = |wanted: &[&str]| {
        let wanted: Vec<_> = wanted
            .iter()
            .map(|it| it.parse().expect("a version"))
            .collect();
        let chosen = chosen(&all, &wanted, || None).into_iter();
        chosen.map(|it| it.series.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["3.13", "3.14", "3.15"]);
    assert_eq!(names(&["3.15", "3.12"]), ["3.12", "3.15"]);
    assert_eq!(names(&["3.8"]), ["3.13", "3.14", "3.15"], "there is no 3.8");
    assert!(chosen(&all[..2], &[], || None).len() == 2);
}

#[test]
fn the_versions_between_which_a_sample_differs_are_usual() {
    let all = ["3.11.0", "3.12.0", "3.13.0", "3.14.0"].map(runtime);
    let pair = ["3.11", "3.12"].map(|it| it.parse().expect("a version"));
    let names = |wanted: &[Series]| {
        let chosen = chosen(&all, wanted, || Some(pair)).into_iter();
        chosen.map(|it| it.series.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["3.11", "3.12"]);
    assert_eq!(names(&[Series::python3(14)]), ["3.14"]);
}

#[test]
fn a_runtime_that_is_not_the_newest_release_says_so() {
    let newest = ["3.13.18", "3.15.2", "3.14.10"].map(|it| it.parse().expect("a release"));
    assert_eq!(
        behind(&["3.14.10", "3.15.0rc1"].map(runtime), &newest),
        "What runs is 3.15.0rc1, while 3.15.2 is out."
    );
    assert_eq!(
        behind(&["3.13.2", "3.15.0rc1"].map(runtime), &newest),
        "What runs is 3.13.2, while 3.13.18 is out; 3.15.0rc1, while 3.15.2 is out."
    );
    assert_eq!(behind(&["3.14.10", "3.12.7"].map(runtime), &newest), "");
}

#[test]
fn what_the_first_run_loads_is_said_before() {
    assert_eq!(
        download(&["3.13.2", "3.14.1"].map(runtime)),
        "The first run downloads CPython 3.13.2, 3.14.1: about 12.0 MB, once."
    );
    assert_eq!(download(&[]), "");
}

#[test]
fn every_end_of_a_run_has_its_words() {
    let after = |ended: Ended, millis| ending(&Ended { millis, ..ended });
    let nothing = || ended(None, None, None);
    assert_eq!(after(nothing(), 12.4), "Finished in 12 ms.");
    assert_eq!(after(nothing(), 0.2), "Finished in less than 1 ms.");
    let raised = ended(None, Some("Traceback"), Some("Error"));
    assert_eq!(after(raised, 3.0), "Raised an exception (3 ms).");
    let exited = ended(None, None, Some("SystemExit: 1"));
    assert_eq!(after(exited, 3.0), "Exited (3 ms).");
    let reasons = [
        Reason::Reader,
        Reason::Time,
        Reason::Memory,
        Reason::Recursion,
        Reason::Crash,
    ];
    assert_eq!(BTreeSet::from(reasons.map(reason)).len(), reasons.len());
}

#[test]
fn every_failure_of_a_runtime_has_its_words() {
    let failed = |cause: &str, detail: &str| Failed {
        cause: cause.to_owned(),
        detail: Some(detail.to_owned()),
        status: Some(404),
    };
    let missing = failure(&failed("missing", "python.wasm"));
    assert_eq!(
        missing,
        "The server answered 404 for python.wasm, a part of the runtime."
    );
    assert!(failure(&failed("sideways", "why")).contains("why"));
}

#[test]
fn only_the_words_that_differ_are_marked() {
    let words = |line: &'static str, other: &str| &line[differing_words(line, &[other])];
    let other = "first\nPython 3.14.2 (main, Nov 1)\n";
    assert_eq!(words("Python 3.13.2 (main, Nov 1)", other), "3.13.2");
    assert_eq!(words("Python 3.14.2 (main, Oct 1)", other), "Oct");
    assert_eq!(
        words("Python 3.14.2 (main, 1)", other),
        "",
        "a word is missing"
    );
    assert_eq!(words("something else", other), "something else");
    assert_eq!(words("häß ü", "häß u"), "ü");
    assert_eq!(words("a b", "a b c"), "");
    assert_eq!(words("name\u{a0}one", "name\u{a0}two"), "name\u{a0}one");
    assert_eq!(words("alone", ""), "alone");
}
