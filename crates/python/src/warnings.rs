//! Finds the warnings of CPython's compiler: invalid escape sequences, and statements that
//! leave a `finally` block. The entry point is [`find`].

use super::{
    report::{Note, SeriesRange},
    series::SERIES,
    source::{Module, Source},
    uses::{Feature, SyntaxUse},
};
use ruff_python_ast::{
    AnyStringFlags, BytesLiteral, ModModule, Stmt, StringLiteral,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use terms::Series;

/// The maximum number of warnings that are listed.
const LISTED_NOTES: usize = 100;

/// The newest series that is analysed.
const NEWEST: Series = SERIES[SERIES.len() - 1];

/// Finds the warnings of a module that parses.
pub(super) fn find(source: &Source, module: &Module, tree: &ModModule) -> Vec<Note> {
    walk(module, tree)
        .into_iter()
        .take(LISTED_NOTES)
        .map(|warning| Note {
            series: SeriesRange {
                from: warning.from,
                to: warning.to,
            },
            span: source.span(module, warning.range),
            category: warning.category.to_owned(),
            message: warning.message,
        })
        .collect()
}

/// The syntax that the compiler warns of, and `continue` in a `finally` block.
pub(super) fn syntax(module: &Module, tree: &ModModule) -> Vec<SyntaxUse> {
    let warnings = walk(module, tree).into_iter();
    let newest = warnings.filter(|warning| warning.to == NEWEST);
    newest
        .flat_map(|warning| {
            let is_continue = warning.message.starts_with("'continue'");
            let also = is_continue.then_some(Feature::ContinueInFinally);
            let features = [Some(warning.feature), also].into_iter().flatten();
            features.map(move |feature| SyntaxUse::new(feature, warning.range))
        })
        .collect()
}

/// The warnings of a module, in the order of the text.
fn walk(module: &Module, tree: &ModModule) -> Vec<Warning> {
    let mut walk = Walk {
        module,
        leaves_finally: false,
        warnings: Vec::new(),
    };
    walk.visit_body(&tree.body);
    walk.warnings.sort_by_key(|warning| warning.range.start());
    walk.warnings
}

struct Warning {
    feature: Feature,
    from: Series,
    to: Series,
    range: TextRange,
    category: &'static str,
    message: String,
}

struct Walk<'a> {
    module: &'a Module<'a>,
    /// Whether `return`, `break` and `continue` would leave a `finally` block.
    leaves_finally: bool,
    warnings: Vec<Warning>,
}

impl Walk<'_> {
    /// Warns of leaving a `finally` block (PEP 765), since 3.14. CPython does not warn of
    /// statements in a loop inside the block, not even of `return`.
    fn check_leaving_finally(&mut self, word: &str, range: TextRange) {
        if self.leaves_finally {
            self.warnings.push(Warning {
                feature: Feature::LeavingFinally,
                from: Series::python3(14),
                to: NEWEST,
                range,
                category: "SyntaxWarning",
                message: format!("'{word}' in a 'finally' block"),
            });
        }
    }

    fn with_finally(&mut self, leaves: bool, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.leaves_finally, leaves);
        visit(self);
        self.leaves_finally = before;
    }

    /// Warns of invalid escape sequences. They are deprecated since 3.6, and a
    /// `SyntaxWarning`, which is shown by default, since 3.12 (gh-98401).
    fn check_escapes(&mut self, literal: TextRange, flags: AnyStringFlags, is_bytes: bool) {
        if flags.is_raw_string() {
            return;
        }
        let text = self.module.slice(literal);
        let mut offsets = text.char_indices();
        while let Some((at, c)) = offsets.next() {
            if c != '\\' {
                continue;
            }
            let Some((_, escaped)) = offsets.next() else {
                return;
            };
            let known = matches!(
                escaped,
                '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '\n' | '\r'
            ) || escaped.is_digit(8)
                || (!is_bytes && matches!(escaped, 'N' | 'u' | 'U'));
            if known {
                continue;
            }
            let start = literal.start() + TextSize::try_from(at).unwrap_or_default();
            let length = TextSize::from(1) + TextSize::of(escaped);
            for (from, to, category) in [
                (SERIES[0], Series::python3(11), "DeprecationWarning"),
                (Series::python3(12), NEWEST, "SyntaxWarning"),
            ] {
                self.warnings.push(Warning {
                    feature: Feature::InvalidEscape,
                    from,
                    to,
                    range: TextRange::at(start, length),
                    category,
                    message: format!("invalid escape sequence '\\{escaped}'"),
                });
            }
        }
    }
}

impl<'a> Visitor<'a> for Walk<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Return(node) => self.check_leaving_finally("return", node.range()),
            Stmt::Break(node) => self.check_leaving_finally("break", node.range()),
            Stmt::Continue(node) => self.check_leaving_finally("continue", node.range()),
            _ => {}
        }
        match stmt {
            Stmt::Try(node) => {
                self.visit_body(&node.body);
                for handler in &node.handlers {
                    self.visit_except_handler(handler);
                }
                self.visit_body(&node.orelse);
                self.with_finally(true, |walk| walk.visit_body(&node.finalbody));
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {
                self.with_finally(false, |walk| visitor::walk_stmt(walk, stmt));
            }
            Stmt::For(node) => {
                self.visit_expr(&node.iter);
                self.with_finally(false, |walk| walk.visit_body(&node.body));
                self.visit_body(&node.orelse);
            }
            Stmt::While(node) => {
                self.visit_expr(&node.test);
                self.with_finally(false, |walk| walk.visit_body(&node.body));
                self.visit_body(&node.orelse);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        self.check_escapes(literal.range, literal.flags.into(), false);
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        self.check_escapes(literal.range, literal.flags.into(), true);
    }
}
