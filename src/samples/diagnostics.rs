//! The findings that are marked in the code, for one series or all. The entry point is
//! [`marks`].

use super::syntax::alike;
use python::{Analysis, Rejection, SeriesRange, Span};
use terms::Series;

/// The severity of a [`Mark`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// A version rejects the code.
    Error,
    /// A version warns about the code.
    Warning,
}

/// A finding that is marked in the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The place in the code.
    pub span: Span,
    /// The severity.
    pub severity: Severity,
    /// What is wrong, as a sentence.
    pub message: String,
}

impl Mark {
    /// The line that `assets/try/findings.ts` parses.
    pub(super) fn to_line(&self) -> String {
        let Span { start, end } = self.span;
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!(
            "{} {} {} {} {severity} {}\n",
            start.line,
            start.column,
            end.line,
            end.column,
            self.message.replace('\n', " ")
        )
    }
}

/// The errors and warnings of `target` or, without a target, those of all series, with the
/// series in the message.
pub(crate) fn marks(analysis: &Analysis, target: Option<Series>) -> Vec<Mark> {
    let concerned = |range: SeriesRange| target.is_none_or(|target| range.contains(target));
    let said = |range: SeriesRange, message: &str| match target {
        Some(_) => message.to_owned(),
        None => format!("Python {range}: {message}"),
    };
    let refusals = alike(&analysis.syntax)
        .into_iter()
        .map(|(from, to, refusal)| (SeriesRange { from, to }, refusal))
        .filter(|(range, _)| concerned(*range))
        .flat_map(|(range, refusal)| errors(refusal).map(move |error| (range, error)))
        .map(|(range, error)| Mark {
            span: error.span,
            severity: Severity::Error,
            message: said(range, &error.message),
        });
    let warnings = analysis
        .notes
        .iter()
        .filter(|note| concerned(note.series))
        .map(|note| Mark {
            span: note.span,
            severity: Severity::Warning,
            message: said(note.series, &format!("{}: {}", note.category, note.message)),
        });
    refusals.chain(warnings).collect()
}

fn errors(refusal: &Rejection) -> impl Iterator<Item = &python::SyntaxError> {
    std::iter::once(&refusal.first).chain(&refusal.further)
}

#[cfg(test)]
mod tests {
    use super::*;
    use python::analyze;

    const BARE: &str = "try:\n    f()\nexcept A, B:\n    pass\n";

    fn places(marks: &[Mark]) -> Vec<(Severity, u32)> {
        marks
            .iter()
            .map(|mark| (mark.severity, mark.span.start.line))
            .collect()
    }

    #[test]
    fn a_target_decides_what_is_marked() {
        let analysis = analyze(BARE);
        let old = marks(&analysis, Some(Series::python3(13)));
        assert_eq!(places(&old), [(Severity::Error, 3)]);
        assert!(!old[0].message.starts_with("Python"), "{}", old[0].message);
        assert_eq!(marks(&analysis, Some(Series::python3(14))), []);
    }

    #[test]
    fn without_a_target_each_mark_says_whose_it_is() {
        let every = marks(&analyze(BARE), None);
        assert!(!every.is_empty());
        for mark in &every {
            assert!(mark.message.starts_with("Python 3."), "{}", mark.message);
        }
    }

    #[test]
    fn a_mark_is_one_line() {
        let [mark] = &marks(&analyze(BARE), Some(Series::python3(13)))[..] else {
            panic!("one mark");
        };
        let line = Mark {
            message: "two\nlines".to_owned(),
            ..mark.clone()
        };
        assert_eq!(line.to_line(), "3 8 3 12 error two lines\n");
    }

    #[test]
    fn warnings_are_distinguished_from_errors() {
        let analysis =
            analyze("def f():\n    try:\n        pass\n    finally:\n        return 1\n");
        let newest = marks(&analysis, Some(Series::python3(14)));
        assert_eq!(places(&newest), [(Severity::Warning, 5)]);
        assert_eq!(marks(&analysis, Some(Series::python3(13))), []);
    }
}
