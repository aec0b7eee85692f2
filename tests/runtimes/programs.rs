//! Programs run as with `python`: they find a fresh interpreter, and have the same streams,
//! value and traceback.

use crate::python::{Answer, on, series};

/// A program and a condition for its answer.
type Program<'a> = (&'a str, &'a dyn Fn(&Answer) -> bool);

/// Runs programs one after the other on each runtime and checks each answer.
#[track_caller]
fn each(programs: &[Program]) {
    for name in series() {
        let mut python = on(&name);
        for (code, expected) in programs {
            let answer = python.run(code);
            assert!(
                answer.version.starts_with(&format!("{name}.")) && expected(&answer),
                "{code}\n{answer:#?}"
            );
        }
    }
}

/// A condition: the program finishes and prints exactly this text.
fn prints(text: &str) -> impl Fn(&Answer) -> bool {
    move |answer| answer.stdout == text && answer.stderr.is_empty() && answer.raised.is_none()
}

fn raises(line: &str) -> impl Fn(&Answer) -> bool {
    move |answer| answer.raised.as_deref() == Some(line) && answer.fault.is_none()
}

/// Whether a program ran on a version before the given one, such as `3.13`. All have as many
/// digits.
fn before(answer: &Answer, version: &str) -> bool {
    answer.version.as_str() < version
}

fn faults(kind: &str) -> impl Fn(&Answer) -> bool {
    move |answer| answer.fault.as_deref() == Some(kind)
}

#[test]
fn value_output_and_traceback_are_apart() {
    each(&[
        ("print('out')\n6 * 7", &|answer| {
            answer.stdout == "out\n" && answer.value.as_deref() == Some("42")
        }),
        ("x = 1", &|answer| {
            answer.value.is_none() && answer.raised.is_none()
        }),
        ("print('é', end='')", &prints("é")),
        ("import sys\nsys.stderr.write('err')\nNone", &|answer| {
            answer.stderr == "err" && answer.stdout.is_empty() && answer.value.is_none()
        }),
        (
            "def f():\n    raise ValueError('no')\nf()",
            &|answer: &Answer| {
                let traceback = answer.traceback.as_deref().unwrap_or_default();
                // Since 3.13, a call that takes the whole line is marked as well.
                let is_marked = traceback.contains("\n    ~^^\n");
                is_marked != before(answer, "3.13")
                    && answer.stderr.is_empty()
                    && traceback.replace("    ~^^\n", "")
                        == "Traceback (most recent call last):\n  \
                            File \"sample.py\", line 3, in <module>\n    f()\n  \
                            File \"sample.py\", line 2, in f\n    raise ValueError('no')\n\
                            ValueError: no\n"
            },
        ),
        ("x = (", &|answer| {
            answer.traceback.as_deref()
                == Some(
                    "  File \"sample.py\", line 1\n    x = (\n        ^\n\
                     SyntaxError: '(' was never closed\n",
                )
        }),
        ("'\\d'\nx = 1 is 1", &|answer| {
            // In 3.11, an invalid escape sequence is a DeprecationWarning, which is not shown.
            let count = if before(answer, "3.12") { 1 } else { 2 };
            answer.stderr.matches("SyntaxWarning").count() == count
        }),
    ]);
}

#[test]
fn a_program_ends_as_it_does_elsewhere() {
    each(&[
        ("import sys\nsys.exit('bye')", &|answer| {
            answer.stderr == "bye\n" && answer.traceback.is_none() && answer.raised.is_some()
        }),
        ("input('Name? ')", &|answer| {
            answer.stdout == "Name? "
                && answer.raised.as_deref() == Some("EOFError: EOF when reading a line")
        }),
        (
            "import atexit\natexit.register(print, 'exit')\nprint('end')",
            &prints("end\nexit\n"),
        ),
        (
            "class A:\n    def __del__(self): print('gone')\na = A()",
            &prints("gone\n"),
        ),
        (
            "import sys\nsys.excepthook = lambda *error: print('hook')\n1 / 0",
            &|answer| answer.stdout == "hook\n" && answer.traceback.is_none(),
        ),
        (
            "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    print('slept')\n\
             asyncio.run(f())",
            &prints("slept\n"),
        ),
        (
            "class A:\n    def __repr__(self): 1 / 0\nA()",
            &raises("ZeroDivisionError: division by zero"),
        ),
    ]);
}

