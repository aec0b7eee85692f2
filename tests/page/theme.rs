//! The themes: light, dark and the system's.

use harness::{Page, explore};

const CHOICE: &str = ".theme select";

fn ground(page: &Page) -> String {
    page.style("body", "background-color")
}

#[test]
fn the_system_decides_until_the_reader_does() {
    explore("", |page| {
        page.system_theme("light");
        assert_eq!(page.value(CHOICE), "system");
        let light = ground(page);
        page.system_theme("dark");
        page.wait_for("a dark ground", |page| ground(page) != light);
        let dark = ground(page);
        page.choose(CHOICE, "light");
        page.wait_for("the light theme", |page| ground(page) == light);
        page.system_theme("light").choose(CHOICE, "dark");
        page.wait_for("the dark theme", |page| ground(page) == dark);
        page.choose(CHOICE, "system");
        page.wait_for("the system's theme", |page| ground(page) == light);
    });
}

#[test]
fn the_choice_is_remembered_and_shown_before_the_explorer_runs() {
    explore("", |page| {
        page.system_theme("light");
        let light = ground(page);
        page.choose(CHOICE, "dark");
        page.wait_for("the dark theme", |page| ground(page) != light);
        let dark = ground(page);
        page.reload();
        assert_eq!(ground(page), dark);
        page.wait_for_explorer();
        assert_eq!(ground(page), dark);
        assert_eq!(page.value(CHOICE), "dark");
        page.arrive("#?view=documents");
        assert_eq!(page.value(CHOICE), "dark");
        assert_eq!(ground(page), dark);
    });
}

#[test]
fn an_invalid_stored_theme_means_that_of_the_system() {
    explore("", |page| {
        page.system_theme("light");
        let light = ground(page);
        for nonsense in ["{", "\"purple\"", "42"] {
            page.script::<()>("localStorage.theme = arguments[0]", vec![nonsense.into()]);
            page.reload().wait_for_explorer();
            assert_eq!(page.value(CHOICE), "system", "{nonsense}");
            assert_eq!(ground(page), light, "{nonsense}");
        }
    });
}
