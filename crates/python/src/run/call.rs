//! Calls: of functions that the text defines, of the few others that matter
//! here, and of all the rest. The entry points are [`Evaluator::call`] and
//! [`Run::follow`].

use super::{
    CALL_LIMIT, Key, Place, Run,
    eval::{Evaluated, Evaluator, Names},
    exec::Flow,
    r#raise::Raise,
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
            // What a real function does with a forward reference is its own
            // affair; most fail, and the whole is then written as text.
            return if all.any(Value::contains_forward) {
                Err(Raise::new("TypeError", "not for forward references"))
            } else {
                Ok(self.computed(expr))
            };
        }
        self.run.unseen = true;
        match &function {
            Value::Forward(text) => {
                let texts: Option<Vec<String>> =
                    all.map(|value| Some(self.as_text(value)?.text)).collect();
                let Some(mut texts) = texts.map(Vec::into_iter) else {
                    return Ok(self.computed(expr));
                };
                let parts =
                    text::call_arguments(&call.arguments, |_| texts.next().unwrap_or_default());
                Ok(Value::Forward(Rc::new(text.call(&parts))))
            }
            Value::Function(function) => {
                self.run.call_function(function)?;
                Ok(self.computed(expr))
            }
            Value::Outside(path) => self.call_outside(path, call, &arguments, expr),
            Value::Constant { repr, .. } => {
                // These can bind names that no text shows.
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
                Ok(self.computed(expr))
            }
            Value::None | Value::Ellipsis | Value::Bool(_) | Value::Str(_) => {
                let type_name = function.type_name(self.series()).unwrap_or("object");
                Err(Raise::new(
                    "TypeError",
                    format!("'{type_name}' object is not callable"),
                ))
            }
            _ => Ok(self.computed(expr)),
        }
    }

    fn call_outside(
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
            ) => Ok(Value::Outside(self.run.path(self.module, name).into())),
            ("annotationlib.get_annotations" | "inspect.get_annotations", Some(value))
                if call.arguments.len() == 1 =>
            {
                self.ask(value)?;
                Ok(self.computed(expr))
            }
            ("typing.get_type_hints", Some(value)) if call.arguments.len() == 1 => {
                self.ask(value)?;
                Ok(self.computed(expr))
            }
            _ => Ok(self.computed(expr)),
        }
    }

    fn ask(&mut self, value: &Value<'a>) -> Result<(), Raise> {
        match value {
            Value::Function(function) => self.run.ask_value(function.owner),
            Value::Class(class) => match class.scope {
                Some(scope) => self.run.ask_class(scope),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

impl<'a> Run<'a> {
    /// The dotted path of something that a module defines.
    pub(super) fn path(&self, module: usize, name: &str) -> String {
        let module = self.units.get(module).map(|unit| &*unit.module.name);
        format!("{}.{name}", module.unwrap_or("__main__"))
    }

    fn call_function(&mut self, function: &Rc<Function<'a>>) -> Result<(), Raise> {
        let bindings = Bindings::of(Some(&function.node.parameters), &function.node.body);
        if self.calls >= CALL_LIMIT || function.node.is_async || bindings.yields {
            return Ok(());
        }
        self.follow(function)
    }

    /// Follows the body of a function, its arguments being unknown.
    pub(super) fn follow(&mut self, function: &Rc<Function<'a>>) -> Result<(), Raise> {
        self.followed.insert(function.key());
        let node = function.node;
        let bindings = Bindings::of(Some(&node.parameters), &node.body);
        let scope = self
            .scopes
            .add(ScopeKind::Function, Some(function.scope), bindings);
        for parameter in &*node.parameters {
            let name = parameter.name().as_str();
            let reason = format!("It depends on what `{name}` is given when it is called.");
            self.scopes.bind(scope, name, Some(Value::unknown(reason)));
        }
        let place = Place {
            module: function.module,
            scope,
        };
        self.calls += 1;
        let result = self.leavable(Flow::Next, |run| run.block(&node.body, place));
        self.calls -= 1;
        result.map(|_| ())
    }
}

impl Function<'_> {
    /// Its place in the text.
    pub(super) fn key(&self) -> Key {
        (self.module, self.node.range().start().to_usize())
    }
}
