//! Evaluating an expression as far as the text tells. The entry point is
//! [`Run::eval`].

use super::{
    Run, library,
    r#raise::Raise,
    scope::{Found, ScopeId},
    text::{self, Text, joined},
    truth::is_version,
    value::Value,
};
use ruff_python_ast::{Expr, ExprContext, UnaryOp};
use ruff_text_size::Ranged;
use std::rc::Rc;
use terms::Series;

/// What a name stands for while an expression is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// What it is bound to.
    Real,
    /// What it is bound to, or itself where it is missing: the first attempt
    /// of the format `FORWARDREF`.
    RealOrForward,
    /// Itself, constants becoming names where they meet one: the second
    /// attempt of the format `FORWARDREF`.
    Forward,
    /// Itself: the format `STRING`.
    String,
}

/// An evaluation under way.
pub(super) struct Evaluator<'r, 'a> {
    pub run: &'r mut Run<'a>,
    pub scope: ScopeId,
    pub module: usize,
    pub names: Names,
    /// Whether somebody asks for it later, from a scope of its own.
    pub deferred: bool,
    /// How many values have been given a made-up name.
    pub made_up: u32,
    /// What may go wrong, depending on which way the run took.
    pub possible: Option<Raise>,
}

pub(super) type Evaluated<'a> = Result<Value<'a>, Raise>;

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn series(&self) -> Series {
        self.run.series
    }

    pub(super) fn eval(&mut self, expr: &'a Expr) -> Evaluated<'a> {
        self.run.steps = self.run.steps.saturating_sub(1);
        self.eval_unplaced(expr).map_err(|mut raised| {
            raised
                .at
                .get_or_insert((self.module, expr.range().start().to_usize()));
            raised
        })
    }

    fn eval_unplaced(&mut self, expr: &'a Expr) -> Evaluated<'a> {
        match expr {
            Expr::Name(name) => self.name(name.id.as_str()),
            Expr::Attribute(inner) => {
                let value = self.eval(&inner.value)?;
                self.attribute(&value, inner.attr.as_str())
            }
            Expr::Subscript(inner) => {
                let value = self.eval(&inner.value)?;
                let index = self.eval(&inner.slice)?;
                // `sys.version_info[:2]` compares like the whole.
                if is_version(&value) && inner.slice.is_slice_expr() {
                    return Ok(value);
                }
                self.subscript(&value, index)
            }
            Expr::BinOp(inner) => {
                let left = self.eval(&inner.left)?;
                let right = self.eval(&inner.right)?;
                self.binary(inner.op, left, right, expr)
            }
            Expr::Call(call) => self.call(call, expr),
            Expr::NoneLiteral(_) => Ok(Value::None),
            Expr::EllipsisLiteral(_) => Ok(Value::Ellipsis),
            Expr::BooleanLiteral(literal) => Ok(Value::Bool(literal.value)),
            Expr::StringLiteral(literal) => Ok(Value::Str(literal.value.to_str().into())),
            Expr::NumberLiteral(literal) => Ok(match text::number(&literal.value) {
                Some(repr) if literal.value.is_int() => Value::constant(repr, "int"),
                Some(repr) => Value::constant(repr, "float"),
                None => self.computed(expr),
            }),
            Expr::Tuple(inner) => Ok(Value::Tuple(self.all(&inner.elts)?)),
            Expr::List(inner) => Ok(Value::List(self.all(&inner.elts)?)),
            Expr::Starred(inner) => Ok(match self.eval(&inner.value)? {
                Value::Forward(text) => Value::Forward(Rc::new(text.starred())),
                _ => self.computed(expr),
            }),
            Expr::UnaryOp(inner) => self.unary(inner.op, &inner.operand, expr),
            Expr::BoolOp(inner) => self.bool_op(inner.op, &inner.values, expr),
            Expr::If(inner) => {
                let test = self.eval(&inner.test)?;
                match self.truth(&test) {
                    Some(true) => self.eval(&inner.body),
                    Some(false) => self.eval(&inner.orelse),
                    None => Ok(self.computed(expr)),
                }
            }
            Expr::Named(inner) => {
                let value = self.eval(&inner.value)?;
                if let Expr::Name(name) = &*inner.target {
                    self.run
                        .scopes
                        .bind(self.scope, name.id.as_str(), Some(value.clone()));
                }
                Ok(value)
            }
            Expr::Compare(inner) => {
                let left = self.eval(&inner.left)?;
                let mut rights = Vec::new();
                for right in &inner.comparators {
                    rights.push(self.eval(right)?);
                }
                Ok(match (&*inner.ops, &*rights) {
                    ([op], [right]) => self.compare(&left, *op, right, expr),
                    _ => self.computed(expr),
                })
            }
            Expr::FString(string) => self.f_string(string, expr),
            // What stands in a lambda is evaluated when it is called, and most
            // of a comprehension only where its first iterable is not empty.
            Expr::ListComp(inner) => self.first_iterable(&inner.generators, expr),
            Expr::SetComp(inner) => self.first_iterable(&inner.generators, expr),
            Expr::DictComp(inner) => self.first_iterable(&inner.generators, expr),
            Expr::Generator(inner) => self.first_iterable(&inner.generators, expr),
            Expr::Dict(inner) => {
                for item in &inner.items {
                    if let Some(key) = &item.key {
                        self.eval(key)?;
                    }
                    self.eval(&item.value)?;
                }
                Ok(self.computed(expr))
            }
            Expr::Set(inner) => {
                self.all(&inner.elts)?;
                Ok(self.computed(expr))
            }
            Expr::Slice(inner) => {
                for part in [&inner.lower, &inner.upper, &inner.step]
                    .into_iter()
                    .flatten()
                {
                    self.eval(part)?;
                }
                Ok(self.computed(expr))
            }
            Expr::Await(inner) => {
                self.eval(&inner.value)?;
                Ok(self.computed(expr))
            }
            _ => Ok(self.computed(expr)),
        }
    }

    /// A value that only a run can tell; and only it can tell whether there
    /// will be one.
    pub(super) fn computed(&mut self, expr: &Expr) -> Value<'a> {
        self.run.unseen = true;
        let source: String = self
            .run
            .source_of(self.module, expr)
            .chars()
            .take(40)
            .collect();
        Value::unknown(format!("It depends on what `{source}` gives when it runs."))
    }

    fn all(&mut self, exprs: &'a [Expr]) -> Result<Rc<[Value<'a>]>, Raise> {
        exprs.iter().map(|expr| self.eval(expr)).collect()
    }

    fn name(&mut self, name: &str) -> Evaluated<'a> {
        if matches!(self.names, Names::Forward | Names::String) {
            return Ok(Value::Forward(Rc::new(Text::atom(name))));
        }
        let raised = match self.run.scopes.find(self.scope, name) {
            Found::Bound(binding) => {
                if !binding.certain {
                    self.may_raise(Raise::missing_name(name));
                }
                return Ok(binding.value);
            }
            Found::UnboundLocal if !self.deferred => Raise::unbound_local(name, self.series()),
            Found::UnboundLocal | Found::UnboundFree => Raise::unbound_free(name, self.series()),
            Found::NotHere { star } => {
                if let Some(value) = library::builtin(name, self.series()) {
                    return Ok(value);
                }
                if star {
                    return Ok(Value::unknown(format!(
                        "`{name}` may come from a star import, which cannot be seen here."
                    )));
                }
                if name.starts_with("__") && name.ends_with("__") {
                    return Ok(Value::Outside(name.into()));
                }
                Raise::missing_name(name)
            }
        };
        if self.names == Names::RealOrForward {
            return Ok(Value::Forward(Rc::new(Text::atom(name))));
        }
        Err(raised)
    }

    fn unary(&mut self, op: UnaryOp, operand: &'a Expr, expr: &'a Expr) -> Evaluated<'a> {
        let value = self.eval(operand)?;
        Ok(match (&value, op) {
            (value, UnaryOp::Not) => match self.truth(value) {
                Some(truth) => Value::Bool(!truth),
                None => self.computed(expr),
            },
            (Value::Forward(text), op) => Value::Forward(Rc::new(text.unary(op))),
            (Value::Constant { repr, type_name }, UnaryOp::USub)
                if matches!(*type_name, "int" | "float") && &**repr != "0" =>
            {
                let repr = match repr.strip_prefix('-') {
                    Some(positive) => positive.to_owned(),
                    None => format!("-{repr}"),
                };
                Value::constant(repr, type_name)
            }
            _ => self.computed(expr),
        })
    }

    fn f_string(
        &mut self,
        string: &'a ruff_python_ast::ExprFString,
        expr: &'a Expr,
    ) -> Evaluated<'a> {
        let mut interpolates = false;
        for element in string.value.elements() {
            if let Some(interpolation) = element.as_interpolation() {
                interpolates = true;
                let value = self.eval(&interpolation.expression)?;
                if matches!(value, Value::Forward(_)) {
                    return Err(Raise::new(
                        "TypeError",
                        "Cannot stringify annotation containing string formatting",
                    ));
                }
            }
        }
        if interpolates {
            return Ok(self.computed(expr));
        }
        let text: String = string
            .value
            .elements()
            .filter_map(|element| element.as_literal())
            .map(|literal| &*literal.value)
            .collect();
        Ok(Value::Str(text.into()))
    }

    fn first_iterable(
        &mut self,
        generators: &'a [ruff_python_ast::Comprehension],
        expr: &'a Expr,
    ) -> Evaluated<'a> {
        if let Some(first) = generators.first() {
            self.eval(&first.iter)?;
        }
        Ok(self.computed(expr))
    }

    /// A value as part of an expression that holds names: `None` where the
    /// text cannot tell how it is written.
    pub(super) fn as_text(&mut self, value: &Value<'a>) -> Option<Text> {
        let series = self.series();
        Some(match value {
            Value::Forward(text) => Text::clone(text),
            Value::Unknown(_) => return None,
            Value::None | Value::Bool(_) | Value::Str(_) => Text::atom(value.repr(series)),
            Value::Constant {
                type_name: "int" | "float",
                ..
            } => Text::atom(value.repr(series)),
            Value::Tuple(values) => Text::atom(format!("({})", self.texts(values, true)?)),
            Value::List(values) => Text::atom(format!("[{}]", self.texts(values, false)?)),
            Value::Ellipsis if self.names == Names::String => Text::atom("..."),
            _ if self.names == Names::String => Text::atom(value.repr(series)),
            _ if series < Series::python3(15) => {
                self.made_up += 1;
                Text::atom(format!("__annotationlib_name_{}__", self.made_up))
            }
            Value::Ellipsis => Text::atom("..."),
            value => Text::atom(value.part(series)),
        })
    }

    /// An index as it stands between the brackets of a subscription.
    pub(super) fn index_text(&mut self, index: &Value<'a>) -> Option<String> {
        match index {
            Value::Tuple(values) if !values.is_empty() => self.texts(values, true),
            other => Some(self.as_text(other)?.text),
        }
    }

    fn texts(&mut self, values: &[Value<'a>], is_tuple: bool) -> Option<String> {
        let parts: Option<Vec<String>> = values
            .iter()
            .map(|value| Some(self.as_text(value)?.text))
            .collect();
        Some(joined(&parts?, is_tuple))
    }

    /// Binds the names of a target to what can be said of their value.
    pub(super) fn bind_target(&mut self, target: &'a Expr, value: &Value<'a>) -> Result<(), Raise> {
        match target {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.run.scopes.bind(self.scope, name, Some(value.clone()));
                Ok(())
            }
            Expr::Tuple(inner) => self.bind_targets(&inner.elts, value),
            Expr::List(inner) => self.bind_targets(&inner.elts, value),
            Expr::Starred(inner) => {
                let value = self.computed(target);
                self.bind_target(&inner.value, &value)
            }
            Expr::Attribute(inner) => {
                self.eval(&inner.value)?;
                Ok(())
            }
            Expr::Subscript(inner) if inner.ctx == ExprContext::Store => {
                self.eval(&inner.value)?;
                self.eval(&inner.slice)?;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn bind_targets(&mut self, targets: &'a [Expr], value: &Value<'a>) -> Result<(), Raise> {
        for (index, target) in targets.iter().enumerate() {
            let part = match value {
                Value::Tuple(values) | Value::List(values) if values.len() == targets.len() => {
                    values.get(index).cloned()
                }
                _ => None,
            };
            let part = part.unwrap_or_else(|| self.computed(target));
            self.bind_target(target, &part)?;
        }
        Ok(())
    }
}
