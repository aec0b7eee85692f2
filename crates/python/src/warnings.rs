//! Finds the warnings of CPython's compiler: invalid escape sequences, and statements that
//! leave a `finally` block. The entry point is [`find`].

use super::{
    report::{Note, SeriesRange},
    series::SERIES,
    source::{Module, Source},
    uses::{Feature, SyntaxUse},
};
use ruff_python_ast::{
    AnyStringFlags, BytesLiteral, FString, InterpolatedStringElement, InterpolatedStringElements,
    ModModule, Stmt, StringLiteral,
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
    /// `SyntaxWarning`, which is shown by default, since 3.12 (gh-98401). So are octal ones
    /// above `\377` since 3.11.
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
            let digits = text.get(at + 1..at + 4).unwrap_or_default();
            let (kind, sequence, since) = if is_large_octal(digits) {
                ("octal escape sequence", digits, Series::python3(11))
            } else if is_escape(escaped, is_bytes) {
                continue;
            } else {
                let end = at + 1 + escaped.len_utf8();
                let sequence = text.get(at + 1..end).unwrap_or_default();
                ("escape sequence", sequence, SERIES[0])
            };
            let start = literal.start() + TextSize::try_from(at).unwrap_or_default();
            let length = TextSize::from(1) + TextSize::of(sequence);
            for (from, to, category) in [
                (since, Series::python3(11), "DeprecationWarning"),
                (Series::python3(12), NEWEST, "SyntaxWarning"),
            ] {
                self.warnings.push(Warning {
                    feature: Feature::InvalidEscape,
                    from,
                    to,
                    range: TextRange::at(start, length),
                    category,
                    message: format!("invalid {kind} '\\{sequence}'"),
                });
            }
        }
    }

    /// Warns of invalid escape sequences in the text of an f-string, around its fields.
    fn check_elements(&mut self, elements: &InterpolatedStringElements, flags: AnyStringFlags) {
        for element in elements {
            if let InterpolatedStringElement::Literal(literal) = element {
                self.check_escapes(literal.range, flags, false);
            }
        }
    }
}

/// Whether a backslash and this character make an escape sequence.
fn is_escape(escaped: char, is_bytes: bool) -> bool {
    matches!(
        escaped,
        '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '\n' | '\r'
    ) || escaped.is_digit(8)
        || (!is_bytes && matches!(escaped, 'N' | 'u' | 'U'))
}

/// Whether three characters are an octal number above what a byte holds.
fn is_large_octal(digits: &str) -> bool {
    u16::from_str_radix(digits, 8).is_ok_and(|number| digits.len() == 3 && number > 0o377)
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

    fn visit_f_string(&mut self, string: &'a FString) {
        self.check_elements(&string.elements, string.flags.into());
        visitor::walk_f_string(self, string);
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        self.check_escapes(literal.range, literal.flags.into(), true);
    }
}
