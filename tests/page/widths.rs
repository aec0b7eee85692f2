//! The page in windows that are just wide enough for columns.

use harness::{Page, explore};

/// Words, other than code, that are broken into two lines.
fn broken_words(page: &Page) -> Vec<String> {
    page.script(
        r"const broken = [];
         const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
         while (walker.nextNode()) {
           const node = walker.currentNode;
           if (node.parentElement.closest('code, pre, script, style, .visually-hidden')) continue;
           if (!node.parentElement.checkVisibility()) continue;
           for (const { 0: word, index } of node.data.matchAll(/\p{Letter}{2,}/gu)) {
             const range = document.createRange();
             range.setStart(node, index);
             range.setEnd(node, index + word.length);
             const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
             if (tops.size > 1) broken.push(word);
           }
         }
         return broken",
        Vec::new(),
    )
}

#[test]
fn the_search_is_wide_enough_and_no_word_is_broken() {
    explore("", |page| {
        for place in [
            "#?version=3.14",
            "#?feature=pep-649",
            "#?view=upgrade&from=3.13&to=3.14",
            "#?view=upgrade&from=3.13&to=3.14&feature=pep-649",
            "#?view=releases&series=3.14",
            "#?view=documents",
            "#?view=try&sample=pep-758/bare",
        ] {
            page.arrive(place);
            for width in [1024, 1100, 1200, 1280] {
                page.viewport(width, 800);
                page.wait_for("all of it", |page| {
                    page.count(".skeleton") == 0
                        && (page.count(".detail") == 0 || page.count(".detail h4") > 0)
                });
                let search: f64 = page.script(
                    "return document.querySelector('#search').getBoundingClientRect().width",
                    Vec::new(),
                );
                assert!(search >= 280.0, "{search} pixels at {width}");
                let broken = broken_words(page);
                assert!(broken.is_empty(), "{place} at {width}: {broken:?}");
                assert!(!page.scrolls_sideways(), "{place} at {width}");
            }
        }
    });
}
