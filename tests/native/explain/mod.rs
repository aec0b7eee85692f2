//! Errors, warnings and questions explained with the shipped explainer.

mod errors;

use explain::{Certainty, Evidence, Explanation, Messages, Paste, Side, explain};
use query::{Engine, Query};
use std::path::Path;
use std::rc::Rc;
use terms::Series;

use crate::shipped::{LIBRARY, TABLE};
use errors::{ERRORS, ERRORS_OF_COMPILERS, ERRORS_OF_PYTHON_2, FURTHER_ERRORS};

/// What explains errors, of the shipped explainer.
struct Explainer {
    engine: Engine,
    messages: Messages,
}

impl Explainer {
    fn new() -> Self {
        Self {
            engine: Engine::with_search(&LIBRARY),
            messages: upkeep::messages::read(Path::new("assets"), Some(&TABLE), &LIBRARY)
                .expect("the messages"),
        }
    }

    fn explain(&self, text: &str) -> Explanation {
        let search = |words: &str| {
            self.engine.ranked(&Query {
                text: words.to_owned(),
                ..Query::default()
            })
        };
        let evidence = Evidence {
            catalogue: &LIBRARY.catalogue,
            names: &LIBRARY.names,
            tables: &[&TABLE],
            messages: &self.messages,
        };
        explain(&Paste::parse(text), evidence, &search)
    }

    /// The slugs of the changes that explain a text, or the names without a change.
    fn answers(&self, text: &str) -> Vec<String> {
        let answers = self.explain(text).answers.into_iter();
        let told = answers.filter_map(|answer| match answer.feature {
            Some(index) => Some(LIBRARY.catalogue.features.get(index)?.slug.clone()),
            None => answer.name,
        });
        told.collect()
    }
}

thread_local! {
    static EXPLAINER: Rc<Explainer> = Rc::new(Explainer::new());
}

fn explainer() -> Rc<Explainer> {
    EXPLAINER.with(Rc::clone)
}

#[test]
fn an_error_leads_to_its_change() {
    let explainer = explainer();
    let all = [
        ERRORS,
        ERRORS_OF_PYTHON_2,
        ERRORS_OF_COMPILERS,
        FURTHER_ERRORS,
    ];
    for (text, slug) in all.into_iter().flatten() {
        let answers = explainer.answers(text);
        assert_eq!(
            answers.first().map(String::as_str),
            Some(*slug),
            "{text}: {answers:?}"
        );
    }
}

#[test]
fn a_question_leads_to_its_change_among_the_first_three() {
    let explainer = explainer();
    for (text, slug) in [
        ("is the walrus operator available in python 3.7?", "pep-572"),
        (
            "why does multiprocessing use forkserver instead of fork in 3.14",
            "3.14-forkserver-default",
        ),
        (
            "since which version can I write list[int] without typing, PEP 585?",
            "pep-585",
        ),
        (
            "'FileFinder' object has no attribute 'find_module', what now?",
            "3.12-importlib-find-module",
        ),
        (
            "how do I disable the coloured help of argparse in 3.14",
            "3.14-color-output",
        ),
        (
            "since which python is there is_relative_to?",
            "pathlib.PurePath.is_relative_to",
        ),
        ("asyncio run is missing in python 3.6", "bpo-32314"),
        ("is the module enum only in newer versions?", "pep-435"),
        ("f'{name}' is an error in python 3.5", "pep-498"),
        (
            "handshake failure since python 3.10",
            "3.10-ssl-secure-defaults",
        ),
    ] {
        let answers = explainer.answers(text);
        let place = answers.iter().position(|answer| answer == slug);
        assert!(place.is_some_and(|place| place < 3), "{text}: {answers:?}");
    }
}

#[test]
fn what_is_no_matter_of_versions_is_said() {
    let explainer = explainer();
    for (text, remark) in [
        (
            "ModuleNotFoundError: No module named 'requests'",
            "`requests` is not in the standard library",
        ),
        (
            "AttributeError: module 'numpy' has no attribute 'bool'",
            "`numpy` is not in the standard library",
        ),
        (
            "AttributeError: module 'os' has no attribute 'getcwdd'",
            "Did you mean `os.getcwd`?",
        ),
        (
            "IndexError: list index out of range",
            "the cause is the code",
        ),
        (
            "AttributeError: 'NoneType' object has no attribute 'strip'",
            "The value is `None`",
        ),
        (
            "NameError: name 'json' is not defined",
            "the code lacks `import json`",
        ),
        (
            "AttributeError: module 'json' has no attribute 'loads'",
            "another file of that name",
        ),
        (
            "AttributeError: module 'unittest' has no attribute 'mock'",
            "write `import unittest.mock`",
        ),
        (
            "TypeError: FastServer.__init__() got an unexpected keyword argument 'version'",
            "`FastServer` is not in the standard library",
        ),
    ] {
        let explanation = explainer.explain(text);
        let is_said = explanation.remarks.iter().any(|one| one.contains(remark));
        assert!(is_said, "{text}: {explanation:?}");
        let is_loud = explanation
            .answers
            .iter()
            .any(|answer| answer.certainty == Certainty::Sure);
        assert!(!is_loud, "{text}: {explanation:?}");
    }
}

#[test]
fn the_side_to_blame_and_the_version_are_told() {
    let explainer = explainer();
    let first = |text: &str| {
        let explanation = explainer.explain(text);
        explanation.answers.into_iter().next().expect(text)
    };
    let older_python = first("AttributeError: 'str' object has no attribute 'removeprefix'");
    assert_eq!(older_python.side, Side::OlderPython);
    assert_eq!(older_python.version, Some(Series::python3(9)));
    let older_code = first("ModuleNotFoundError: No module named 'imp'");
    assert_eq!(older_code.side, Side::OlderCode);
    assert_eq!(older_code.version, Some(Series::python3(12)));
    assert!(
        older_code
            .why
            .contains("3.11 is the last version that has it")
    );
}

