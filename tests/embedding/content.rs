//! The content that attributes select.

use serde_json::{Value, json};

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

#[test]
fn an_error_is_explained_to_the_script_of_a_page() {
    visit("<p>No element.</p>", |page| {
        let explained: Value = page.script(
            "return customElements.get('whats-new').explain(
               \"ModuleNotFoundError: No module named 'distutils'\")",
            vec![],
        );
        let answer = &explained["answers"][0];
        assert_eq!(answer["change"], "pep-632", "{explained}");
        assert_eq!(answer["version"], "3.12");
        assert_eq!(answer["kind"], "removed");
        assert_eq!(answer["confidence"], "sure");
        for field in ["why", "instead"] {
            let text = answer[field].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{field}: {explained}");
        }
        let refused: String = page.script(
            "return customElements.get('whats-new').explain('').catch((cause) => cause.message)",
            vec![],
        );
        assert!(refused.contains("error"), "{refused}");
        let none: Value = page.script(
            "return customElements.get('whats-new').explain(\"NameError: name 'x' is not defined\")",
            vec![],
        );
        assert_eq!(none, json!({ "answers": [] }));
    });
}
