//! Malicious documents: nothing in them runs, is fetched or leads anywhere, their text can be
//! read, and the page works as before. What the typed tree can contain is tested natively.

use harness::{Page, explore};
use serde_json::json;

/// Documents with a word in each that has to be shown.
const HOSTILE: &[(&str, &str, &str)] = &[
    (
        "script.md",
        "# Script\n\n<script>window.harmed = 1</script>\n\ntext-one\n\n<ScRiPt src=//evil.example/x.js></sCrIpT>",
        "window.harmed",
    ),
    (
        "handlers.md",
        "# Handlers\n\n<img src=x onerror=\"window.harmed = 1\"> <b onmouseover=alert(1)>bold</b>\n\n\
         <details open ontoggle=\"window.harmed=1\">\n\n<body onload=window.harmed=1>",
        "onerror",
    ),
    (
        "links.md",
        "# Links\n\n[a](javascript:window.harmed=1) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) \
         [d](java&#x09;script:alert(1)) [e](data:text/html,<script>window.harmed=1</script>) \
         [f](vbscript:x) [g](<  javascript:alert(1)>) [h](file:///etc/passwd) [i](blob:x) \
         [j](//evil.example/) [k](\\\\evil.example) <javascript:window.harmed=1> [l][ref]\n\n\
         [ref]: javascript:window.harmed=1 'title'\n\n![m](https://evil.example/pixel.png) \
         ![n](data:image/svg+xml,<svg onload=alert(1)>)",
        "Links",
    ),
    (
        "svg.md",
        "# Svg\n\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"window.harmed=1\"><script>window.harmed=1\
         </script><a href=\"javascript:window.harmed=1\"><text>drawn</text></a></svg>\n\n\
         <math><mi xlink:href=\"data:x\">m</mi></math><iframe srcdoc=\"<script>parent.harmed=1</script>\">",
        "onload",
    ),
    (
        "nesting.md",
        "# Nesting\n\n</p></main></body></html></div></app>\n\n<!-- <table><tr>\n\n**un *closed ~~all [over](\n\n\
         <noscript><p title=\"</noscript><img src=x onerror=window.harmed=1>\">\n\n```\nunclosed-code",
        "unclosed-code",
    ),
    (
        "style.md",
        "# Style\n\n<style>body { display: none }</style><link rel=stylesheet href=//evil.example/a.css>\n\n\
         <base href=//evil.example/><meta http-equiv=refresh content=\"0;url=//evil.example/\">",
        "display: none",
    ),
    (
        "ids.md",
        "# Ids {#parts}\n\n## App {#app}\n\n## Main {#main}\n\n## Search {#search}\n\ntext-of-ids",
        "text-of-ids",
    ),
    (
        "bidi.md",
        "# Bidi\n\n\u{202e}drowkcab\u{202c} \u{2066}isolated\u{2069} \u{200b}zero\u{feff}\r\n\r\nlines\rof\r\nall sorts",
        "drowkcab",
    ),
    (
        "yaml.md",
        "---\ntitle: &a [x, x, x, x, x, x, x, x, x]\ntags: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n\
         author: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\ndescription: &d [*c, *c, *c, *c, *c, *c, *c, *c]\n\
         source: &e [*d, *d, *d, *d, *d, *d, *d, *d]\n---\n\n# Yaml\n\ntext-after-yaml",
        "text-after-yaml",
    ),
    (
        "prototype.md",
        "---\ntitle: __proto__\n__proto__: { harmed: 1 }\nconstructor: x\n---\n\n# Prototype\n\n{{constructor.constructor('window.harmed=1')()}}",
        "constructor",
    ),
];

/// Drops files that a script in the page makes: names, each with an expression for the
/// content.
fn drop_made(page: &Page, files: &[(&str, &str)]) {
    page.script::<()>(
        "const dataTransfer = new DataTransfer();
         for (const [name, content] of arguments[0]) dataTransfer.items.add(new File([content], name));
         document.body.dispatchEvent(
           new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));",
        vec![json!(files)],
    );
}

