//! Calls: their arguments, what they give, and those that lead to a name by a literal.

use super::condition::is_name;
use super::names::Names;
use super::path::Step;
use super::syntax::Feature;
use super::value::{Value, What};
use super::{Argument, Call, UseKind};
use ruff_python_ast::{Arguments, Expr, ExprCall, Number};

/// The maximum length of a string argument that is kept, in bytes.
const TEXT_LIMIT: usize = 200;

impl<'a> Names<'a> {
    pub(super) fn call(&mut self, node: &'a ExprCall) -> Value {
        if let Some(value) = self.special_call(node) {
            return value;
        }
        let function = self.value(&node.func);
        let call = self.arguments(&node.arguments);
        if !function.is_unknown() {
            self.record(UseKind::Call(Box::new(call)), &function, node);
        }
        self.result(&function)
    }

    /// What calling a value gives.
    fn result(&mut self, function: &Value) -> Value {
        let alternatives = function.0.iter().map(|one| match one.what {
            What::Path(path) => {
                let path = self.uses.paths.intern(Step::Call(path));
                Value::guarded(What::Path(path), one.guard)
            }
            What::Class(class) => Value::of(What::Instance(class)),
            What::Function(function) => self.functions[function].returns.clone(),
            _ => Value::unknown(),
        });
        let result = alternatives.reduce(|before, next| before.or(&next));
        result.unwrap_or_default()
    }

    /// Follows arguments and returns their shape.
    pub(super) fn arguments(&mut self, arguments: &'a Arguments) -> Call {
        let mut call = Call::default();
        for argument in &arguments.args {
            if let Expr::Starred(starred) = argument {
                if call.has_starred {
                    self.feature(Feature::GeneralUnpacking, argument);
                }
                call.has_starred = true;
                self.value(&starred.value);
            } else {
                let value = self.argument(argument);
                call.positional.push(value);
            }
        }
        for keyword in &arguments.keywords {
            if keyword.arg.is_some() && self.slice(keyword).starts_with('(') {
                self.feature(Feature::ParenthesizedKeyword, keyword);
            }
            let value = self.argument(&keyword.value);
            match &keyword.arg {
                Some(name) => call.keywords.push((name.to_string(), value)),
                None => {
                    if call.has_double_starred {
                        self.feature(Feature::GeneralUnpacking, keyword);
                    }
                    call.has_double_starred = true;
                }
            }
        }
        call
    }

    fn argument(&mut self, expr: &'a Expr) -> Argument {
        let value = self.value(expr);
        match expr {
            Expr::StringLiteral(text) if text.value.len() <= TEXT_LIMIT => {
                Argument::Text(text.value.to_str().to_owned())
            }
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Int(number) => number.as_i64().map_or(Argument::Other, Argument::Integer),
                Number::Float(_) => Argument::Float,
                Number::Complex { .. } => Argument::Other,
            },
            Expr::BooleanLiteral(literal) => Argument::Boolean(literal.value),
            Expr::NoneLiteral(_) => Argument::None,
            Expr::Set(_) | Expr::SetComp(_) => Argument::Set,
            _ => match value.only() {
                Some(What::Path(path)) => Argument::Path(path),
                Some(What::Function(_)) if self.is_bound(expr) => Argument::BoundMethod,
                _ => Argument::Other,
            },
        }
    }

    /// Whether an expression is an attribute of an instance of a class of the source.
    fn is_bound(&mut self, expr: &'a Expr) -> bool {
        match expr {
            Expr::Attribute(attribute) => {
                matches!(self.peek(&attribute.value).only(), Some(What::Instance(_)))
            }
            _ => false,
        }
    }

    /// Calls that lead to a name by a literal: `getattr`, `__import__`, `import_module`; and
    /// `super` and `cast`.
    fn special_call(&mut self, node: &'a ExprCall) -> Option<Value> {
        let arguments = &*node.arguments.args;
        match (&*node.func, arguments) {
            (Expr::Name(_), [owner, Expr::StringLiteral(name), default @ ..])
                if is_name(&node.func, "getattr") =>
            {
                let owner = self.value(owner);
                let mut value = self.attribute_of(&owner, name.value.to_str());
                if let [default, ..] = default {
                    let default = self.value(default);
                    for one in &mut value.0 {
                        if let What::Path(path) = one.what {
                            one.guard = Some(path);
                        }
                    }
                    return Some(value.or(&default));
                }
                self.record(UseKind::Attribute, &value, node);
                Some(self.caught_here(value))
            }
            (Expr::Name(_), [Expr::StringLiteral(name), ..])
                if is_name(&node.func, "__import__") =>
            {
                let module = self.uses.paths.module(name.value.to_str());
                self.record(UseKind::Import, &Value::path(module), node);
                let top = name.value.to_str().split('.').next().unwrap_or_default();
                let top = self.uses.paths.module(top);
                Some(Value::guarded(
                    What::Path(top),
                    self.flow.caught.import.then_some(module),
                ))
            }
            (Expr::Name(_) | Expr::Attribute(_), [Expr::StringLiteral(name), rest @ ..])
                if !name.value.to_str().starts_with('.') && self.is_import_module(&node.func) =>
            {
                for argument in rest {
                    self.value(argument);
                }
                let module = self.uses.paths.module(name.value.to_str());
                self.record(UseKind::Import, &Value::path(module), node);
                Some(Value::guarded(
                    What::Path(module),
                    self.flow.caught.import.then_some(module),
                ))
            }
            (Expr::Name(_), []) if is_name(&node.func, "super") => {
                let class = self.function.class?;
                Some(Value::of(What::Super(class)))
            }
            (Expr::Name(_), [Expr::Name(_), _]) if is_name(&node.func, "super") => {
                let class = self.function.class?;
                Some(Value::of(What::Super(class)))
            }
            _ => None,
        }
    }

    fn is_import_module(&mut self, function: &'a Expr) -> bool {
        let may_be = match function {
            Expr::Name(_) => true,
            Expr::Attribute(attribute) => attribute.attr.as_str() == "import_module",
            _ => false,
        };
        may_be
            && match self.peek(function).only() {
                Some(What::Path(path)) => self.uses.paths.text(path) == "importlib.import_module",
                _ => false,
            }
    }
}
