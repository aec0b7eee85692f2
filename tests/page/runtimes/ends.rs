//! Programs that do not end by themselves: each is ended, the reader is told by
//! what, and the next program runs.

use harness::{Page, explore};

#[track_caller]
fn assert_runs(page: &Page) {
    let told = page.python("3.14", "print('next')");
    assert_eq!((&*told.stdout, told.end()), ("next\n", vec!["finished"]));
    assert!(told.loading.is_empty(), "nothing is loaded again: {told:?}");
}

#[test]
fn an_endless_loop() {
    let code = "print('begun')\nwhile True: pass";
    explore("", |page| {
        let told = page.python_for(1_000, "3.14", code);
        assert_eq!(
            (&*told.stdout, told.end()),
            ("begun\n", vec!["stopped", "time"])
        );
        assert_runs(page);
        let told = page.python_until("started", "3.14", "while True: pass");
        assert_eq!(told.end(), ["stopped", "reader"]);
        assert_runs(page);
        let told = page.python_until("output", "3.14", code);
        assert_eq!(
            (&*told.stdout, told.end()),
            ("begun\n", vec!["stopped", "reader"])
        );
        assert_runs(page);
    });
}

#[test]
fn endless_printing() {
    explore("", |page| {
        let told = page.python_for(3_000, "3.14", "while True: print('x' * 99)");
        assert_eq!(told.end(), ["stopped", "time"]);
        assert_eq!(told.stdout.len(), 64 * 1024);
        assert_eq!(told.capped, ["stdout"]);
        assert_runs(page);
        let code = "import sys\nsys.stderr.write('é' * 10**6)\nprint('x' * 99)";
        let told = page.python("3.14", code);
        assert_eq!(told.stderr.chars().count(), 32 * 1024);
        assert_eq!((told.stdout.len(), told.end()), (100, vec!["finished"]));
        assert_eq!(told.capped, ["stderr"]);
    });
}

#[test]
fn more_memory_than_there_is() {
    explore("", |page| {
        let told = page.python("3.14", "x = [bytearray(2**20) for _ in range(10 * 1024)]");
        assert_eq!(told.end().last(), Some(&"MemoryError"), "{told:?}");
        assert_runs(page);
        let told = page.python("3.14", "x = bytearray(10 * 2**30)");
        let traceback = told.traceback().unwrap_or_default();
        assert!(traceback.contains("OverflowError"), "{told:?}");
        assert_runs(page);
    });
}

#[test]
fn recursion_without_end() {
    explore("", |page| {
        let told = page.python("3.14", "def f(): f()\nf()");
        let last = "RecursionError: maximum recursion depth exceeded";
        assert_eq!(told.end().last(), Some(&last), "{told:?}");
        assert_runs(page);
        let code = "import sys\nsys.setrecursionlimit(10**8)\ndef f(): f()\nf()";
        let told = page.python("3.14", code);
        assert_eq!(
            (&*told.stdout, told.end()),
            ("", vec!["stopped", "recursion"])
        );
        assert_runs(page);
    });
}

#[test]
fn waiting_for_somebody_to_type() {
    explore("", |page| {
        let told = page.python("3.14", "name = input('Name? ')");
        assert_eq!(told.stdout, "Name? ");
        let last = "EOFError: EOF when reading a line";
        assert_eq!(told.end().last(), Some(&last));
        assert_runs(page);
    });
}

#[test]
fn the_interpreter_ended() {
    explore("", |page| {
        let told = page.python("3.14", "import os\nprint('out')\nos._exit(1)");
        assert_eq!(
            (&*told.stdout, told.end()),
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
        let told = page.python("3.14", code);
        assert_eq!((&*told.stdout, told.end()), ("end\n", vec!["finished"]));
        assert_runs(page);
    });
}
