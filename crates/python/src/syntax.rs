//! Checks which series accept a source. The entry point is [`check`].

use super::{
    compiler,
    depth::{self, TooDeep},
    report::{Position, Rejection, SeriesSyntax, SyntaxError, SyntaxErrorKind},
    series::{SERIES, target_version},
    source::{Module, Source},
};
use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};
use terms::Series;

/// The maximum number of errors that are listed for a series.
const LISTED_ERRORS: usize = 20;

/// The parser's message for `case +1:`, after which it recovers. CPython accepts it since
/// 3.15 ([gh-145239](https://github.com/python/cpython/issues/145239)).
pub(super) const SIGNED_PATTERN: &str = "Unary '+' is not allowed as a literal pattern";

/// The result of parsing a source for all series.
#[derive(Debug)]
pub(super) struct Parses {
    pub syntax: Vec<SeriesSyntax>,
    /// The trees of the source's modules, in order, if at least one series accepts all of
    /// them.
    pub trees: Option<Vec<ModModule>>,
}

/// An error with its range in the module.
type ModuleError = (TextRange, SyntaxErrorKind, String);

/// The result of parsing a module for a series.
struct Parse {
    tree: Option<ModModule>,
    /// In the order of the text.
    errors: Vec<ModuleError>,
    /// Whether the result for another series may differ.
    depends_on_series: bool,
}

/// Checks all modules of a source for all series.
///
/// # Errors
///
/// The position at which a module nests too deeply to be analysed.
pub(super) fn check(source: &Source) -> Result<Parses, Position> {
    // Errors that are the same in all series, which are found before parsing.
    let mut early_errors = vec![None; source.modules.len()];
    for (module, error) in source.modules.iter().zip(&mut early_errors) {
        *error = null_byte(module);
        if error.is_some() {
            continue;
        }
        match depth::check(module, depth::CHAIN_LIMIT) {
            Some(TooDeep::ForAnalysis { offset }) => return Err(source.position(module, offset)),
            Some(TooDeep::ForCpython { offset, message }) => *error = Some((offset, message)),
            None => {}
        }
    }
    let mut trees = None;
    let mut syntax: Vec<SeriesSyntax> = Vec::new();
    let mut same_for_all = false;
    // Most sources have the same result for all series, which only the newest and the oldest
    // one have to be parsed for.
    for series in SERIES.into_iter().rev() {
        if same_for_all && let Some(newest) = syntax.first() {
            let rejection = newest.rejection.clone();
            syntax.push(SeriesSyntax { series, rejection });
            continue;
        }
        let parses: Vec<Parse> = source
            .modules
            .iter()
            .zip(&early_errors)
            .map(|(module, error)| parse(module, series, *error))
            .collect();
        let rejection = rejection(source, &parses);
        // Parsing for the oldest series finds everything that was added later, and parsing
        // for the newest one everything that was removed, so if both results are equal, those
        // for the series in between are, too.
        if syntax.is_empty() {
            same_for_all = source.modules.iter().zip(&early_errors).zip(&parses).all(
                |((module, error), newest)| {
                    let oldest = parse(module, SERIES[0], *error);
                    !oldest.depends_on_series && oldest.errors == newest.errors
                },
            );
        }
        if rejection.is_none() && trees.is_none() {
            trees = parses.into_iter().map(|parse| parse.tree).collect();
        }
        syntax.push(SeriesSyntax { series, rejection });
    }
    syntax.reverse();
    Ok(Parses { syntax, trees })
}

/// The error for a null byte, which no series accepts.
fn null_byte(module: &Module) -> Option<(usize, &'static str)> {
    let offset = module.text.find('\0')?;
    Some((offset, "source code cannot contain null bytes"))
}

