//! Which series accept a source. The entry point is [`check`].

use super::{
    report::{Refusal, SeriesSyntax, SyntaxError, SyntaxErrorKind},
    series::{SERIES, target},
    source::{Module, Source},
};
use crate::terms::Series;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

/// How many errors of a series are listed.
const LISTED_ERRORS: usize = 20;

/// Checks every module of a source against every series.
pub(super) fn check(source: &Source) -> Vec<SeriesSyntax> {
    SERIES
        .iter()
        .map(|&series| SeriesSyntax {
            series,
            refusal: refusal(source, series),
        })
        .collect()
}

fn refusal(source: &Source, series: Series) -> Option<Refusal> {
    let mut errors = source
        .modules
        .iter()
        .flat_map(|module| module_errors(source, module, series));
    let first = errors.next()?;
    let further = errors.by_ref().take(LISTED_ERRORS - 1).collect();
    let unlisted = u32::try_from(errors.count()).unwrap_or(u32::MAX);
    Some(Refusal {
        first,
        further,
        unlisted,
    })
}

fn module_errors(source: &Source, module: &Module, series: Series) -> Vec<SyntaxError> {
    let options = ParseOptions::from(Mode::Module).with_target_version(target(series));
    let parsed = parse_unchecked(module.text, options);
    let mut found: Vec<(TextRange, SyntaxErrorKind, String)> = Vec::new();
    for error in parsed.errors() {
        found.push((
            error.location,
            SyntaxErrorKind::Grammar,
            error.error.to_string(),
        ));
    }
    for error in parsed.unsupported_syntax_errors() {
        found.push((error.range(), SyntaxErrorKind::Version, error.to_string()));
    }
    found.sort_by_key(|(range, ..)| range.start());
    found
        .into_iter()
        .map(|(range, kind, message)| {
            let span = source.span(module, range);
            SyntaxError {
                span,
                kind,
                message,
                source_line: source.quote(span.start.line),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: &str) -> Vec<String> {
        check(&Source::new(code))
            .into_iter()
            .filter(|entry| entry.refusal.is_some())
            .map(|entry| entry.series.to_string())
            .collect()
    }

    #[test]
    fn a_version_refuses_what_came_later() {
        let code = "try:\n    pass\nexcept A, B:\n    pass\n";
        assert_eq!(
            refused(code),
            ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
        );
        assert_eq!(refused("x = [*a for a in b]\n").len(), 7);
        assert!(refused("print(1)\n").is_empty());
    }

    #[test]
    fn an_error_stands_where_it_is() {
        let entries = check(&Source::new("ä = 1\nx = 'ä' )\n"));
        let refusal = entries
            .first()
            .and_then(|entry| entry.refusal.as_ref())
            .expect("a refusal");
        let start = refusal.first.span.start;
        assert_eq!((start.line, start.column), (2, 9));
        assert_eq!(refusal.first.source_line, "x = 'ä' )");
    }
}
