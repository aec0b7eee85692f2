//! Which series accept a source. The entry point is [`check`].

use super::{
    compiler,
    depth::{self, TooDeep},
    report::{Position, Refusal, SeriesSyntax, SyntaxError, SyntaxErrorKind},
    series::{SERIES, target},
    source::{Module, Source},
};
use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};
use terms::Series;

/// How many errors of a series are listed.
const LISTED_ERRORS: usize = 20;

/// How the parser, which reads on, refuses `case +1:`. CPython has taken it
/// since 3.15 ([gh-145239](https://github.com/python/cpython/issues/145239)).
const SIGNED_PATTERN: &str = "Unary '+' is not allowed as a literal pattern";

/// What parsing a source came to.
#[derive(Debug)]
pub(super) struct Parses {
    pub syntax: Vec<SeriesSyntax>,
    /// The tree of each module of the source, in its order, where at least one
    /// series accepts the whole.
    pub trees: Option<Vec<ModModule>>,
}

/// An error and where it stands in its module.
type Found = (TextRange, SyntaxErrorKind, String);

/// One module against one series.
struct Parse {
    tree: Option<ModModule>,
    /// In the order of the text.
    errors: Vec<Found>,
    /// Whether another series would be answered differently.
    depends_on_series: bool,
}

/// Checks every module of a source against every series.
///
/// # Errors
///
/// The place at which a module nests more deeply than is followed here.
pub(super) fn check(source: &Source) -> Result<Parses, Position> {
    let mut refused_everywhere = vec![None; source.modules.len()];
    for (module, refused) in source.modules.iter().zip(&mut refused_everywhere) {
        *refused = null_byte(module);
        if refused.is_some() {
            continue;
        }
        match depth::check(module) {
            Some(TooDeep::Here { offset }) => return Err(source.position(module, offset)),
            Some(TooDeep::Everywhere { offset, message }) => *refused = Some((offset, message)),
            None => {}
        }
    }
    let mut trees = None;
    let mut syntax: Vec<SeriesSyntax> = Vec::new();
    let mut same_for_all = false;
    // The newest series first: most sources are the same to all of them.
    for series in SERIES.into_iter().rev() {
        if same_for_all && let Some(newest) = syntax.first() {
            let refusal = newest.refusal.clone();
            syntax.push(SeriesSyntax { series, refusal });
            continue;
        }
        let parses: Vec<Parse> = source
            .modules
            .iter()
            .zip(&refused_everywhere)
            .map(|(module, refused)| parse(module, series, *refused))
            .collect();
        let refusal = refusal(source, &parses);
        // The oldest series marks everything that a later one added, and the
        // newest what later ones refuse; where they agree so do all between.
        if syntax.is_empty() {
            same_for_all = source
                .modules
                .iter()
                .zip(&refused_everywhere)
                .zip(&parses)
                .all(|((module, refused), newest)| {
                    let oldest = parse(module, SERIES[0], *refused);
                    !oldest.depends_on_series && oldest.errors == newest.errors
                });
        }
        if refusal.is_none() && trees.is_none() {
            trees = parses.into_iter().map(|parse| parse.tree).collect();
        }
        syntax.push(SeriesSyntax { series, refusal });
    }
    syntax.reverse();
    Ok(Parses { syntax, trees })
}

/// CPython reads no further than to a null byte, in whichever series.
fn null_byte(module: &Module) -> Option<(usize, &'static str)> {
    let offset = module.text.find('\0')?;
    Some((offset, "source code cannot contain null bytes"))
}

fn parse(module: &Module, series: Series, refused: Option<(usize, &'static str)>) -> Parse {
    if let Some((offset, message)) = refused {
        let start = offset.try_into().unwrap_or_default();
        let range = TextRange::at(start, 1.into());
        return Parse {
            tree: None,
            errors: vec![(range, SyntaxErrorKind::Grammar, message.to_owned())],
            depends_on_series: false,
        };
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(target(series));
    let Some(parsed) = parse_unchecked(module.text, options).try_into_module() else {
        return Parse {
            tree: None,
            errors: Vec::new(),
            depends_on_series: false,
        };
    };
    let mut errors: Vec<Found> = Vec::new();
    let mut signed_pattern = false;
    for error in parsed.errors() {
        let message = error.error.to_string();
        let mut kind = SyntaxErrorKind::Grammar;
        if message.contains(SIGNED_PATTERN) {
            signed_pattern = true;
            if series >= Series::python3(15) {
                continue;
            }
            kind = SyntaxErrorKind::Version;
        }
        errors.push((error.location, kind, message));
    }
    for error in parsed.unsupported_syntax_errors() {
        let message = for_any_series(&error.to_string(), series);
        errors.push((error.range(), SyntaxErrorKind::Version, message));
    }
    errors.sort_by_key(|(range, ..)| range.start());
    let depends_on_series = signed_pattern || !parsed.unsupported_syntax_errors().is_empty();
    // CPython compiles only what it has parsed.
    if errors.is_empty() {
        for error in compiler::check(parsed.syntax(), module.text, target(series)) {
            let message = for_any_series(&error.to_string(), series);
            errors.push((error.range(), SyntaxErrorKind::Compiler, message));
        }
    }
    Parse {
        tree: Some(parsed.into_syntax()),
        errors,
        depends_on_series,
    }
}

/// A message without the series that the parser writes into it, so that series
/// which refuse a text for the same reason give the same message.
fn for_any_series(message: &str, series: Series) -> String {
    message.replace(&format!(" on Python {series}"), "")
}

fn refusal(source: &Source, parses: &[Parse]) -> Option<Refusal> {
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
    Some(Refusal {
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

    fn refused(code: &str) -> Vec<String> {
        entries(code)
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
        let plus = refused("match x:\n    case +1:\n        pass\n");
        assert_eq!(plus.len(), 7, "{plus:?}");
    }

    #[test]
    fn the_compiler_refuses_what_parses() {
        for code in [
            "return 1",
            "def f(a, a): pass",
            "def f():\n    nonlocal x",
            "await x",
            "break",
            "class A:\n    return 1",
            "def f():\n    x = 1\n    global x",
            "lambda: (yield)\n[(yield) for x in y]",
        ] {
            assert_eq!(refused(code).len(), SERIES.len(), "{code}");
        }
        let fine =
            "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    return g\n";
        assert!(refused(fine).is_empty());
        // Asynchronous comprehensions nest since 3.11.
        let nested = "async def f():\n    return [[x async for x in y] for y in z]\n";
        assert_eq!(refused(nested), ["3.8", "3.9", "3.10"]);
    }

    #[test]
    fn an_error_stands_where_it_is() {
        let entries = entries("ä = 1\nx = 'ä' )\n");
        let refusal = entries
            .first()
            .and_then(|entry| entry.refusal.as_ref())
            .expect("a refusal");
        let start = refusal.first.span.start;
        assert_eq!((start.line, start.column), (2, 9));
        assert_eq!(refusal.first.source_line, "x = 'ä' )");
    }

    #[test]
    fn only_so_many_errors_are_listed() {
        let entries = entries(&"x = = 1\n".repeat(50));
        let refusal = entries
            .first()
            .and_then(|entry| entry.refusal.as_ref())
            .expect("a refusal");
        assert_eq!(refusal.further.len(), LISTED_ERRORS - 1);
        assert_eq!(refusal.unlisted as usize, 50 - LISTED_ERRORS);
    }
}