#[test]
fn the_side_is_that_of_the_versions_which_say_so() {
    let explainer = explainer();
    for (text, side) in [
        // Before 3.12, whose f-strings are another syntax.
        ("SyntaxError: f-string: unmatched '('", Side::OlderPython),
        // Since 3.11.
        (
            "ValueError: mutable default <class 'app.Options'> for field options is not allowed: \
             use default_factory",
            Side::Unknown,
        ),
        (
            "DeprecationWarning: There is no current event loop",
            Side::OlderCode,
        ),
        (
            "    print 'x'\n          ^\nSyntaxError: invalid syntax",
            Side::OlderCode,
        ),
        (
            "    x = {**y}\n          ^\nSyntaxError: invalid syntax",
            Side::OlderPython,
        ),
        (
            "ModuleNotFoundError: No module named 'requests'",
            Side::Neither,
        ),
        ("IndexError: list index out of range", Side::Neither),
        ("when was math.lcm added?", Side::Unknown),
        ("match is not available in python3.9", Side::OlderPython),
    ] {
        assert_eq!(explainer.explain(text).side(), side, "{text}");
    }
}

#[test]
fn a_class_that_is_named_in_full_is_no_other() {
    let text = "AttributeError: type object 'datetime.datetime' has no attribute 'UTC'";
    let explanation = explainer().explain(text);
    let mut answers = explanation.answers.iter();
    assert!(answers.all(|answer| answer.certainty != Certainty::Sure));
}

/// What is put right in the first answer. `instead` is what its change says to write.
fn corrections(text: &str, instead: &str) -> Vec<String> {
    let explanation = explainer().explain(text);
    let first = explanation.answers.first().expect(text);
    first.corrections(instead)
}

#[test]
fn what_a_message_gets_wrong_is_put_right() {
    let announced = |class: &str, version: &str| {
        format!(
            "DeprecationWarning: {class} is deprecated and slated for removal in Python {version}"
        )
    };
    for (text, instead, correction) in [
        (
            "DeprecationWarning: the load_module() method is deprecated and slated for removal in \
             Python 3.12; use exec_module() instead"
                .to_owned(),
            "",
            Some("It came in 3.15: 3.14 still has it."),
        ),
        // As announced.
        (announced("'xdrlib'", "3.13"), "", None),
        (
            "AttributeError: module 'inspect' has no attribute 'getargspec'. Did you mean: \
             'getargs'?"
                .to_owned(),
            "use inspect.getfullargspec",
            Some("`getargs`"),
        ),
        (
            "AttributeError: 'Test' object has no attribute 'assertEquals'. Did you mean: \
             'assertEqual'?"
                .to_owned(),
            "use assertEqual",
            None,
        ),
        (
            "AttributeError: module 'asyncio' has no attribute 'TaskGroup'. Did you mean: 'Task'?"
                .to_owned(),
            "",
            Some("`Task`"),
        ),
    ] {
        let found = corrections(&text, instead);
        match correction {
            Some(words) => assert!(
                found.iter().any(|one| one.contains(words)),
                "{text}: {found:?}"
            ),
            None => assert!(found.is_empty(), "{text}: {found:?}"),
        }
    }
}

#[test]
fn a_warning_says_what_came_of_it() {
    let explanation = explainer().explain("DeprecationWarning: There is no current event loop");
    let why = &explanation.answers.first().expect("an answer").why;
    assert!(why.contains("What it announces came in 3.14"), "{why}");
}

#[test]
fn what_the_same_change_explains_is_said_once() {
    let text = "ModuleNotFoundError: No module named 'imp'\nINFO next\nAttributeError: module 'imp' \
                has no attribute 'reload'\nINFO next\nModuleNotFoundError: No module named 'imp'";
    let explanation = explainer().explain(text);
    let [answer] = &explanation.answers[..] else {
        panic!("{explanation:?}");
    };
    assert_eq!(answer.lines, [1, 3, 5]);
    assert_eq!(
        answer.also().as_deref(),
        Some("also explains lines 3 and 5")
    );
}

#[test]
fn every_report_of_a_paste_is_explained_once() {
    let text = "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    import \
                tomllib\nModuleNotFoundError: No module named 'tomllib'\n\nDuring handling of the \
                above exception, another exception occurred:\n\nTraceback (most recent call \
                last):\n  File \"a.py\", line 3, in <module>\n    import imp\n\
                ModuleNotFoundError: No module named 'imp'\n";
    let answers = explainer().answers(&text.repeat(3));
    assert_eq!(answers, ["pep-680", "3.12-imp"]);
}

#[test]
fn any_text_is_answered() {
    let explainer = explainer();
    let trace = "  File \"a.py\", line 1\nValueError: bad\u{0}\u{7}\u{fffd}\n";
    for text in [
        String::new(),
        "\u{0}\u{1}\u{2}\n\r\n\t".to_owned(),
        ": ".repeat(100_000),
        "x".repeat(2_000_000),
        "module '".repeat(100_000),
        "Error: ".repeat(50_000),
        trace.repeat(10_000),
        "\u{1b}[".repeat(100_000),
        "ñ".repeat(600_000),
    ] {
        let _ = explainer.explain(&text);
    }
}

#[test]
fn every_change_that_a_message_names_exists() {
    let explainer = explainer();
    let catalogue = &LIBRARY.catalogue;
    let slugs = explainer
        .messages
        .iter()
        .flat_map(|message| &message.changes);
    let missing: Vec<&String> = slugs
        .filter(|slug| catalogue.position(slug).is_none())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
