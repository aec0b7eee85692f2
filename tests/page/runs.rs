//! Running code on several versions at once, with the real interpreters.

use harness::{Key, Page, explore};

const BARE: &str = "#?view=try&sample=pep-758/bare";

/// Opens a route and waits for the run panel.
#[track_caller]
fn at(fragment: &str, test: impl FnOnce(&Page)) {
    explore(fragment, |page| {
        page.wait_for("the button", |page| page.count("run-panel .primary") == 1);
        test(page);
    });
}

#[test]
fn except_without_parentheses_differs_between_3_13_and_3_14() {
    at(BARE, |page| {
        let note = page.text(".download");
        assert!(note.contains("3.13.") && note.contains("MB"), "{note}");
        let releases = page.text(".newer-out");
        assert!(
            releases.contains("3.13.2, while 3.13.18 is out"),
            "{releases}"
        );
        assert!(
            !page.loaded().iter().any(|it| it.contains("/runtime")),
            "nothing is loaded yet"
        );
        page.run_code();
        assert!(
            page.ran("3.13")
                .contains("SyntaxError: multiple exception types must be parenthesized"),
            "{}",
            page.ran("3.13")
        );
        let ran = page.ran("3.14");
        assert!(
            ran.contains("12 None None") && !ran.contains("Error"),
            "{ran}"
        );
        assert_eq!(page.count(".column"), 2, "those that differ run");
        let verdict = page.text(".run-verdict");
        assert!(verdict.starts_with("Output of 3.13."), "{verdict}");
        assert!(verdict.contains("differs from 3.14."), "{verdict}");
        assert!(page.texts(".column h4")[1].starts_with("Python 3.14."));
        assert!(
            page.count(".column .differs .sign") > 0,
            "a sign, not only a colour"
        );
        assert_eq!(page.text(".download"), "", "it is here now");
        assert!(page.is_visible(".why"));
        assert!(page.is_visible(".expectations"));
        page.assert_accessible();
    });
}

#[test]
fn an_annotation_without_a_class_differs_between_3_13_and_3_14() {
    at(
        "#?view=try&sample=pep-649/never-defined&run=3.13,3.14",
        |page| {
            page.run_code();
            assert!(
                page.ran("3.13")
                    .contains("NameError: name 'Conection' is not defined"),
                "{}",
                page.ran("3.13")
            );
            let newer = page.ran("3.14");
            assert!(
                newer.contains("Finished in") && newer.contains("ForwardRef"),
                "{newer}"
            );
            assert_eq!(page.ran("3.15"), "", "it was not chosen");
        },
    );
}

/// The keyboard runs, but not behind the help.
#[test]
fn the_keyboard_runs_code_and_output_has_labelled_parts() {
    at("#?view=try&sample=scratch&run=3.14", |page| {
        page.write("print('here')\n");
        page.click("[aria-label='Keyboard and help']");
        page.wait_for("the help", |page| page.is_visible("dialog"));
        page.keys_with(Key::Control, Key::Enter);
        page.keys(Key::Escape);
        page.wait_for("no help", |page| !page.is_visible("dialog"));
        assert_eq!(page.count(".column"), 0, "nothing ran");
        assert_output_has_labelled_parts(page);
        assert_text_is_not_markup(page);
        assert_stops_and_runs_again(page);
        assert_long_output_is_cut(page);
    });
}

#[track_caller]
fn assert_output_has_labelled_parts(page: &Page) {
    page.write("import sys\nprint('out', file=sys.stdout)\nprint('err', file=sys.stderr)\n6 * 7\n");
    page.keys_with(Key::Control, Key::Enter);
    page.wait_for_runs();
    assert_eq!(
        page.texts(".column h5"),
        ["Output", "Error output", "Value of the last expression"]
    );
    let shown = page.texts(".column pre");
    let shown: Vec<_> = shown.iter().map(|text| text.trim()).collect();
    assert_eq!(shown, ["out", "err", "42"]);
    assert!(
        page.value("#code").ends_with("6 * 7\n"),
        "the key writes nothing"
    );
}