#[test]
fn a_program_leaves_nothing_behind() {
    each(&[
        (
            "import builtins, os, random, sys, tomllib, warnings\nleft = 1\nbuiltins.left = 1\n\
             del builtins.len\nsys.path.append('left')\nsys.left = 1\nos.environ['LEFT'] = '1'\n\
             random.left = tomllib.left = 1\nwarnings.simplefilter('error')\n\
             sys.setrecursionlimit(70)\nopen('left.py', 'w').write('print(1)')\n\
             os.mkdir('folder')\nsys.stdout = None\nsys.argv = None",
            &|answer| answer.raised.is_none(),
        ),
        (
            "import builtins, os, sys\nprint(hasattr(builtins, 'left'), len([]), 'left' in sys.path,\n\
             hasattr(sys, 'left'), 'LEFT' in os.environ, os.listdir(), sys.argv,\n\
             'tomllib' in sys.modules, sys.getrecursionlimit(), 'left' in globals())",
            &prints("False 0 False False False [] ['sample.py'] False 1000 False\n"),
        ),
        (
            "import left",
            &raises("ModuleNotFoundError: No module named 'left'"),
        ),
        ("import warnings\nwarnings.warn('old')", &|answer| {
            answer.stderr.contains("sample.py:2: UserWarning: old") && answer.raised.is_none()
        }),
        ("import warnings\nwarnings.warn('old')", &|answer| {
            answer.stderr.contains("sample.py:2: UserWarning: old") && answer.raised.is_none()
        }),
    ]);
}

#[test]
fn a_source_may_hold_modules() {
    let source = "import one\nprint(one.two.NAME)\n\n# file: one.py\nimport inner.two as two\n\
                  # file: inner/two.py\nNAME = __name__\n";
    each(&[
        (source, &prints("inner.two\n")),
        (&source.replace("__name__", "'new'"), &prints("new\n")),
        (
            "import one",
            &raises("ModuleNotFoundError: No module named 'one'"),
        ),
        (
            "# Both.\n# file: a.py\nimport b\n# file: b.py\nprint('b')",
            &prints("b\n"),
        ),
        ("# file: a.py\n1 / 0", &|answer| {
            let traceback = answer.traceback.as_deref().unwrap_or_default();
            traceback.contains("line 1, in <module>\n    1 / 0")
        }),
    ]);
}

#[test]
fn a_program_does_not_see_what_runs_it() {
    let missing = |name: &'static str| {
        move |answer: &Answer| {
            answer.raised.as_deref()
                == Some(&*format!("ModuleNotFoundError: No module named '{name}'"))
        }
    };
    each(&[
        ("import js", &missing("js")),
        ("import pyodide_js", &missing("pyodide_js")),
        ("from pyodide.code import run_js", &missing("pyodide")),
        ("from pyodide.ffi import JsProxy", &missing("pyodide")),
        ("import _pyodide", &missing("_pyodide")),
        (
            "import _pyodide_core",
            &raises("ModuleNotFoundError: import of _pyodide_core halted; None in sys.modules"),
        ),
        (
            "import importlib\nimportlib.invalidate_caches()",
            &prints(""),
        ),
        ("import pyodide", &missing("pyodide")),
    ]);
}

#[test]
fn crashes_of_the_interpreter_are_distinguished() {
    each(&[
        (
            "def f(): f()\nf()",
            &raises("RecursionError: maximum recursion depth exceeded"),
        ),
        (
            "import sys\nsys.setrecursionlimit(10**7)\nx = []\n\
             for i in range(10**6): x = [x]\nrepr(x)",
            &faults("recursion"),
        ),
        ("1", &|answer| answer.value.as_deref() == Some("1")),
        ("import os\nos._exit(1)", &faults("crash")),
        ("2", &|answer| answer.value.as_deref() == Some("2")),
    ]);
}
