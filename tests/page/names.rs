//! Names of the standard library: found by typing, on pages of modules and names, and
//! between two versions.

use harness::{Page, explore, visit};

/// The names that the search shows, with their lives.
fn found(page: &Page) -> Vec<String> {
    page.texts(".names-found > ul > li")
}

#[test]
fn a_name_is_answered_before_the_features() {
    explore("", |page| {
        page.type_text("#search", "functools.cache");
        page.wait_for("the name", |page| {
            found(page).first().is_some_and(|first| {
                first.contains("functools.cache") && first.contains("added in 3.9; not in 3.8")
            })
        });
        page.fill("#search", "Counter.total");
        page.wait_for("the method", |page| {
            found(page)
                .iter()
                .any(|name| name.contains("collections.Counter.total"))
        });
        assert_eq!(page.value("#search"), "Counter.total");
        page.assert_accessible();
        page.fill("#search", "walrus operator");
        page.wait_for("no names", |page| page.count(".names-found") == 0);
    });
}

#[test]
fn a_version_and_a_pep_are_answered_above_the_results() {
    explore("#?q=3.14", |page| {
        page.wait_for("the version", |page| {
            page.text(".answer").contains("released 7 Oct 2025")
        });
        let links = page.texts(".names-found .links a");
        assert!(links[0].ends_with(" changes"), "{links:?}");
        assert_eq!(
            links[1..],
            ["Upgrade from 3.13 to 3.14", "Releases and dates"]
        );
        page.assert_accessible();
        page.fill("#search", "pep 649");
        page.wait_for("the PEP", |page| {
            page.text(".answer")
                .contains("Deferred Evaluation Of Annotations")
        });
        page.fill("#search", "649");
        page.wait_for("the features of the PEP", |page| {
            page.count(".names-found .feature-list a") > 0
        });
        page.fill("#search", "pep 9999");
        page.wait_for("the answer", |page| {
            page.text(".answer") == "There is no PEP 9999 in the PEP index."
        });
        page.fill("#search", "3.14");
        page.wait_for("the links", |page| page.count(".names-found .links a") == 3);
        page.click_text(".names-found .links a", "Upgrade");
        page.wait_for("the upgrade", |page| {
            page.fragment() == "#?view=upgrade&from=3.13&to=3.14"
        });
    });
}

#[test]
fn an_unknown_name_is_reported_before_the_features() {
    explore("#?q=functools.cahce", |page| {
        page.wait_for("the answer", |page| !page.text(".unknown-name").is_empty());
        let answer = page.text(".unknown-name");
        assert!(answer.contains("is not a public name"), "{answer}");
        assert!(answer.contains("functools.cache"), "{answer}");
        // Attributes are not among the names to search in, but in the table of their module.
        page.fill("#search", "os.DirEntry.name");
        page.wait_for("the attribute", |page| {
            found(page)
                .iter()
                .any(|name| name.contains("os.DirEntry.name"))
        });
        page.fill("#search", "numpy.array");
        page.wait_for("the answer", |page| {
            page.text(".unknown-name").contains("numpy.array")
        });
    });
}

#[test]
fn a_name_links_to_its_page_and_its_module() {
    explore("#?q=functools.cache", |page| {
        page.wait_for("the name", |page| !found(page).is_empty());
        page.click(".names-found a");
        page.wait_for("its page", |page| page.text("h1") == "functools.cache");
        assert_eq!(page.title(), "functools.cache · What's New in Python");
        page.assert_accessible();
        page.click_text(".breadcrumb a", "Module functools");
        page.wait_for("the module", |page| page.text("h1") == "Module functools");
        page.assert_accessible();
    });
}

#[test]
fn the_page_of_a_module_is_prerendered_with_names_as_anchors() {
    visit("module/functools/", |page| {
        page.without_scripts().open("module/functools/");
        assert_eq!(page.text("h1"), "Module functools");
        assert_eq!(page.count("tr[id='functools.cache']"), 1);
    });
    explore("module/functools/#functools.cache", |page| {
        page.wait_for("the name", |page| page.text("h1") == "functools.cache");
    });
}

#[test]
fn names_are_compared_between_any_two_versions() {
    explore("#?view=upgrade&from=3.8&to=3.9", |page| {
        page.wait_for("the differences", |page| page.count("#api") == 1);
        assert_eq!(
            page.count("#api .steps"),
            0,
            "a closed section draws nothing"
        );
        page.click("#api > summary");
        page.fill("#api input", "functools.cache");
        page.wait_for("the name", |page| {
            page.texts("#api dd a") == ["functools.cache"]
        });
        assert_eq!(page.texts("#api dt"), ["Added"]);
        page.keep_saved_files();
        page.click_text("#api button", "Download");
        let saved = page.saved_file();
        assert!(
            saved.contains("Added\tfunctools.cache\tfunction"),
            "{}",
            &saved[..200]
        );
        page.script::<()>("scrollTo(0, 0)", Vec::new());
        page.click("[aria-label='Swap from and to']");
        page.wait_for("the way down", |page| page.texts("#api dt") == ["Removed"]);
        assert_eq!(
            page.value("#api input"),
            "functools.cache",
            "what was typed stays"
        );
        page.fill("#api input", "a");
        page.click_text("#api .choice", "Signature changed");
        page.wait_for("other modules", |page| page.count("#api .steps") > 10);
        // The header would cover targets that axe-core measures.
        page.script::<()>(
            "document.querySelector('#api').scrollIntoView()",
            Vec::new(),
        );
        page.assert_accessible();
    });
}