#[track_caller]
fn assert_text_is_not_markup(page: &Page) {
    page.write("1 / 0\n");
    page.keys_with(Key::Control, Key::Enter);
    page.wait_for("the traceback", |page| {
        let text = page.text(".column pre");
        text.contains("Traceback (most recent call last)") && text.contains("ZeroDivisionError")
    });
    page.write("print('<b>&amp;</b>')\n");
    page.keys_with(Key::Control, Key::Enter);
    page.wait_for("text as it is", |page| {
        page.text(".column pre").contains("<b>&amp;</b>")
    });
}

#[track_caller]
fn assert_stops_and_runs_again(page: &Page) {
    page.write("print('begun')\nwhile True: pass\n");
    page.click_text("run-panel button", "Run");
    page.wait_for("the program", |page| page.ran("3.14").contains("Running"));
    page.click_text("run-panel button", "Stop");
    page.wait_for("its end", |page| page.ran("3.14").contains("Stopped."));
    page.write("print('again')\n");
    page.run_code();
    assert!(page.ran("3.14").contains("again"), "{}", page.ran("3.14"));
}

#[track_caller]
fn assert_long_output_is_cut(page: &Page) {
    page.write("import sys\nprint('x' * 10)\nprint('y' * 70_000, file=sys.stderr)\n");
    page.run_code();
    let remarks = page.texts(".column pre + p");
    assert_eq!(remarks, ["The rest of the output is left out."]);
    let parts: Vec<usize> = page.texts(".column pre").iter().map(String::len).collect();
    assert_eq!(parts, [11, 65_537]);
}

#[test]
fn the_choice_of_versions_is_in_the_address() {
    at(BARE, |page| {
        page.click("[id='run-on-3.12']");
        page.wait_for("three versions", |page| {
            page.fragment().ends_with("&run=3.12,3.13,3.14")
        });
        page.click("[id='run-on-3.12']");
        page.wait_for("two versions", |page| {
            page.fragment().ends_with("&run=3.13,3.14")
        });
        page.click("[id='run-on-3.13']");
        page.wait_for("one version", |page| page.fragment().ends_with("&run=3.14"));
        page.wait_for("the one that stays", |page| {
            page.count("[id='run-on-3.14']:disabled") == 1
        });
        page.reload();
        page.wait_for("the choice again", |page| {
            page.is_checked("run-on-3.14") && !page.is_checked("run-on-3.13")
        });
    });
}

/// Older versions are there, but only a click chooses and loads them.
#[test]
fn an_older_version_runs_once_it_is_chosen() {
    at("#?view=try&sample=scratch", |page| {
        let chosen = ["3.11", "3.12", "3.13", "3.14", "3.15"]
            .map(|series| page.is_checked(&format!("run-on-{series}")));
        assert_eq!(chosen, [false, false, true, true, true]);
        for series in ["3.11", "3.12", "3.13", "3.14", "3.15"] {
            page.click(&format!("[id='run-on-{series}']"));
        }
        page.wait_for("the old ones", |page| {
            page.fragment().ends_with("&run=3.11,3.12")
        });
        let note = page.text(".download");
        assert!(note.contains("3.11.3, 3.12.7"), "{note}");
        page.write("import sys\nprint('on', sys.version_info[:2])\ntype X = int\n");
        page.run_code();
        assert!(
            page.ran("3.12").contains("on (3, 12)"),
            "{}",
            page.ran("3.12")
        );
        assert!(
            page.ran("3.11").contains("SyntaxError"),
            "{}",
            page.ran("3.11")
        );
        let newer = page.loaded().iter().any(|it| it.contains("runtimes/3.15"));
        assert!(!newer, "what was not chosen is not loaded");
    });
}

#[test]
fn columns_are_tabs_on_a_phone() {
    at(
        "#?view=try&sample=pep-758/bare&run=3.13,3.14,3.15",
        |page| {
            page.viewport(360, 740);
            page.run_code();
            let tabs = "[role=tablist] [role=tab]";
            assert_eq!(page.count(tabs), 3);
            assert_eq!(page.count("[role=tabpanel]:not([hidden])"), 1);
            assert!(page.is_visible("[data-series='3.13']"));
            page.focus("#run-name-0").keys(Key::Right);
            page.wait_for("the second", |page| page.focused() == "run-name-1");
            assert!(
                page.is_visible("[data-series='3.14']") && !page.is_visible("[data-series='3.13']")
            );
            assert_eq!(
                page.attribute("#run-name-1", "aria-selected").as_deref(),
                Some("true")
            );
            assert_eq!(
                page.attribute("#run-name-0", "tabindex").as_deref(),
                Some("-1")
            );
            page.keys(Key::End);
            page.wait_for("the last", |page| page.focused() == "run-name-2");
            page.keys(Key::Right);
            page.wait_for("the first again", |page| page.focused() == "run-name-0");
            page.click("#run-name-1");
            page.wait_for("its panel", |page| page.is_visible("#run-panel-1"));
            assert!(!page.scrolls_sideways());
            page.assert_accessible();
            page.viewport(1280, 900);
            page.wait_for("columns beside each other", |page| {
                page.count(tabs) == 0 && page.count("section.column") == 3
            });
        },
    );
}

