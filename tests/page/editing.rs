//! The full editor: it is loaded when a reader edits, marks findings, and can be left with the
//! keyboard.

use harness::{Key, Page, explore};

const BARE: &str = "#?view=try&sample=pep-758/bare";

#[track_caller]
fn edit(test: impl FnOnce(&Page)) {
    explore(BARE, |page| {
        page.wait_for("the findings", |page| page.count(".strip") == 1);
        test(page);
    });
}

/// Types an `x` at the beginning of the plain field, which loads the full editor.
#[track_caller]
fn begin(page: &Page) {
    page.script::<()>(
        "const field = document.querySelector('#code');
         field.focus();
         field.setSelectionRange(0, 0)",
        Vec::new(),
    );
    page.keys("x");
}

fn has_loaded(page: &Page, name: &str) -> bool {
    page.loaded().iter().any(|address| address.contains(name))
}

#[test]
fn the_full_editor_is_loaded_by_the_first_click() {
    edit(|page| {
        page.wait_for("the scripts", |page| has_loaded(page, "try.js"));
        page.focus("#code").keys(Key::Tab);
        assert!(
            !has_loaded(page, "editor.js"),
            "moving through the field does not load it"
        );
        let code = page.value("#code");
        page.edit();
        assert!(has_loaded(page, "editor.js"));
        assert_eq!(page.in_editor(".cm-line").join("\n"), code);
        assert!(!page.is_visible("#code"), "one field is enough");
    });
}

#[test]
fn typing_into_the_plain_field_loads_the_editor_and_keeps_the_caret() {
    edit(|page| {
        begin(page);
        page.wait_for("the full editor", |page| {
            page.has_focus("code-editor[full]")
        });
        page.keys("y");
        page.wait_for("what was typed in both", |page| {
            page.value("#code").starts_with("xydef parse")
        });
    });
}

/// Highlighting and marks, which are added while the reader types, do not move the caret.
#[test]
fn highlighting_keeps_the_caret() {
    edit(|page| {
        begin(page);
        page.wait_for("the marks", |page| {
            !page.in_editor(".cm-lintRange").is_empty()
        });
        page.keys("y");
        page.wait_for("what was typed later", |page| {
            page.value("#code").starts_with("xydef parse")
        });
    });
}

#[test]
fn the_editor_colours_indents_and_matches_brackets() {
    edit(|page| {
        page.write("x");
        page.keys_with(Key::Control, "a");
        page.keys("if [1]:\nif 2:\npass");
        page.wait_for("indented lines", |page| {
            page.value("#code") == "if [1]:\n    if 2:\n        pass"
        });
        let coloured: bool = page.script(
            "const root = document.querySelector('code-editor').shadowRoot;
             const [word] = root.querySelectorAll('.cm-line span');
             return word.textContent === 'if'
               && getComputedStyle(word).color !== getComputedStyle(root.querySelector('.cm-line')).color",
            Vec::new(),
        );
        assert!(coloured, "{:?}", page.in_editor(".cm-line span"));
        page.keys_with(Key::Control, Key::Home);
        page.keys(Key::Right + Key::Right);
        page.keys(Key::Right);
        page.wait_for("a pair of brackets", |page| {
            page.in_editor(".cm-matchingBracket") == ["[", "]"]
        });
    });
}

#[test]
fn edits_can_be_undone_back_to_the_original() {
    edit(|page| {
        let original = page.value("#code");
        page.write("first = 1\n");
        page.wait_for("the text", |page| page.value("#code") == "first = 1\n");
        page.keys_with(Key::Control, "z");
        page.wait_for("the sample", |page| page.value("#code") == original);
        page.keys_with(Key::Control, "z");
        assert_eq!(page.value("#code"), original, "and no emptiness before it");
        page.keys_with(Key::Control, "y");
        page.wait_for("the text again", |page| {
            page.value("#code") == "first = 1\n"
        });
    });
}

#[test]
fn tab_indents_only_while_the_reader_edits() {
    edit(|page| {
        let before = page.value("#code");
        page.edit();
        page.keys(Key::Tab);
        page.wait_for("an indentation after a click", |page| {
            page.has_focus("code-editor") && page.value("#code").len() == before.len() + 4
        });
        page.keys(Key::Escape + Key::Tab);
        page.wait_for("what follows the editor", |page| {
            !page.has_focus("code-editor")
        });
        let code = page.value("#code");
        page.keys_with(Key::Shift, Key::Tab);
        page.wait_for("the editor again", |page| page.has_focus("code-editor"));
        page.keys(Key::Tab);
        page.wait_for("what follows it again", |page| {
            !page.has_focus("code-editor")
        });
        assert_eq!(
            page.value("#code"),
            code,
            "moving through the field changes nothing"
        );
        assert!(page.text(".editor-hint").contains("Esc, then Tab"));
    });
}

#[test]
fn the_shortcuts_of_the_page_are_off_in_the_editor() {
    edit(|page| {
        page.write("x");
        page.keys("/?");
        page.wait_for("the signs in the text", |page| page.value("#code") == "x/?");
        assert!(!page.is_visible("dialog"), "no help");
        page.keys(Key::Escape);
        assert!(page.has_focus("code-editor"));
    });
}

#[test]
fn the_chosen_version_decides_what_is_marked() {
    edit(|page| {
        page.edit();
        page.wait_for("what some series refuses", |page| {
            page.in_editor(".cm-lintRange-error") == ["ValueError, TypeError"]
                && page.in_editor(".cm-lint-marker-error").len() == 1
        });
        page.choose(".target select", "3.14");
        page.wait_for("nothing that 3.14 refuses", |page| {
            page.in_editor(".cm-lintRange-error").is_empty()
        });
        page.choose(".target select", "3.13");
        page.wait_for("what 3.13 refuses", |page| {
            page.in_editor(".cm-lintRange-error").len() == 1
        });
        page.write("x = '👩👩' + )\n");
        page.wait_for("the place after signs beyond sixteen bits", |page| {
            page.in_editor(".cm-lintRange-error") == [")"]
        });
        page.assert_accessible();
    });
}

#[test]
fn the_editor_follows_the_theme() {
    edit(|page| {
        // In a transition between themes, colours belong to neither.
        page.reduced_motion();
        page.edit();
        let ground = || -> String {
            page.script(
                "const root = document.querySelector('code-editor').shadowRoot;
                 return getComputedStyle(root.querySelector('.cm-editor')).backgroundColor",
                Vec::new(),
            )
        };
        page.choose("header select", "light");
        let light = ground();
        page.choose("header select", "dark");
        assert_ne!(light, ground());
        page.assert_accessible();
    });
}
