//! Evaluates conditions: truth values, and comparisons with the running version. The entry
//! points are [`Evaluator::truth`] and [`Evaluator::compare`].

use super::{
    eval::{Evaluated, Evaluator},
    value::Value,
};
use ruff_python_ast::{BoolOp, CmpOp, Expr};
use std::cmp::Ordering;
use terms::Series;

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn bool_op(
        &mut self,
        op: BoolOp,
        values: &'a [Expr],
        expr: &'a Expr,
    ) -> Evaluated<'a> {
        let mut last = self.unknown_result(expr);
        for value in values {
            last = self.eval(value)?;
            match self.truth(&last) {
                Some(truth) if truth == (op == BoolOp::Or) => return Ok(last),
                Some(_) => {}
                None => return Ok(self.unknown_result(expr)),
            }
        }
        Ok(last)
    }

    /// The truth value of a value; `None` if it is not known.
    pub(super) fn truth(&self, value: &Value) -> Option<bool> {
        Some(match value {
            Value::None => false,
            Value::Bool(truth) => *truth,
            Value::Str(text) => !text.is_empty(),
            Value::Constant { repr, type_name } if matches!(*type_name, "int" | "float") => {
                !matches!(&**repr, "0" | "0.0" | "-0.0")
            }
            Value::Tuple(values) | Value::List(values) => !values.is_empty(),
            Value::Class(class) => return class.is_type.then_some(true),
            Value::Ellipsis
            | Value::Form(_)
            | Value::Generic(_)
            | Value::Union(_)
            | Value::TypeVar(_)
            | Value::Function(_)
            | Value::Module(_)
            | Value::Forward(_) => true,
            Value::Constant { .. } | Value::External(_) | Value::Unknown(_) => return None,
        })
    }

    pub(super) fn compare(
        &mut self,
        left: &Value<'a>,
        op: CmpOp,
        right: &Value<'a>,
        expr: &Expr,
    ) -> Value<'a> {
        if let Some(ordering) = compare_version(self.series(), left, right) {
            return Value::Bool(match op {
                CmpOp::Lt => ordering.is_lt(),
                CmpOp::LtE => ordering.is_le(),
                CmpOp::Gt => ordering.is_gt(),
                CmpOp::GtE => ordering.is_ge(),
                _ => return self.unknown_result(expr),
            });
        }
        match (left, op, right) {
            (Value::Str(left), CmpOp::Eq, Value::Str(right)) => Value::Bool(left == right),
            (Value::Str(left), CmpOp::NotEq, Value::Str(right)) => Value::Bool(left != right),
            _ => self.unknown_result(expr),
        }
    }
}

pub(super) fn is_version(value: &Value) -> bool {
    matches!(value, Value::External(path) if &**path == "sys.version_info")
}

/// Compares `sys.version_info` with a tuple of numbers; `None` if `left` and `right` are not
/// these.
fn compare_version(series: Series, left: &Value, right: &Value) -> Option<Ordering> {
    let Value::Tuple(wanted) = right else {
        return None;
    };
    if !is_version(left) {
        return None;
    }
    for (index, part) in wanted.iter().enumerate() {
        let Value::Constant { repr, .. } = part else {
            return None;
        };
        let wanted: u32 = repr.parse().ok()?;
        let actual = match index {
            0 => u32::from(series.major),
            1 => u32::from(series.minor),
            // Assume the latest release of the series.
            _ => return Some(Ordering::Greater),
        };
        if actual != wanted {
            return Some(actual.cmp(&wanted));
        }
    }
    Some(Ordering::Greater)
}
