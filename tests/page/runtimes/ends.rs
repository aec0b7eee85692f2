//! Programs that do not end by themselves: each is stopped, the reason is reported, and the
//! next program runs.

use harness::{Page, explore};

#[track_caller]
fn assert_runs(page: &Page) {
    let run = page.python("3.14", "print('next')");
    assert_eq!((&*run.stdout, run.end()), ("next\n", vec!["finished"]));
    assert!(run.loading.is_empty(), "nothing is loaded again: {run:?}");
}

#[test]
fn an_endless_loop() {
    let code = "print('begun')\nwhile True: pass";
    explore("", |page| {
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
        assert_runs(page);
    });
}

#[test]
fn endless_printing() {
    explore("", |page| {
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
    });
}

#[test]
fn more_memory_than_there_is() {
    explore("", |page| {
        let run = page.python("3.14", "x = [bytearray(2**20) for _ in range(10 * 1024)]");
        assert_eq!(run.end().last(), Some(&"MemoryError"), "{run:?}");
        assert_runs(page);
        let run = page.python("3.14", "x = bytearray(10 * 2**30)");
        let traceback = run.traceback().unwrap_or_default();
        assert!(traceback.contains("OverflowError"), "{run:?}");
        assert_runs(page);
    });
}

#[test]
fn recursion_without_end() {
    explore("", |page| {
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
        assert_runs(page);
    });
}

#[test]
fn waiting_for_somebody_to_type() {
    explore("", |page| {
        let run = page.python("3.14", "name = input('Name? ')");
        assert_eq!(run.stdout, "Name? ");
        let last = "EOFError: EOF when reading a line";
        assert_eq!(run.end().last(), Some(&last));
        assert_runs(page);
    });
}

#[test]
fn the_interpreter_ended() {
    explore("", |page| {
        let run = page.python("3.14", "import os\nprint('out')\nos._exit(1)");
        assert_eq!(
            (&*run.stdout, run.end()),
            ("out\n", vec!["stopped", "crash"])
        );
        assert_runs(page);
    });
}

#[test]
fn an_end_after_which_it_goes_on() {
    let code = "class Loop:\n    def __del__(self):\n        while True: pass\n\
        x = Loop()\nx.itself = x\nprint('end')";
    explore("", |page| {
        let run = page.python("3.14", code);
        assert_eq!((&*run.stdout, run.end()), ("end\n", vec!["finished"]));
        assert_runs(page);
    });
}
