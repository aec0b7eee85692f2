//! Evaluates expressions, as far as the source determines their values. The entry point is
//! [`Evaluator::eval`].

use super::{
    Interpreter,
    exception::Exception,
    library,
    scope::{Lookup, ScopeId},
    text::{self, Text, join_elements},
    truth::is_version,
    value::Value,
};
use ruff_python_ast::{Expr, ExprContext, UnaryOp};
use ruff_text_size::Ranged;
use std::rc::Rc;
use terms::Series;

/// How names are evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// As the values that they are bound to.
    Real,
    /// As the values that they are bound to or, if they are not bound, as forward references:
    /// the first attempt of the format `FORWARDREF`.
    RealOrForward,
    /// As forward references; constants that are combined with one become names: the second
    /// attempt of the format `FORWARDREF`.
    Forward,
    /// As forward references: the format `STRING`.
    String,
}

/// The evaluation of an expression.
pub(super) struct Evaluator<'r, 'a> {
    pub run: &'r mut Interpreter<'a>,
    pub scope: ScopeId,
    pub module: usize,
    pub names: Names,
    /// Whether the evaluation is deferred, so that it has its own scope.
    pub deferred: bool,
    /// The number of values that have been replaced by placeholder names.
    pub placeholders: u32,
    /// An exception that is raised or not, depending on which branches ran.
    pub possible: Option<Exception>,
}

