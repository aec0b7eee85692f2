//! Tests of the JSON form with a small library.

use super::*;
use catalogue::fixture::Shelf;
use serde_json::{Value, json};
use terms::SourceKind;

fn exported() -> Value {
    let library = Shelf::empty()
        .reference(
            "notes",
            "- It came in October.\n  - **Confirmed.** The calendar says so.\n\n\
             ## Bare `except` {#pep-758 kind=changed area=language status=final name=try alias=bare-except}\n\nText.\n\n\
             **Instead:** the parentheses.\n\n- **3.14.1.** Mended.\n\n\
             ## Faster {#gh-128563 kind=removed module=gc removed=3.14.5}\n\
             \u{20}   break: import\n    backport: pygc\n    fix: ruff UP041\n\nText.\n\n\
             ```python before\nimport gc\n```\n\n\
             ```text seen 3.14..\nImportError: …\n```\n\n\
             ```python after 3.2..\nimport sys\n```",
        )
        .document(
            "blog",
            SourceKind::Article,
            "publishDate: '2025-08-14'\nupdatedDate: '2025-08-20'\nauthor: A. Writer",
            "## Except {#pep-758 kind=changed}\n\nText.\n\n\
             - It is *quick*.\n  - **Contradicted.** The `notes` say otherwise.",
        )
        .library();
    serde_json::to_value(export(&library)).expect("plain values")
}

#[test]
fn a_feature_has_all_values_under_stable_names() {
    let exported = exported();
    assert_eq!(exported["as_of"], "2026-08-21");
    assert_eq!(
        exported["features"][0],
        json!({
            "slug": "pep-758",
            "title": "Bare except",
            "lead": "Text.",
            "summary": "Text.",
            "kind": "changed",
            "area": "language",
            "module": null,
            "series": "3.14",
            "highlight": false,
            "release": "3.14.0",
            "removed": null,
            "removal": null,
            "deprecated": null,
            "instead": "the parentheses.",
            "impact": null,
            "repair": null,
            "states": [
                { "since": "3.12", "state": "absent" },
                { "since": "3.14", "state": "there" },
            ],
            "history": [{ "when": "3.14.1", "text": "Mended." }],
            "peps": [758],
            "issues": [],
            "names": ["try"],
            "aliases": ["bare except"],
            "status": "final",
            "url": null,
            "related": [],
            "documents": ["notes", "blog"],
            "claims": [
                {
                    "document": "notes",
                    "date": null,
                    "verdict": "confirmed",
                    "text": "Its status is Final.",
                    "evidence": "PEP 758 is Final as of 2026-08-21.",
                },
                {
                    "document": "blog",
                    "date": "2025-08-20",
                    "verdict": "contradicted",
                    "text": "It is quick.",
                    "evidence": "The notes say otherwise.",
                },
            ],
        })
    );
    let other = &exported["features"][1];
    assert_eq!(other["issues"], json!(["gh-128563"]));
    assert_eq!(
        (&other["removed"], &other["module"]),
        (&json!("3.14.5"), &json!("gc"))
    );
    assert_eq!(
        other["repair"],
        json!({
            "break": "import",
            "backports": ["pygc"],
            "fixes": ["ruff UP041"],
            "untested": null,
            "before": { "language": "python", "code": "import gc\n" },
            "seen": [{ "versions": "3.14..", "text": "ImportError: …" }],
            "after": { "versions": "3.2..", "language": "python", "code": "import sys\n" },
        })
    );
}

#[test]
fn a_document_has_its_source_and_claims() {
    let exported = exported();
    let blog = &exported["documents"][0];
    assert_eq!(blog["slug"], "blog");
    assert_eq!(blog["source"], "blog");
    assert_eq!(
        (&blog["published"], &blog["updated"]),
        (&json!("2025-08-14"), &json!("2025-08-20"))
    );
    assert_eq!(blog["features"], json!(["pep-758"]));
    assert_eq!(
        exported["documents"][1]["claims"],
        json!([{
            "verdict": "confirmed",
            "text": "It came in October.",
            "evidence": "The calendar says so.",
        }]),
        "claims outside of features are exported, too"
    );
}

#[test]
fn the_fact_tables_are_complete() {
    let exported = exported();
    assert_eq!(exported["peps"].as_array().map(Vec::len), Some(5));
    assert_eq!(
        exported["peps"][3],
        json!({
            "number": 758,
            "title": "Allow except without parentheses",
            "status": "final",
            "type": "standards-track",
            "created": "2024-09-30",
            "versions": ["2.7", "3.14"],
            "resolved": null,
            "superseded_by": [],
            "url": "https://peps.python.org/pep-0758/",
            "features": ["pep-758"],
        })
    );
    assert_eq!(
        exported["releases"][0],
        json!({
            "series": "3.12",
            "series_status": "bugfix",
            "number": "3.12.0",
            "date": "2020-01-03",
            "state": "actual",
            "note": null,
        })
    );
}