fn parse(module: &Module, series: Series, early_error: Option<(usize, &'static str)>) -> Parse {
    if let Some((offset, message)) = early_error {
        let start = offset.try_into().unwrap_or_default();
        let range = TextRange::at(start, 1.into());
        return Parse {
            tree: None,
            errors: vec![(range, SyntaxErrorKind::Grammar, message.to_owned())],
            depends_on_series: false,
        };
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(target_version(series));
    let Some(parsed) = parse_unchecked(module.text, options).try_into_module() else {
        return Parse {
            tree: None,
            errors: Vec::new(),
            depends_on_series: false,
        };
    };
    let mut errors: Vec<ModuleError> = Vec::new();
    let mut has_signed_pattern = false;
    for error in parsed.errors() {
        let message = error.error.to_string();
        let mut kind = SyntaxErrorKind::Grammar;
        if message.contains(SIGNED_PATTERN) {
            has_signed_pattern = true;
            if series >= Series::python3(15) {
                continue;
            }
            kind = SyntaxErrorKind::Version;
        }
        errors.push((error.location, kind, message));
    }
    for error in parsed.unsupported_syntax_errors() {
        let message = without_series(&error.to_string(), series);
        errors.push((error.range(), SyntaxErrorKind::Version, message));
    }
    errors.sort_by_key(|(range, ..)| range.start());
    let depends_on_series = has_signed_pattern || !parsed.unsupported_syntax_errors().is_empty();
    // CPython's compiler does not run if parsing fails.
    if errors.is_empty() {
        for error in compiler::check(parsed.syntax(), module.text, target_version(series)) {
            let message = without_series(&error.to_string(), series);
            errors.push((error.range(), SyntaxErrorKind::Compiler, message));
        }
    }
    Parse {
        tree: Some(parsed.into_syntax()),
        errors,
        depends_on_series,
    }
}

/// Removes the series from a message of the parser, so that the messages for all series with
/// the same error are equal.
fn without_series(message: &str, series: Series) -> String {
    message.replace(&format!(" on Python {series}"), "")
}

fn rejection(source: &Source, parses: &[Parse]) -> Option<Rejection> {
    let mut errors = source
        .modules
        .iter()
        .zip(parses)
        .flat_map(|(module, parse)| parse.errors.iter().map(move |error| (module, error)))
        .map(|(module, (range, kind, message))| {
            let span = source.span(module, range);
            SyntaxError {
                span,
                kind: *kind,
                message: message.clone(),
                source_line: source.quote(span.start.line),
            }
        });
    let first = errors.next()?;
    let further = errors.by_ref().take(LISTED_ERRORS - 1).collect();
    let unlisted = u32::try_from(errors.count()).unwrap_or(u32::MAX);
    Some(Rejection {
        first,
        further,
        unlisted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(code: &str) -> Vec<SeriesSyntax> {
        let parses = check(&Source::new(code)).expect("not too deep");
        parses.syntax
    }

    /// The series that reject a source.
    fn rejecting(code: &str) -> Vec<String> {
        entries(code)
            .into_iter()
            .filter(|entry| entry.rejection.is_some())
            .map(|entry| entry.series.to_string())
            .collect()
    }

    #[test]
    fn older_series_reject_newer_syntax() {
        let code = "try:\n    pass\nexcept A, B:\n    pass\n";
        assert_eq!(
            rejecting(code),
            ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
        );
        assert_eq!(rejecting("x = [*a for a in b]\n").len(), 7);
        assert!(rejecting("print(1)\n").is_empty());
        let plus = rejecting("match x:\n    case +1:\n        pass\n");
        assert_eq!(plus.len(), 7, "{plus:?}");
    }

    #[test]
    fn errors_of_the_compiler_are_found() {
        for code in [
            "return 1",
            "def f(a, a): pass",
            "def f():\n    nonlocal x",
            "await x",
            "break",
            "class A:\n    return 1",
            "def f():\n    x = 1\n    global x",
            "lambda: (yield)\n[(yield) for x in y]",
            // A lazy import, which is new in 3.15, stands outside of all these.
            "def f():\n    lazy import json",
            "class A:\n    lazy import json",
            "try:\n    lazy import json\nfinally:\n    pass",
        ] {
            assert_eq!(rejecting(code).len(), SERIES.len(), "{code}");
        }
        let valid =
            "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    return g\n";
        assert!(rejecting(valid).is_empty());
        // Asynchronous comprehensions may be nested since 3.11.
        let nested = "async def f():\n    return [[x async for x in y] for y in z]\n";
        assert_eq!(rejecting(nested), ["3.8", "3.9", "3.10"]);
    }

    #[test]
    fn errors_have_a_position_in_characters() {
        let entries = entries("ä = 1\nx = 'ä' )\n");
        let rejection = entries
            .first()
            .and_then(|entry| entry.rejection.as_ref())
            .expect("a rejection");
        let start = rejection.first.span.start;
        assert_eq!((start.line, start.column), (2, 9));
        assert_eq!(rejection.first.source_line, "x = 'ä' )");
    }

    #[test]
    fn the_number_of_listed_errors_is_limited() {
        let entries = entries(&"x = = 1\n".repeat(50));
        let rejection = entries
            .first()
            .and_then(|entry| entry.rejection.as_ref())
            .expect("a rejection");
        assert_eq!(rejection.further.len(), LISTED_ERRORS - 1);
        assert_eq!(rejection.unlisted as usize, 50 - LISTED_ERRORS);
    }
}