/// Waits until the given number of documents is listed and nothing is being read.
#[track_caller]
fn wait_for_documents(page: &Page, count: usize) {
    page.wait_for(&format!("{count} documents"), |page| {
        page.attribute("own-documents", "aria-busy").as_deref() == Some("false")
            && page.count(".own-list > li") == count
            && page.count(".own-list h3 a") == count
    });
}

/// The elements through which a document could act, and requests to other origins.
fn harm(page: &Page) -> Vec<String> {
    page.script(
        "const found = [];
         if (window.harmed !== undefined || ({}).harmed !== undefined) found.push('a script ran');
         for (const element of document.querySelectorAll('main *')) {
           if (/^(script|img|iframe|object|embed|style|link|base|meta|math|form|video|audio)$/i.test(element.localName))
             found.push(element.localName);
           for (const { name } of element.attributes) if (/^on|srcdoc|style/.test(name)) found.push(name);
         }
         for (const link of document.links) {
           const isPage = ['http:', 'https:', 'mailto:'].includes(link.protocol);
           if (!isPage) found.push(link.href);
         }
         for (const { name } of performance.getEntriesByType('resource'))
           if (new URL(name).origin !== location.origin) found.push(name);
         return found;",
        Vec::new(),
    )
}

#[test]
fn a_document_runs_and_fetches_nothing_and_its_text_is_shown() {
    explore("#?view=documents", |page| {
        let files: Vec<(&str, &str)> = HOSTILE
            .iter()
            .map(|(name, text, _)| (*name, *text))
            .collect();
        drop_made(page, &files);
        wait_for_documents(page, HOSTILE.len());
        assert_eq!(harm(page), [] as [String; 0]);
        for (name, _, word) in HOSTILE {
            let slug = name.trim_end_matches(".md");
            page.go(&format!("#?view=documents&document=own%2F{slug}"));
            page.wait_for(&format!("the text of {name}"), |page| {
                page.text(".reader .prose").contains(word)
            });
            assert_eq!(harm(page), [] as [String; 0], "{name}");
        }
        page.go("#?pep=758");
        page.wait_for("the results", |page| page.listed() > 0);
        page.go("#?feature=pep-758");
        page.wait_for("the text", |page| page.count(".detail .prose p") > 0);
    });
}

#[test]
fn very_long_and_very_deep_documents_leave_the_page_working() {
    explore("#?view=documents", |page| {
        page.script::<()>(
            "const dataTransfer = new DataTransfer();
             const files = [
               ['words.md', '# Words\\n\\n' + 'lorem ipsum '.repeat(860_000)],
               ['features.md', '# Features\\n\\n' + Array.from({ length: 200_000 },
                  (_, n) => `## F ${n} {#3.14-f${n} kind=added series=3.14}\\n\\n`).join('')],
               ['quotes.md', '# Quotes\\n\\n' + '>'.repeat(10_000) + ' deepest'],
               ['lists.md', '# Lists\\n\\n' + '- '.repeat(10_000) + 'deepest'],
               ['brackets.md', '# Brackets\\n\\n' + '['.repeat(100_000) + 'deepest' + ']('.repeat(100_000)],
               ['stars.md', '# Stars\\n\\n' + '*'.repeat(100_000) + 'deepest' + '*'.repeat(100_000)],
               ['cells.md', '# Cells\\n\\n|a|b|\\n|-|-|\\n' + '|c|d|\\n'.repeat(1_500_000)],
             ];
             for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
             const bytes = new Uint8Array(70_000).map((_, place) => place);
             dataTransfer.items.add(new File(['# Bytes\\n\\ndeepest', bytes], 'bytes.md'));
             document.body.dispatchEvent(
               new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));",
            Vec::new(),
        );
        wait_for_documents(page, 8);
        for (slug, word) in [
            ("words", "The rest is too long"),
            ("features", "F 100"),
            ("quotes", "deepest"),
            ("lists", "deepest"),
            ("brackets", "deepest"),
            ("stars", "deepest"),
            ("cells", "The rest is too long"),
            ("bytes", "deepest"),
        ] {
            page.go(&format!("#?view=documents&document=own%2F{slug}"));
            page.wait_for(&format!("the text of {slug}"), |page| {
                page.text(".reader .prose").contains(word)
            });
        }
        page.go("#?pep=758");
        page.wait_for("the results", |page| page.listed() > 0);
    });
}
