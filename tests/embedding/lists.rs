//! Pages with lists that the packages in `integrations` wrote from the explorer's data. Their
//! own tests check what is written; here the live element takes its place.

use crate::host::{explorer, inside, visit_built, wait_until_ready};
use crate::tools::{MKDOCS, SPHINX, Tool, build};
use harness::Page;

#[test]
fn the_directive_of_sphinx_becomes_live() {
    check(&Tool {
        project: "sphinx-extension",
        ..SPHINX
    });
}

#[test]
fn the_block_of_mkdocs_becomes_live() {
    check(&Tool {
        project: "mkdocs-plugin",
        ..MKDOCS
    });
}

/// Builds the project and checks that each element shows, in the same order, the features
/// that were written between its tags.
#[track_caller]
fn check(tool: &Tool) {
    let explorer = explorer();
    visit_built(
        &format!("site/{}", tool.page),
        |page| {
            for (element, count) in [("whats-new[module]", 3), ("whats-new[feature]", 1)] {
                let reveal = format!("document.querySelector('{element}').scrollIntoView()");
                page.script::<()>(&reveal, vec![]);
                wait_until_ready(page, element);
                let live: Vec<String> = inside(
                    page,
                    element,
                    "[...$.querySelectorAll('a[data-slug]')].map(({ dataset }) => dataset.slug)",
                );
                assert_eq!(live.len(), count, "{live:?}");
                assert_eq!(written(page, element), live);
            }
        },
        |output| build(tool, &explorer, output),
    );
}

/// The slugs to whose pages the list between the tags of an element links.
#[track_caller]
fn written(page: &Page, element: &str) -> Vec<String> {
    let body = format!(
        "return [...document.querySelectorAll('{element} li a')]\
         .map(({{ href }}) => href.match(/\\/feature\\/(.*)\\/$/)[1])"
    );
    page.script(&body, vec![])
}
