//! The dialog “Embed this view” and its snippets.

use harness::{Key, Page, Site, explore, visit_site};
use std::fs;

const DIALOG: &str = "dialog.embed";

/// The snippets in the dialog, once it is open.
#[track_caller]
fn texts(page: &Page) -> Vec<String> {
    page.wait_for("the dialog", |page| page.count("dialog.embed[open]") == 1);
    page.texts("dialog.embed pre")
}

#[test]
fn the_current_filters_are_embedded() {
    explore("#?version=3.14&kind=removed", |page| {
        page.click(".chips .embed-view");
        let texts = texts(page);
        assert_eq!(texts.len(), 2, "{texts:?}");
        let element = "<whats-new version=\"3.14\" kind=\"removed\" limit=\"10\">";
        assert!(texts[0].contains(element), "{}", texts[0]);
        assert!(texts[0].contains("/sub/path/embed.js\""), "{}", texts[0]);
        let frame = "/sub/path/embed.html#?version=3.14&amp;kind=removed&amp;limit=10\"";
        assert!(texts[1].contains(frame), "{}", texts[1]);
        page.assert_accessible();
        page.keys(Key::Escape);
        page.wait_for("the dialog to go", |page| page.count(DIALOG) == 0);
        page.click(".chips .embed-view");
        self::texts(page);
    });
}

/// Cards are loaded from the site, which may be built without them.
#[test]
fn an_open_feature_is_embedded() {
    let site = Site::changed(|dist| {
        fs::create_dir_all(dist.join("card"))?;
        fs::write(dist.join("card/pep-758.html"), "<article>Card</article>\n")
    });
    visit_site(&site, "#?q=except&feature=pep-758", |page| {
        page.wait_for_explorer();
        // The text is loaded above the button and moves it.
        page.wait_for("the text", |page| page.count(".detail h4") > 0);
        page.click(".detail .embed-view");
        let texts = texts(page);
        let element = "<whats-new feature=\"pep-758\">";
        assert!(texts[0].contains(element), "{}", texts[0]);
        assert!(
            texts[2].contains("/sub/path/card/pep-758.svg\""),
            "{}",
            texts[2]
        );
        assert_eq!(texts[3], "<article>Card</article>");
    });
}

#[test]
fn each_tool_has_its_forms_and_the_view_a_preview() {
    explore("#?version=3.14", |page| {
        page.click(".chips .embed-view");
        texts(page);
        let note = page.text(DIALOG);
        assert!(note.contains("frame-src http://"), "{note}");
        let preview = page.attribute("dialog.embed iframe", "src");
        let preview = preview.unwrap_or_default();
        assert!(
            preview.ends_with("embed.html#?version=3.14&limit=10"),
            "{preview}"
        );
        page.click_text("dialog.embed .choice", "Sphinx");
        page.wait_for("the forms for Sphinx", |page| {
            page.texts("dialog.embed h3")
                .contains(&"conf.py".to_owned())
        });
        assert!(texts(page)[1].starts_with(".. raw:: html"));
        page.assert_accessible();
    });
}

#[test]
fn a_sample_is_embedded_so_that_it_runs() {
    explore("#?view=try&sample=pep-758/bare", |page| {
        page.wait_for("the sample", |page| page.count("#code") == 1);
        page.click(".workbench .embed-view");
        let frame = "/sub/path/#?view=try&amp;sample=pep-758/bare\"";
        let shown = texts(page);
        assert!(shown[0].contains(frame), "{}", shown[0]);
        assert_eq!(shown.len(), 1);
    });
}

#[test]
fn an_upgrade_is_embedded() {
    explore("#?view=upgrade&from=3.11&to=3.14", |page| {
        page.click(".upgrade .embed-view");
        let texts = texts(page);
        let element = "<whats-new from=\"3.11\" to=\"3.14\" limit=\"10\">";
        assert!(texts[0].contains(element), "{}", texts[0]);
    });
}

#[test]
fn a_text_is_copied_or_selected() {
    explore("", |page| {
        page.click(".chips .embed-view");
        texts(page);
        page.click("dialog.embed pre + p button");
        page.wait_for("what came of it", |page| {
            !page.text("dialog.embed pre + p [role=status]").is_empty()
        });
    });
}
