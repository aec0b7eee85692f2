//! What is accepted with a warning: escapes that are none, and leaving a
//! `finally` block. The entry point is [`find`].

use super::{
    report::{Note, SeriesRange},
    series::SERIES,
    source::{Module, Source},
};
use ruff_python_ast::{
    AnyStringFlags, BytesLiteral, ModModule, Stmt, StringLiteral,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use terms::Series;

/// How many warnings are listed.
const LISTED_NOTES: usize = 100;

/// The last of the series that are shown.
const NEWEST: Series = SERIES[SERIES.len() - 1];

/// Finds what a module that parses is warned about.
pub(super) fn find(source: &Source, module: &Module, tree: &ModModule) -> Vec<Note> {
    let mut walk = Walk {
        module,
        leaves_finally: false,
        found: Vec::new(),
    };
    walk.visit_body(&tree.body);
    walk.found.sort_by_key(|found| found.range.start());
    walk.found
        .into_iter()
        .take(LISTED_NOTES)
        .map(|found| Note {
            series: SeriesRange {
                from: found.from,
                to: found.to,
            },
            span: source.span(module, found.range),
            category: found.category.to_owned(),
            message: found.message,
        })
        .collect()
}

struct Found {
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
    found: Vec<Found>,
}

impl Walk<'_> {
    /// PEP 765: a warning since 3.14. CPython gives none within a loop that
    /// stands in the block itself, not even for `return`.
    fn left(&mut self, word: &str, range: TextRange) {
        if self.leaves_finally {
            self.found.push(Found {
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

    /// Deprecated since 3.6, a warning that everybody sees since 3.12.
    fn escapes(&mut self, literal: TextRange, flags: AnyStringFlags, is_bytes: bool) {
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
                self.found.push(Found {
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
            Stmt::Return(node) => self.left("return", node.range()),
            Stmt::Break(node) => self.left("break", node.range()),
            Stmt::Continue(node) => self.left("continue", node.range()),
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
        self.escapes(literal.range, literal.flags.into(), false);
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        self.escapes(literal.range, literal.flags.into(), true);
    }
}
