//! What the analysis says of annotations is what interpreters do with them.

use crate::python::{on, on_each, series};
use python::{Analysis, Treatment, analyze};
use std::collections::BTreeSet;
use terms::Series;

/// Every kind of annotation, each of which says when it is evaluated. `seen` is defined by
/// [`PREFACE`], and the functions whose annotations depend on a call are called.
const PROGRAM: &str = "
from typing import TYPE_CHECKING

variable: seen('variable') = 1

def function(parameter: seen('function.parameter')) -> seen('function → return'):
    local: seen('function.local') = 1
    function.attribute: seen('function.attribute') = 1
    def inner(a: seen('function.inner.a')): ...
    class Inner:
        value: seen('function.Inner.value')

class Class:
    value: seen('Class.value')
    def method(self, a: seen('Class.method.a')): ...
    list.attribute: seen('list.attribute')

class Attributes: ...

Attributes.attribute: seen('Attributes.attribute') = 1
(parenthesized): seen('parenthesized') = 1
[1][0]: seen('[1][0]')
if TYPE_CHECKING:
    checked: seen('checked')
function(1)
";

/// What comes before the program in the text. Only `__future__` may come before it.
const PREFACE: &str = "
def seen(name):
    print(name)
    return int
";

/// The annotations that the analysis says are evaluated without being asked for.
fn evaluated(analysis: &Analysis, series: Series) -> BTreeSet<String> {
    let is_evaluated =
        |treatment| matches!(treatment, Treatment::AtDefinition | Treatment::NotStored);
    let found = analysis.annotations.iter().filter(|annotation| {
        let mut behaviours = annotation.behaviours.iter();
        let behaviour = behaviours.find(|behaviour| behaviour.series.contains(series));
        is_evaluated(behaviour.expect("each series").treatment)
    });
    found.map(|annotation| annotation.target.clone()).collect()
}

#[test]
fn annotations_are_evaluated_when_the_analysis_says() {
    let future = "from __future__ import annotations";
    let wrong = on_each(&series(), |name| {
        let mut wrong = Vec::new();
        for first in ["", future] {
            let code = format!("{first}{PREFACE}{PROGRAM}");
            let answer = on(name).run(&code);
            let printed: BTreeSet<_> = answer.stdout.lines().map(str::to_owned).collect();
            let said = evaluated(&analyze(&code), name.parse().expect("a series"));
            if said != printed || answer.raised.is_some() {
                wrong.push(format!("{name} {first}: said {said:?}, but {answer:?}"));
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The code that the page adds to print what annotations give.
const PRINTER: &str = include_str!("../../assets/try/annotations.py");

#[test]
fn the_values_of_annotations_are_printed() {
    let code =
        "x: int\nclass A:\n    y: str\n    @staticmethod\n    def f(z: list): ...\nA.self = A\n";
    let wrong = on_each(&series(), |name| {
        let answer = on(name).run(&format!("{code}\n\n{PRINTER}"));
        let series: Series = name.parse().expect("a series");
        let formats: &[&str] = match series < Series::python3(14) {
            true => &["stored"],
            false => &["VALUE", "FORWARDREF", "STRING"],
        };
        let line = |owner: &str, target: &str, class: &str| {
            let line = |format: &&str| match *format {
                "STRING" => format!("{owner}  STRING  {{'{target}': '{class}'}}\n"),
                format => format!("{owner}  {format}  {{'{target}': <class '{class}'>}}\n"),
            };
            formats.iter().map(line).collect::<String>()
        };
        let expected =
            line("the module", "x", "int") + &line("A", "y", "str") + &line("A.f", "z", "list");
        let is_wrong = answer.stdout != expected || answer.raised.is_some();
        is_wrong
            .then(|| format!("{name}: {answer:?}"))
            .into_iter()
            .collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