#[test]
fn a_sample_also_runs_on_the_page_of_its_feature() {
    at("#?feature=pep-758", |page| {
        page.run_code();
        assert!(
            page.ran("3.13").contains("SyntaxError"),
            "{}",
            page.ran("3.13")
        );
        assert_eq!(page.fragment(), "#?feature=pep-758");
        page.click_text(".samples a", "Edit");
        page.wait_for("the sample", |page| page.count("#code") == 1);
        assert_eq!(page.fragment(), BARE);
        page.write("print('mine')\n");
        page.run_code();
        assert!(page.ran("3.14").contains("mine"), "{}", page.ran("3.14"));
    });
}

/// While one version still runs, the output of the others can be read, selected and clicked,
/// and the scroll position in growing output is kept.
#[test]
fn finished_output_stays_while_another_version_runs() {
    at("#?view=try&sample=scratch&run=3.13,3.14", |page| {
        // Start both interpreters first, so that one run ends while the other goes on.
        assert_equal_output_is_said(page);
        page.write(
            "import sys, time\nprint('first')\nwhile sys.version_info >= (3, 14):\n    print('more')\n    time.sleep(0.05)\n",
        );
        page.click_text("run-panel button", "Run");
        page.wait_for("the end of one", |page| {
            page.ran("3.13").contains("Finished in") && page.ran("3.14").contains("more")
        });
        let grown = |page: &Page| page.ran("3.14").matches("more").count();
        page.script::<()>(
            "window.ended = document.querySelector('#run-text-0-0');
             getSelection().selectAllChildren(window.ended)",
            Vec::new(),
        );
        page.focus("#run-text-1-0");
        let before = grown(page);
        page.wait_for("more of the other", |page| grown(page) > before + 3);
        assert!(page.script::<bool>("return window.ended.isConnected", Vec::new()));
        assert!(
            page.has_focus("#run-text-1-0"),
            "it grows where the reader is"
        );
        page.click_text("run-panel button", "Stop");
        page.wait_for("the end of both", |page| {
            page.ran("3.14").contains("Stopped.")
        });
        assert!(page.script::<bool>("return window.ended.isConnected", Vec::new()));
    });
}

/// Agreement is said in words, and so is a change of the code after it.
#[track_caller]
fn assert_equal_output_is_said(page: &Page) {
    page.write("print('both')\n");
    page.run_code();
    let verdict = page.text(".run-verdict");
    assert!(verdict.starts_with("Same output: 3.13."), "{verdict}");
    assert_eq!(page.count(".differs"), 0);
    page.write("print('changed')\n");
    page.wait_for("the remark", |page| {
        page.text(".run-verdict").contains("changed since")
    });
}

#[test]
fn a_runtime_is_kept_and_removed() {
    let [keep, remove] =
        ["Save", "Remove"].map(|verb| format!(".offline [aria-label^='{verb} Python 3.11']"));
    at(BARE, |page| {
        page.click(".offline summary");
        // At once: the browser's storage is reported later and changes no button.
        page.focus(&keep).keys(Key::Enter);
        page.wait_for("the runtime to be kept", |page| {
            page.text(".offline li").contains("saved, takes 12.")
        });
        assert!(page.has_focus(&remove), "the focus is where it was");
        page.wait_for("the room there is", |page| {
            // Not every browser reports it.
            let note = page.text(".offline [role=status]");
            note.contains("This site takes") || note.contains("does not say")
        });
        page.assert_accessible();
        page.keys(Key::Enter);
        page.wait_for("the runtime to go", |page| {
            !page.text(".offline li").contains("saved")
        });
        assert!(page.has_focus(&keep), "the focus is where it was");
    });
}
