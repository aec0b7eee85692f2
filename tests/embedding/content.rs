//! The content that attributes select.

use crate::host::{inside, loaded, visit, wait_until_ready};

#[test]
fn a_list_is_limited_and_leads_on_to_the_explorer() {
    visit(
        "<whats-new version=\"3.14\" module=\"asyncio\" limit=\"2\">Fallback</whats-new>",
        |page| {
            wait_until_ready(page, "whats-new");
            assert_eq!(
                inside::<usize>(page, "whats-new", "$.querySelectorAll('.row').length"),
                2
            );
            let lead: String = inside(page, "whats-new", "$.querySelector('.lead').textContent");
            assert!(lead.len() > 20, "{lead}");
            let link: String = inside(page, "whats-new", "$.querySelector('.footer a').href");
            assert!(link.ends_with("/#?version=3.14&module=asyncio"), "{link}");
        },
    );
}

#[test]
fn a_feature_is_shown_with_its_text() {
    visit("<whats-new feature=\"pep-758\"></whats-new>", |page| {
        wait_until_ready(page, "whats-new");
        let text: String = inside(page, "whats-new", "$.querySelector('.feature').innerText");
        assert!(
            text.contains("except") && text.contains("PEP 758"),
            "{text}"
        );
        assert!(inside::<bool>(
            page,
            "whats-new",
            "!!$.querySelector('.prose pre .k')"
        ));
    });
}

#[test]
fn an_upgrade_is_shown_by_what_it_asks_for() {
    visit(
        "<whats-new from=\"3.11\" to=\"3.14\" kind=\"removed\" limit=\"3\" compact></whats-new>",
        |page| {
            wait_until_ready(page, "whats-new");
            let text: String = inside(page, "whats-new", "$.querySelector('.root').innerText");
            assert!(text.starts_with("From Python 3.11 to 3.14"), "{text}");
            assert!(text.contains("Breaking changes"), "{text}");
            assert_eq!(
                inside::<usize>(page, "whats-new", "$.querySelectorAll('.row').length"),
                3
            );
        },
    );
}

#[test]
fn a_changed_attribute_is_shown() {
    visit(
        "<whats-new version=\"3.14\" compact limit=\"1\"></whats-new>",
        |page| {
            wait_until_ready(page, "whats-new");
            page.script::<()>(
                "const element = document.querySelector('whats-new');\
             element.setAttribute('version', '3.8');\
             element.setAttribute('q', 'walrus');",
                vec![],
            );
            page.wait_for("the other series", |page| {
                inside::<String>(
                    page,
                    "whats-new",
                    "$.querySelector('.row')?.innerText ?? ''",
                )
                .contains("3.8")
            });
        },
    );
}

#[test]
fn an_error_is_explained_with_its_repair() {
    let body = "<whats-new limit=\"1\" error=\"Traceback (most recent call last):&#10;  \
                File &quot;a.py&quot;, line 1, in &lt;module&gt;&#10;    import distutils&#10;\
                ModuleNotFoundError: No module named 'distutils'\">Fallback</whats-new>";
    visit(body, |page| {
        wait_until_ready(page, "whats-new");
        let text: String = inside(page, "whats-new", "$.querySelector('.root').innerText");
        assert!(
            text.starts_with("ModuleNotFoundError: No module named 'distutils'"),
            "{text}"
        );
        for part in [
            "The code is older than your Python",
            "Instead:",
            "before and after",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(
            inside::<usize>(page, "whats-new", "$.querySelectorAll('.answer').length"),
            1
        );
        let title: String = inside(page, "whats-new", "$.querySelector('.title').dataset.slug");
        assert_eq!(title, "pep-632");
        let link: String = inside(page, "whats-new", "$.querySelector('.footer a').href");
        assert!(link.contains("/#?view=errors&q=Traceback"), "{link}");
        assert_eq!(loaded(page, "explained_bg.wasm"), 1);
        assert_eq!(loaded(page, "embedded_bg.wasm"), 0);
        page.script::<()>(
            "document.querySelector('whats-new').setAttribute('error', \
             \"NameError: name 'pirnt' is not defined\")",
            vec![],
        );
        page.wait_for("what is no matter of versions", |page| {
            let text: String = inside(page, "whats-new", "$.querySelector('.root').innerText");
            text.contains("pirnt") && !text.contains("distutils")
        });
    });
}
