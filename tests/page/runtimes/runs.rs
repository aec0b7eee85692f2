//! The events of a run.

use harness::explore;

#[test]
fn each_runtime_behaves_like_its_version() {
    let bare = "try:\n    raise TypeError\nexcept ValueError, TypeError:\n    print('caught')";
    let forward = "def f(node: Node): ...\nprint('defined')";
    explore("", |page| {
        let run = page.python("3.11", "print(f'{'nested'}')");
        assert_eq!(run.started, "3.11.3");
        let raised = "SyntaxError: f-string: expecting '}'";
        assert_eq!(run.end().last(), Some(&raised), "{run:?}");
        let run = page.python("3.12", "print(f'{'nested'}')");
        assert_eq!((&*run.started, &*run.stdout), ("3.12.7", "nested\n"));
        let run = page.python("3.13", bare);
        assert_eq!(run.started, "3.13.2");
        let traceback = "  File \"sample.py\", line 3\n    except ValueError, TypeError:\n           \
            ^^^^^^^^^^^^^^^^^^^^^\nSyntaxError: multiple exception types must be parenthesized\n";
        let raised = "SyntaxError: multiple exception types must be parenthesized";
        assert_eq!(run.end(), ["finished", traceback, raised]);
        let run = page.python("3.13", forward);
        assert!(run.loading.is_empty(), "it is there already: {run:?}");
        let raised = "NameError: name 'Node' is not defined. Did you mean: 'None'?";
        assert_eq!(run.end().last(), Some(&raised), "{run:?}");
        let run = page.python("3.14", bare);
        assert_eq!((&*run.started, &*run.stdout), ("3.14.2", "caught\n"));
        assert_eq!(page.python("3.14", forward).stdout, "defined\n");
        let run = page.python("3.15", "lazy import json\nfrozendict(a=1)");
        assert_eq!(run.started, "3.15.0rc1");
        assert_eq!(run.value(), Some("frozendict({'a': 1})"));
    });
}

#[test]
fn a_download_shows_its_progress_and_can_be_stopped() {
    explore("", |page| {
        let run = page.python_until("loading", "3.14", "1");
        assert_eq!(run.end(), ["stopped", "reader"]);
        assert_eq!(run.started, "");
        let run = page.python("3.14", "print('here')\n6 * 7");
        assert_eq!((&*run.stdout, run.value()), ("here\n", Some("42")));
        let total = run.loading[0].1;
        let listed = format!("3.14=3.14.2={total}");
        let list = page
            .attribute("#parts", "data-runtimes")
            .unwrap_or_default();
        assert!(
            list.split(' ').any(|entry| entry == listed),
            "{listed}: {list}"
        );
        assert!(run.loading.is_sorted(), "{:?}", run.loading);
        assert_eq!(run.loading.last(), Some(&(total, total)));
        assert!(run.loading.len() > 4, "{:?}", run.loading);
    });
}

#[test]
fn no_runtime_is_loaded_before_the_first_run() {
    explore("#?view=try", |page| {
        page.wait_for("the samples", |page| page.count("#code") == 1);
        let loaded = page.loaded();
        let early = loaded.iter().any(|url| url.contains("/runtime"));
        assert!(!early, "{loaded:?}");
    });
}
