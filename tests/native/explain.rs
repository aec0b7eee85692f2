//! Errors, warnings and questions explained with the shipped explainer.

use explain::{Certainty, Evidence, Explanation, Messages, Paste, Side, explain};
use query::{Engine, Query};
use std::path::Path;
use std::rc::Rc;
use terms::Series;

use crate::shipped::{LIBRARY, TABLE};

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

/// What Python says, in its wording, and the change that comes first.
const ERRORS: &[(&str, &str)] = &[
    (
        "Traceback (most recent call last):\n  File \"setup.py\", line 1, in <module>\n    from \
         distutils.core import setup\nModuleNotFoundError: No module named 'distutils'",
        "pep-632",
    ),
    (
        "ImportError: cannot import name 'Mapping' from 'collections' \
         (/usr/lib/python3.10/collections/__init__.py)",
        "3.10-collections-abc-aliases",
    ),
    (
        "app.py:7: DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for \
         removal in a future version. Use timezone-aware objects to represent datetimes in UTC: \
         datetime.datetime.now(datetime.UTC).\n  now = datetime.utcnow()",
        "3.12-datetime-utcnow",
    ),
    (
        "AttributeError: 'str' object has no attribute 'removeprefix'",
        "pep-616",
    ),
    (
        "E   AttributeError: module 'asyncio' has no attribute 'TaskGroup'",
        "3.11-asyncio-taskgroup",
    ),
    (
        "\u{1b}[31mTypeError\u{1b}[0m: zip() takes no keyword arguments",
        "pep-618",
    ),
    (
        "TypeError: dataclass() got an unexpected keyword argument 'slots'",
        "3.10-dataclass-slots-kw-only",
    ),
    (
        "    if (n := len(items)) > 10:\n          ^\nSyntaxError: invalid syntax",
        "pep-572",
    ),
    (
        "    match command:\n          ^\nSyntaxError: invalid syntax",
        "pep-634",
    ),
    (
        "    except ValueError, TypeError:\n           ^^^^^^^^^^^^^^^^^^^^^\nSyntaxError: multiple \
         exception types must be parenthesized",
        "pep-758",
    ),
    (
        "worker_1  | TypeError: 'type' object is not subscriptable",
        "pep-585",
    ),
    (
        "TypeError: unsupported operand type(s) for |: 'type' and 'NoneType'",
        "pep-604",
    ),
    (
        "DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for rem…",
        "3.12-datetime-utcnow",
    ),
    (
        "RuntimeError: generator raised StopIteration",
        "3.7-stopiteration",
    ),
    (
        "ValueError: mutable default <class 'app.Options'> for field options is not allowed: use \
         default_factory",
        "bpo-44674",
    ),
    ("ModuleNotFoundError: No module named 'tomllib'", "pep-680"),
    (
        "ModuleNotFoundError: No module named 'imghdr'",
        "3.13-imghdr",
    ),
    (
        "DeprecationWarning: invalid escape sequence '\\d'",
        "bpo-27364",
    ),
];

#[test]
fn an_error_leads_to_its_change() {
    let explainer = explainer();
    for (text, slug) in ERRORS {
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
