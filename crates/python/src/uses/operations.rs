//! Operators, which for classes and dictionaries depend on the version.

use super::UseKind;
use super::names::Names;
use super::path::{PathId, Step};
use super::syntax::Feature;
use super::value::{Value, What};
use ruff_python_ast::{Expr, ExprBinOp, Operator};
use ruff_text_size::Ranged;
use smallvec::SmallVec;

impl<'a> Names<'a> {
    pub(super) fn operation(&mut self, node: &'a ExprBinOp) -> Value {
        let left = self.value(&node.left);
        let right = self.value(&node.right);
        match node.op {
            Operator::BitOr => self.bit_or(node, left, &right),
            Operator::MatMult => {
                self.feature(Feature::MatrixMultiplication, node);
                Value::unknown()
            }
            Operator::Div => match left.only() {
                Some(What::Path(path)) => Value::path(self.uses.paths.intern(Step::Quotient(path))),
                _ => Value::unknown(),
            },
            // Text stays text.
            Operator::Mod if node.left.is_bytes_literal_expr() => {
                self.feature(Feature::BytesFormatting, node);
                left
            }
            Operator::Mod if node.left.is_string_literal_expr() => left,
            Operator::Add if self.is_literal(&left, "str") || self.is_literal(&left, "bytes") => {
                left
            }
            _ => Value::unknown(),
        }
    }

    fn is_literal(&mut self, value: &Value, builtin: &str) -> bool {
        *value == self.literal(builtin)
    }

    /// `int | None`, or two dictionaries, or numbers.
    fn bit_or(&mut self, node: &'a ExprBinOp, left: Value, right: &Value) -> Value {
        let is_class = |value: &Value, expr: &Expr, names: &Self| match value.only() {
            Some(What::None) => true,
            Some(What::Class(_)) => true,
            Some(What::Path(path)) => !matches!(names.uses.paths.step(path), Step::Call(_)),
            _ => expr.is_none_literal_expr(),
        };
        let in_annotation = self.in_annotation;
        if in_annotation || is_class(&left, &node.left, self) && is_class(right, &node.right, self)
        {
            let mut targets: SmallVec<[PathId; 1]> = [&left, right]
                .into_iter()
                .filter_map(|value| match value.only() {
                    Some(What::Path(path)) => Some(path),
                    _ => None,
                })
                .collect();
            if in_annotation {
                targets = SmallVec::from_buf([self.uses.paths.builtin("type")]);
            }
            if !targets.is_empty() && !self.is_quiet && !self.flow.versions.is_empty() {
                self.push(UseKind::Union { in_annotation }, targets, None, false, node);
            }
            return left.or(right);
        }
        self.merge(&left, right, node);
        left
    }

    /// Records `|` between two values.
    pub(super) fn merge(&mut self, left: &Value, right: &Value, at: impl Ranged) {
        if let (Some(What::Path(left)), Some(What::Path(right))) = (left.only(), right.only())
            && !self.is_quiet
            && !self.flow.versions.is_empty()
        {
            let targets = SmallVec::from_slice(&[left, right]);
            self.push(UseKind::Merge, targets, None, false, at);
        }
    }
}
