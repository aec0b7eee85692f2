//! Programs that do not end by themselves or end badly: each is reported, and the next program
//! runs. They share a page, since every page starts CPython anew.

use harness::{Page, explore};

#[track_caller]
fn assert_runs(page: &Page) {
    let run = page.python("3.14", "print('next')");
    assert_eq!((&*run.stdout, run.end()), ("next\n", vec!["finished"]));
    assert!(run.loading.is_empty(), "nothing is loaded again: {run:?}");
}

#[test]
fn endless_programs_are_stopped() {
    explore("", |page| {
        loops(page);
        assert_runs(page);
        prints(page);
    });
}

#[test]
fn programs_that_exhaust_or_end_the_interpreter() {
    explore("", |page| {
        for end in [memory, recursion, input, exit, finalizer] {
            end(page);
            assert_runs(page);
        }
    });
}

#[track_caller]
fn loops(page: &Page) {
    let code = "print('begun')\nwhile True: pass";
    let run = page.python_for(1_000, "3.14", code);
    assert_eq!(
        (&*run.stdout, run.end()),
        ("begun\n", vec!["stopped", "time"])
    );
    assert_runs(page);
    let run = page.python_until("started", "3.14", "while True: pass");
    assert_eq!(run.end(), ["stopped", "reader"]);
    assert_runs(page);
    let run = page.python_until("output", "3.14", code);
    assert_eq!(
        (&*run.stdout, run.end()),
        ("begun\n", vec!["stopped", "reader"])
    );
}

#[track_caller]
fn prints(page: &Page) {
    let run = page.python_for(3_000, "3.14", "while True: print('x' * 99)");
    assert_eq!(run.end(), ["stopped", "time"]);
    assert_eq!(run.stdout.len(), 64 * 1024);
    assert_eq!(run.capped, ["stdout"]);
    assert_runs(page);
    let code = "import sys\nsys.stderr.write('é' * 10**6)\nprint('x' * 99)";
    let run = page.python("3.14", code);
    assert_eq!(run.stderr.chars().count(), 32 * 1024);
    assert_eq!((run.stdout.len(), run.end()), (100, vec!["finished"]));
    assert_eq!(run.capped, ["stderr"]);
}

/// More memory than there is.
#[track_caller]
fn memory(page: &Page) {
    let run = page.python("3.14", "x = [bytearray(2**20) for _ in range(10 * 1024)]");
    assert_eq!(run.end().last(), Some(&"MemoryError"), "{run:?}");
    assert_runs(page);
    let run = page.python("3.14", "x = bytearray(10 * 2**30)");
    let traceback = run.traceback().unwrap_or_default();
    assert!(traceback.contains("OverflowError"), "{run:?}");
}

#[track_caller]
fn recursion(page: &Page) {
    let run = page.python("3.14", "def f(): f()\nf()");
    let last = "RecursionError: maximum recursion depth exceeded";
    assert_eq!(run.end().last(), Some(&last), "{run:?}");
    assert_runs(page);
    let code = "import sys\nsys.setrecursionlimit(10**8)\ndef f(): f()\nf()";
    let run = page.python("3.14", code);
    assert_eq!(
        (&*run.stdout, run.end()),
        ("", vec!["stopped", "recursion"])
    );
}

/// Waiting for somebody to type.
#[track_caller]
fn input(page: &Page) {
    let run = page.python("3.14", "name = input('Name? ')");
    assert_eq!(run.stdout, "Name? ");
    let last = "EOFError: EOF when reading a line";
    assert_eq!(run.end().last(), Some(&last));
}

/// The end of the interpreter itself.
#[track_caller]
fn exit(page: &Page) {
    let run = page.python("3.14", "import os\nprint('out')\nos._exit(1)");
    assert_eq!(
        (&*run.stdout, run.end()),
        ("out\n", vec!["stopped", "crash"])
    );
}

/// An end after which the program goes on.
#[track_caller]
fn finalizer(page: &Page) {
    let code = "class Loop:\n    def __del__(self):\n        while True: pass\n\
        x = Loop()\nx.itself = x\nprint('end')";
    let run = page.python("3.14", code);
    assert_eq!((&*run.stdout, run.end()), ("end\n", vec!["finished"]));
}
