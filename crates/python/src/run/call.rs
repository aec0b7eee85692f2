//! Evaluates calls: of functions that the source defines, of a few others that affect
//! annotations, and of unknown ones. The entry points are [`Evaluator::call`] and
//! [`Interpreter::run_function`].

use super::{
    CALL_LIMIT, Frame, Interpreter, Key,
    eval::{Evaluated, Evaluator, Names},
    exception::Exception,
    exec::Flow,
    scope::ScopeKind,
    text,
    value::{Function, Value},
};
use crate::bindings::Bindings;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::Ranged;
use std::rc::Rc;

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn call(&mut self, call: &'a ExprCall, expr: &'a Expr) -> Evaluated<'a> {
        let function = self.eval(&call.func)?;
        let mut arguments = Vec::new();
        for argument in &call.arguments.args {
            arguments.push(self.eval(argument)?);
        }
        let mut keywords = Vec::new();
        for keyword in &call.arguments.keywords {
            keywords.push(self.eval(&keyword.value)?);
        }
        let mut all = arguments.iter().chain(&keywords);
        if self.names != Names::Real && !matches!(function, Value::Forward(_)) {
            // Most functions raise an exception for a forward reference, so that the whole
            // annotation becomes text.
            return if all.any(Value::contains_forward) {
                Err(Exception::new("TypeError", "not for forward references"))
            } else {
                Ok(self.unknown_result(expr))
            };
        }
        self.run.unknown_code_ran = true;
        match &function {
            Value::Forward(text) => {
                let texts: Option<Vec<String>> =
                    all.map(|value| Some(self.as_text(value)?.text)).collect();
                let Some(mut texts) = texts.map(Vec::into_iter) else {
                    return Ok(self.unknown_result(expr));
                };
                let parts =
                    text::call_arguments(&call.arguments, |_| texts.next().unwrap_or_default());
                Ok(Value::Forward(Rc::new(text.call(&parts))))
            }
            Value::Function(function) => {
                self.run.call_function(function)?;
                Ok(self.unknown_result(expr))
            }
            Value::External(path) => self.call_external(path, call, &arguments, expr),
            Value::Constant { repr, .. } => {
                // These may bind names that do not occur in the source.
                if matches!(
                    &**repr,
                    "<built-in function exec>" | "<built-in function globals>"
                ) {
                    let module = self.run.scopes.module_of(self.scope);
                    self.run.scopes.set_star(module);
                    self.run.limits.insert(
                        "`exec` and `globals` may bind names that cannot be seen here.".to_owned(),
                    );
                }
                Ok(self.unknown_result(expr))
            }
            Value::None | Value::Ellipsis | Value::Bool(_) | Value::Str(_) => {
                let type_name = function.type_name(self.series()).unwrap_or("object");
                Err(Exception::new(
                    "TypeError",
                    format!("'{type_name}' object is not callable"),
                ))
            }
            _ => Ok(self.unknown_result(expr)),
        }
    }

    fn call_external(
        &mut self,
        path: &str,
        call: &ExprCall,
        arguments: &[Value<'a>],
        expr: &'a Expr,
    ) -> Evaluated<'a> {
        let first = arguments.first();
        match (path, first) {
            ("typing.TypeVar" | "typing.ParamSpec", Some(Value::Str(name))) => {
                Ok(Value::TypeVar(format!("~{name}").into()))
            }
            (
                "typing.NewType" | "typing.TypedDict" | "typing.NamedTuple",
                Some(Value::Str(name)),
            ) => Ok(Value::External(self.run.path(self.module, name).into())),
            ("annotationlib.get_annotations" | "inspect.get_annotations", Some(value))
                if call.arguments.len() == 1 =>
            {
                self.request_annotations(value)?;
                Ok(self.unknown_result(expr))
            }
            ("typing.get_type_hints", Some(value)) if call.arguments.len() == 1 => {
                self.request_annotations(value)?;
                Ok(self.unknown_result(expr))
            }
            _ => Ok(self.unknown_result(expr)),
        }
    }

    fn request_annotations(&mut self, value: &Value<'a>) -> Result<(), Exception> {
        match value {
            Value::Function(function) => self.run.evaluate_deferred(function.set),
            Value::Class(class) => match class.scope {
                Some(scope) => self.run.evaluate_deferred_of_class(scope),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

impl<'a> Interpreter<'a> {
    /// The dotted path of a name that a module defines.
    pub(super) fn path(&self, module: usize, name: &str) -> String {
        let module = self.units.get(module).map(|unit| &*unit.module.name);
        format!("{}.{name}", module.unwrap_or("__main__"))
    }

    fn call_function(&mut self, function: &Rc<Function<'a>>) -> Result<(), Exception> {
        let bindings = Bindings::collect(Some(&function.node.parameters), &function.node.body);
        if self.calls >= CALL_LIMIT || function.node.is_async || bindings.yields {
            return Ok(());
        }
        self.run_function(function)
    }

    /// Runs the body of a function with unknown arguments.
    pub(super) fn run_function(&mut self, function: &Rc<Function<'a>>) -> Result<(), Exception> {
        self.interpreted.insert(function.key());
        let node = function.node;
        let bindings = Bindings::collect(Some(&node.parameters), &node.body);
        let scope = self
            .scopes
            .add(ScopeKind::Function, Some(function.scope), bindings);
        for parameter in &*node.parameters {
            let name = parameter.name().as_str();
            let reason = format!("It depends on the argument `{name}`.");
            self.scopes.bind(scope, name, Some(Value::unknown(reason)));
        }
        let frame = Frame {
            module: function.module,
            scope,
        };
        self.calls += 1;
        let result = self.run_leavable(Flow::Next, |run| run.block(&node.body, frame));
        self.calls -= 1;
        result.map(|_| ())
    }
}

impl Function<'_> {
    /// The position of the definition.
    pub(super) fn key(&self) -> Key {
        (self.module, self.node.range().start().to_usize())
    }
}