pub(super) type Evaluated<'a> = Result<Value<'a>, Exception>;

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn series(&self) -> Series {
        self.run.series
    }

    pub(super) fn eval(&mut self, expr: &'a Expr) -> Evaluated<'a> {
        self.run.steps = self.run.steps.saturating_sub(1);
        self.eval_inner(expr).map_err(|mut raised| {
            raised
                .at
                .get_or_insert((self.module, expr.range().start().to_usize()));
            raised
        })
    }

    fn eval_inner(&mut self, expr: &'a Expr) -> Evaluated<'a> {
        match expr {
            Expr::Name(name) => self.name(name.id.as_str()),
            Expr::Attribute(inner) => {
                let value = self.eval(&inner.value)?;
                self.attribute(&value, inner.attr.as_str())
            }
            Expr::Subscript(inner) => {
                let value = self.eval(&inner.value)?;
                let index = self.eval(&inner.slice)?;
                // A slice such as `sys.version_info[:2]` compares like `sys.version_info`.
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
            Expr::NumberLiteral(literal) => Ok(match text::number_repr(&literal.value) {
                Some(repr) if literal.value.is_int() => Value::constant(repr, "int"),
                Some(repr) => Value::constant(repr, "float"),
                None => self.unknown_result(expr),
            }),
            Expr::Tuple(inner) => Ok(Value::Tuple(self.all(&inner.elts)?)),
            Expr::List(inner) => Ok(Value::List(self.all(&inner.elts)?)),
            Expr::Starred(inner) => Ok(match self.eval(&inner.value)? {
                Value::Forward(text) => Value::Forward(Rc::new(text.starred())),
                _ => self.unknown_result(expr),
            }),
            Expr::UnaryOp(inner) => self.unary(inner.op, &inner.operand, expr),
            Expr::BoolOp(inner) => self.bool_op(inner.op, &inner.values, expr),
            Expr::If(inner) => {
                let test = self.eval(&inner.test)?;
                match self.truth(&test) {
                    Some(true) => self.eval(&inner.body),
                    Some(false) => self.eval(&inner.orelse),
                    None => Ok(self.unknown_result(expr)),
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
                    _ => self.unknown_result(expr),
                })
            }
            Expr::FString(string) => self.f_string(string, expr),
            // Of a comprehension, only the first iterable is always evaluated. The body of a
            // lambda is evaluated when it is called.
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
                Ok(self.unknown_result(expr))
            }
            Expr::Set(inner) => {
                self.all(&inner.elts)?;
                Ok(self.unknown_result(expr))
            }
            Expr::Slice(inner) => {
                for part in [&inner.lower, &inner.upper, &inner.step]
                    .into_iter()
                    .flatten()
                {
                    self.eval(part)?;
                }
                Ok(self.unknown_result(expr))
            }
            Expr::Await(inner) => {
                self.eval(&inner.value)?;
                Ok(self.unknown_result(expr))
            }
            _ => Ok(self.unknown_result(expr)),
        }
    }

    /// The unknown result of an expression, which may raise an exception as well.
    pub(super) fn unknown_result(&mut self, expr: &Expr) -> Value<'a> {
        self.run.unknown_code_ran = true;
        let source: String = self
            .run
            .source_of(self.module, expr)
            .chars()
            .take(40)
            .collect();
        Value::unknown(format!("It depends on the result of `{source}`."))
    }

    fn all(&mut self, exprs: &'a [Expr]) -> Result<Rc<[Value<'a>]>, Exception> {
        exprs.iter().map(|expr| self.eval(expr)).collect()
    }

    fn name(&mut self, name: &str) -> Evaluated<'a> {
        if matches!(self.names, Names::Forward | Names::String) {
            return Ok(Value::Forward(Rc::new(Text::atom(name))));
        }
        let raised = match self.run.scopes.find(self.scope, name) {
            Lookup::Bound(binding) => {
                if !binding.certain {
                    self.may_raise(Exception::missing_name(name));
                }
                return Ok(binding.value);
            }
            Lookup::UnboundLocal if !self.deferred => Exception::unbound_local(name, self.series()),
            Lookup::UnboundLocal | Lookup::UnboundFree => {
                Exception::unbound_free(name, self.series())
            }
            Lookup::NotFound { star } => {
                if let Some(value) = library::builtin(name, self.series()) {
                    return Ok(value);
                }
                if star {
                    return Ok(Value::unknown(format!(
                        "`{name}` may come from a star import, which cannot be seen here."
                    )));
                }
                if name.starts_with("__") && name.ends_with("__") {
                    return Ok(Value::External(name.into()));
                }
                Exception::missing_name(name)
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
                None => self.unknown_result(expr),
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
            _ => self.unknown_result(expr),
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
                    return Err(Exception::new(
                        "TypeError",
                        "Cannot stringify annotation containing string formatting",
                    ));
                }
            }
        }
        if interpolates {
            return Ok(self.unknown_result(expr));
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
        Ok(self.unknown_result(expr))
    }

    /// The text of a value that is a part of a forward reference. `None` if the value is not
    /// known.
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
                self.placeholders += 1;
                Text::atom(format!("__annotationlib_name_{}__", self.placeholders))
            }
            Value::Ellipsis => Text::atom("..."),
            value => Text::atom(value.part(series)),
        })
    }

    /// The text of an index between the brackets of a subscription.
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
        Some(join_elements(&parts?, is_tuple))
    }

    /// Assigns a value to a target.
    pub(super) fn bind_target(
        &mut self,
        target: &'a Expr,
        value: &Value<'a>,
    ) -> Result<(), Exception> {
        match target {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.run.scopes.bind(self.scope, name, Some(value.clone()));
                Ok(())
            }
            Expr::Tuple(inner) => self.bind_targets(&inner.elts, value),
            Expr::List(inner) => self.bind_targets(&inner.elts, value),
            Expr::Starred(inner) => {
                let value = self.unknown_result(target);
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

    fn bind_targets(&mut self, targets: &'a [Expr], value: &Value<'a>) -> Result<(), Exception> {
        for (index, target) in targets.iter().enumerate() {
            let part = match value {
                Value::Tuple(values) | Value::List(values) if values.len() == targets.len() => {
                    values.get(index).cloned()
                }
                _ => None,
            };
            let part = part.unwrap_or_else(|| self.unknown_result(target));
            self.bind_target(target, &part)?;
        }
        Ok(())
    }
}
