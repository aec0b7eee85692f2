//! The parts of a document's features and claims that `inspect` does not print.

use super::text_of;
use document::{Block, Code, Document, StatedClaim, StatedFeature, parse, plain_text};
use terms::{Area, Impact, Kind, Series, Verdict};

fn tour() -> Document {
    let source = include_str!("../../fixtures/documents/ok/authored.md");
    parse(source.as_bytes()).expect("a document within the limit")
}

fn feature<'a>(document: &'a Document, id: &str) -> &'a StatedFeature {
    document
        .features
        .iter()
        .find(|feature| feature.id.as_deref() == Some(id))
        .unwrap_or_else(|| panic!("no feature {id}"))
}

fn words(blocks: &[Block]) -> String {
    let document = Document {
        body: blocks.to_vec(),
        ..Document::default()
    };
    text_of(&document)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn claim(claim: &StatedClaim) -> (String, Verdict, String, u32) {
    let (text, evidence) = (plain_text(&claim.text), plain_text(&claim.evidence));
    (text, claim.verdict, evidence, claim.line)
}

#[test]
fn attributes_say_everything_about_a_feature() {
    let document = tour();
    let except = feature(&document, "pep-758");
    assert_eq!(
        except.created.map(|day| day.to_string()).as_deref(),
        Some("2024-09-30")
    );
    assert_eq!(except.area, Some(Area::Language));
    assert_eq!(except.impact, Some(Impact::None));
    assert_eq!(except.line(), 19);
    assert_eq!(except.section, Some(1));
    let loops = feature(&document, "3.14-except-loops");
    assert_eq!(loops.names, ["a.b", "c.d"]);
    assert_eq!(loops.related, ["pep-758"]);
    let removals = feature(&document, "3.14-removals");
    assert_eq!(removals.kind, Kind::Removed);
    assert_eq!(removals.module.as_deref(), Some("asyncio"));
    assert_eq!(
        removals.series.map(|series| series.to_string()).as_deref(),
        Some("3.13")
    );
    let removed = removals.removed.map(|release| release.to_string());
    assert_eq!(removed.as_deref(), Some("3.14.0"));
}

#[test]
fn a_summary_is_the_text_below_without_claims_and_other_features() {
    let document = tour();
    assert_eq!(
        words(&feature(&document, "pep-758").summary),
        "Several types may stand side by side. An ordinary item stays. How it looks python \
         except ValueError, TypeError: pass"
    );
    assert_eq!(
        words(&feature(&document, "3.14-except-loops").summary),
        "A feature within a feature."
    );
    assert_eq!(words(&feature(&document, "3.14-removals").summary), "Gone.");
}

#[test]
fn a_claim_belongs_to_the_feature_above_it() {
    let document = tour();
    let own: Vec<_> = document.claims.iter().map(claim).collect();
    assert_eq!(
        own,
        [(
            "The final release is due on 2025-10-07.".to_owned(),
            Verdict::Confirmed,
            "The calendar says the same.".to_owned(),
            16
        )]
    );
    let except: Vec<_> = feature(&document, "pep-758")
        .claims
        .iter()
        .map(claim)
        .collect();
    assert_eq!(
        except,
        [(
            "Everything with as works as well.".to_owned(),
            Verdict::Contradicted,
            "With as the parentheses stay (PEP 758).".to_owned(),
            23
        )]
    );
    // The body is the whole text, including claims.
    let has_claim = |block: &Block| {
        matches!(block, Block::List { items, .. }
            if items.iter().flatten().any(|block| matches!(block, Block::Claim { .. })))
    };
    assert_eq!(
        document
            .body
            .iter()
            .filter(|block| has_claim(block))
            .count(),
        2
    );
}

#[test]
fn the_outline_has_all_headings() {
    let document = tour();
    let outline: Vec<(u8, &str, Option<&str>, u32)> = document
        .outline
        .iter()
        .map(|section| {
            let id = section.id.as_deref();
            (section.level, section.title.as_str(), id, section.line)
        })
        .collect();
    assert_eq!(outline.len(), 7);
    assert_eq!(
        outline.first(),
        Some(&(1, "A tour of Python 3.14", None, 12))
    );
    assert_eq!(outline.last(), Some(&(2, "Outlook", Some("outlook"), 46)));
}

#[test]
fn an_announcement_states_where_each_feature_stands() {
    let source = include_str!("../../fixtures/documents/ok/several-releases.md");
    let document = parse(source.as_bytes()).expect("a document within the limit");
    let places: Vec<(u32, Option<String>, Option<&str>)> = document
        .features
        .iter()
        .map(|feature| {
            let section = feature
                .section
                .and_then(|at| document.outline.get(at as usize));
            let series = feature.series.map(|series| series.to_string());
            (
                feature.line(),
                series,
                section.map(|section| section.title.as_str()),
            )
        })
        .collect();
    let series = |text: &str| Some(text.to_owned());
    assert_eq!(
        places,
        [
            (
                16,
                None,
                Some("Major new features of the 3.13 series, compared to 3.12")
            ),
            (22, series("3.12"), Some("Python 3.12.6")),
            (28, series("3.11"), Some("Python 3.11.10")),
            (29, series("3.11"), Some("Python 3.11.10")),
            (37, None, Some("Security content in all releases")),
        ]
    );
}

#[test]
fn a_repair_is_distinguished_from_later_changes() {
    let source = "---\ntitle: Notes\nseries: '3.13'\n---\n\n\
        ## Old names {#3.13-old kind=deprecated removal=3.16 alias=old-names,gone}\n\n\
        Use them no more.\n\n**Instead:** the `new` ones.\n\n\
        - **3.13.1.** Taken back.\n- **3.14.** Deprecated again.\n\n\
        But:\n\n- **Bold.** An ordinary list.\n\n\
        ## Gone {#3.13-gone kind=removed deprecated=3.11}\n";
    let document = parse(source.as_bytes()).expect("a small document");
    assert_eq!(document.diagnostics, []);
    let old = feature(&document, "3.13-old");
    assert_eq!(old.removal, Some(Series::python3(16)));
    assert_eq!(old.aliases, ["old names", "gone"]);
    assert_eq!(plain_text(&old.instead), "the new ones.");
    let history: Vec<_> = old
        .history
        .iter()
        .map(|entry| format!("{}: {}", entry.moment, plain_text(&entry.text)))
        .collect();
    assert_eq!(history, ["3.13.1: Taken back.", "3.14: Deprecated again."]);
    assert_eq!(
        words(&old.summary),
        "Use them no more. But: Bold. An ordinary list."
    );
    let gone = feature(&document, "3.13-gone");
    assert_eq!(gone.deprecated, Some(Series::python3(11)));
}

#[test]
fn a_repair_sheet_is_read_from_attributes_and_code() {
    let source = "---\ntitle: Notes\nseries: '3.12'\n---\n\n\
        ## `imp` removed {#3.12-imp removed}\n    break: import\n    backport: none\n    \
        fix: ruff UP041, pyupgrade --py39-plus\n\nGone.\n\n\
        ```python before\nimport imp\n```\n\n\
        ```text seen 3.4..3.11\nDeprecationWarning: …\n```\n\n\
        ```text seen 3.12..\nModuleNotFoundError\n```\n\n\
        ```python after 3.1..\nimport importlib\n```\n\n\
        ```python before\nimport imp.one\n```\n\n\
        ```text seen 3.12.1\nkept\n```\n";
    let document = parse(source.as_bytes()).expect("a small document");
    let imp = feature(&document, "3.12-imp");
    let repair = &imp.repair;
    assert_eq!(repair.breaks, Some(terms::Break::Import));
    assert_eq!(repair.backports, [] as [String; 0]);
    let fixes: Vec<String> = repair.fixes.iter().map(ToString::to_string).collect();
    assert_eq!(fixes, ["ruff UP041", "pyupgrade --py39-plus"]);
    let before = repair.before.as_ref().map(|code| code.text.as_str());
    assert_eq!(before, Some("import imp\n"));
    let seen: Vec<String> = repair
        .seen
        .iter()
        .map(|seen| format!("{}: {}", seen.versions, seen.value))
        .collect();
    assert_eq!(
        seen,
        [
            "3.4..3.11: DeprecationWarning: …",
            "3.12..: ModuleNotFoundError"
        ]
    );
    let after = repair.after.as_ref();
    let after = after.map(|after| (after.versions.to_string(), after.value.text.as_str()));
    assert_eq!(after, Some(("3.1..".to_owned(), "import importlib\n")));
    // What is there twice or has no range stays in the text, and the range is reported.
    assert_eq!(imp.summary.len(), 3);
    let [problem] = document.diagnostics.as_slice() else {
        panic!("{:?}", document.diagnostics);
    };
    assert_eq!((problem.code, problem.line), (Code::Repair, 33));
}
