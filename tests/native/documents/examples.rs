//! The documentation for contributors: its examples of features are parsed without diagnostics
//! and state a feature, and every diagnostic code is documented.

use document::{Code, Severity, StatedFeature, parse};
use terms::{Area, Impact};

/// The features of every example in Markdown.
#[track_caller]
fn features(text: &str) -> Vec<StatedFeature> {
    let mut features = Vec::new();
    for example in text.split("```markdown\n").skip(1) {
        let (example, _) = example.split_once("```").expect("a closed example");
        // An example within a list is indented with the list.
        let indent = example.len() - example.trim_start_matches(' ').len();
        let lines = example.lines().map(|line| line.get(indent..).unwrap_or(""));
        let example = lines.collect::<Vec<_>>().join("\n");
        let text = format!(
            "---\ntitle: An example\nsource:\n  name: Notes\n  url: https://example.org/notes\n\
             series: '3.14'\n---\n\n{example}\n"
        );
        let document = parse(text.as_bytes()).expect("a small document");
        assert_eq!(document.diagnostics, [], "{example}");
        let authored = document.features.into_iter();
        features.extend(authored.filter(|feature| feature.id.is_some()));
    }
    features
}

#[test]
fn every_example_of_a_feature_is_read_whole() {
    for (text, id, area, anchor) in [
        (
            include_str!("../../../README.md"),
            "gh-41431",
            Area::Library,
            "datetime",
        ),
        (
            include_str!("../../../CONTRIBUTING.md"),
            "3.14-shelf-stack",
            Area::Library,
            "shelf",
        ),
        (
            include_str!("../../../docs/documents.md"),
            "pep-758",
            Area::Language,
            "whatsnew314-bracketless-except",
        ),
    ] {
        let features = features(text);
        let [feature] = features.as_slice() else {
            panic!("one example of a feature is expected: {features:?}");
        };
        assert_eq!(feature.id.as_deref(), Some(id));
        assert_eq!(
            (feature.area, feature.impact),
            (Some(area), Some(Impact::None))
        );
        let url = format!("https://example.org/notes#{anchor}");
        assert_eq!(feature.url, Some(url));
        assert_eq!(feature.summary.len(), 1, "{:?}", feature.summary);
    }
}

#[test]
fn every_code_is_listed_with_what_it_reports() {
    let text = include_str!("../../../docs/diagnostics.md");
    let rows: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    let expected = Code::ALL.iter().map(|code| {
        let mark = match code.severity() {
            Severity::Error => "",
            Severity::Warning => " (warning)",
        };
        format!("| `{}` | {}{mark} |", code.key(), code.reports())
    });
    assert_eq!(rows, expected.collect::<Vec<_>>());
}
