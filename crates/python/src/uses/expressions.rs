//! The values of expressions, and what they use.

use super::names::Names;
use super::path::Step;
use super::scope::{Lookup, ScopeKind};
use super::syntax::Feature;
use super::value::{Alternative, Value, What};
use super::{UseKind, bytes};
use ruff_python_ast::{
    CmpOp, Comprehension, Expr, ExprAttribute, ExprSubscript, InterpolatedStringElement,
    InterpolatedStringElements, Number, UnaryOp,
};
use ruff_text_size::Ranged;

impl<'a> Names<'a> {
    /// Follows an expression and returns its value.
    pub(super) fn value(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::Name(name) => self.name(name.id.as_str(), expr),
            Expr::Attribute(attribute) => self.attribute(attribute),
            Expr::Call(call) => self.call(call),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::BinOp(operation) => self.operation(operation),
            Expr::BoolOp(operation) => self.connected(operation.op.is_and(), &operation.values),
            Expr::If(conditional) => {
                self.truth(&conditional.test);
                let condition = self.condition(&conditional.test);
                let body = self.under(&condition.when_true, |names| names.value(&conditional.body));
                let orelse = self.under(&condition.when_false, |names| {
                    names.value(&conditional.orelse)
                });
                body.or(&orelse)
            }
            Expr::UnaryOp(operation) => {
                let value = if operation.op == UnaryOp::Not {
                    self.truth(&operation.operand)
                } else {
                    self.value(&operation.operand)
                };
                match operation.op {
                    UnaryOp::Not => self.literal("bool"),
                    UnaryOp::Invert => {
                        self.record(UseKind::Inverted, &value, expr);
                        Value::unknown()
                    }
                    UnaryOp::UAdd | UnaryOp::USub => value,
                }
            }
            Expr::Compare(comparison) => {
                self.value(&comparison.left);
                for right in &comparison.comparators {
                    self.value(right);
                }
                self.identity_of_literal(comparison);
                Value::unknown()
            }
            Expr::Named(named) => {
                let value = self.value(&named.value);
                // Even in a comprehension it binds in the function around it.
                if let Expr::Name(name) = &*named.target {
                    self.scopes.bind(name.id.as_str(), value.clone());
                }
                value
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                let around = self.scopes.current;
                self.scopes.open(ScopeKind::Function, around);
                if let Some(parameters) = &lambda.parameters {
                    self.bind_parameters(parameters);
                }
                self.value(&lambda.body);
                self.scopes.close();
                Value::unknown()
            }
            _ => self.display_or_literal(expr),
        }
    }

    fn display_or_literal(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::StringLiteral(_) => self.literal("str"),
            Expr::BytesLiteral(_) => self.literal("bytes"),
            Expr::NumberLiteral(literal) => {
                if self.slice(literal).contains('_') {
                    self.feature(Feature::NumberUnderscore, expr);
                }
                self.literal(match literal.value {
                    Number::Int(_) => "int",
                    Number::Float(_) => "float",
                    Number::Complex { .. } => "complex",
                })
            }
            Expr::BooleanLiteral(_) => self.literal("bool"),
            Expr::NoneLiteral(_) => Value::of(What::None),
            Expr::FString(string) => {
                self.feature(Feature::FString, expr);
                for part in &string.value {
                    if let ruff_python_ast::FStringPart::FString(part) = part {
                        self.interpolations(&part.elements);
                    }
                }
                self.literal("str")
            }
            Expr::TString(string) => {
                for part in &string.value {
                    self.interpolations(&part.elements);
                }
                Value::unknown()
            }
            Expr::List(list) => self.elements("list", &list.elts),
            Expr::Tuple(tuple) => self.elements("tuple", &tuple.elts),
            Expr::Set(set) => self.elements("set", &set.elts),
            Expr::Dict(dict) => {
                for item in &dict.items {
                    if let Some(key) = &item.key {
                        self.value(key);
                    } else {
                        self.feature(Feature::GeneralUnpacking, &item.value);
                    }
                    self.value(&item.value);
                }
                self.literal("dict")
            }
            Expr::ListComp(node) => {
                self.comprehension("list", &node.generators, [Some(&*node.elt), None])
            }
            Expr::SetComp(node) => {
                self.comprehension("set", &node.generators, [Some(&*node.elt), None])
            }
            Expr::Generator(node) => {
                self.comprehension("", &node.generators, [Some(&*node.elt), None])
            }
            Expr::DictComp(node) => {
                let parts = [node.key.as_deref(), Some(&*node.value)];
                self.comprehension("dict", &node.generators, parts)
            }
            Expr::Await(node) => self.value(&node.value),
            Expr::Yield(node) => {
                if self.function.is_async {
                    self.feature(Feature::AsyncGenerator, expr);
                }
                if let Some(value) = &node.value {
                    self.value(value);
                }
                Value::unknown()
            }
            Expr::YieldFrom(node) => {
                self.feature(Feature::YieldFrom, expr);
                self.value(&node.value);
                Value::unknown()
            }
            Expr::Starred(starred) => {
                self.value(&starred.value);
                Value::unknown()
            }
            Expr::Slice(slice) => {
                for part in [&slice.lower, &slice.upper, &slice.step]
                    .into_iter()
                    .flatten()
                {
                    self.value(part);
                }
                Value::unknown()
            }
            _ => Value::unknown(),
        }
    }

    pub(super) fn slice(&self, node: impl Ranged) -> &'a str {
        let range = bytes(node);
        let range = range.start as usize..range.end as usize;
        self.text.get(range).unwrap_or_default()
    }

    fn elements(&mut self, builtin: &str, elements: &'a [Expr]) -> Value {
        for element in elements {
            if element.is_starred_expr() {
                self.feature(Feature::GeneralUnpacking, element);
            }
            self.value(element);
        }
        self.literal(builtin)
    }

    fn interpolations(&mut self, elements: &'a InterpolatedStringElements) {
        for element in elements {
            let InterpolatedStringElement::Interpolation(element) = element else {
                continue;
            };
            if element.debug_text.is_some() {
                self.feature(Feature::FStringDebug, element.range());
            }
            self.value(&element.expression);
            if let Some(spec) = &element.format_spec {
                self.interpolations(&spec.elements);
            }
        }
    }

    fn name(&mut self, name: &str, expr: &'a Expr) -> Value {
        match self.scopes.look_up(name) {
            Lookup::Bound(value) => value,
            Lookup::Builtin => {
                let path = self.uses.paths.builtin(name);
                let guard = self.flow.caught.name.then_some(path);
                let value = Value::guarded(What::Path(path), guard);
                self.record(UseKind::Name, &Value::path(path), expr);
                value
            }
        }
    }

    fn attribute(&mut self, node: &'a ExprAttribute) -> Value {
        let owner = self.value(&node.value);
        let name = node.attr.as_str();
        if name == "__doc__" {
            self.docstring(&owner, node);
        }
        let value = self.attribute_of(&owner, name);
        self.record(UseKind::Attribute, &value, node);
        self.caught_here(value)
    }

    /// The value of an attribute where an exception handler catches that it is missing: who
    /// has the value knows that it exists.
    pub(super) fn caught_here(&self, mut value: Value) -> Value {
        if self.flow.caught.attribute {
            for one in &mut value.0 {
                if let (What::Path(path), None) = (one.what, one.guard) {
                    one.guard = Some(path);
                }
            }
        }
        value
    }

    /// The value of an attribute, without recording it.
    pub(super) fn attribute_of(&mut self, owner: &Value, name: &str) -> Value {
        let mut result: Option<Value> = None;
        for one in &owner.0 {
            let value = match one.what {
                What::Path(path) => {
                    let path = self.uses.paths.attribute(path, name);
                    Value::guarded(What::Path(path), one.guard)
                }
                What::None => Value::of(What::None),
                What::Class(class) => self.member(class, name, false, 0),
                What::Instance(class) => self.member(class, name, true, 0),
                What::Super(class) => self.inherited(class, name, true, 0),
                What::Unknown | What::Function(_) | What::Condition(_) => Value::unknown(),
            };
            result = Some(match result {
                Some(before) => before.or(&value),
                None => value,
            });
        }
        result.unwrap_or_default()
    }

    fn subscript(&mut self, node: &'a ExprSubscript) -> Value {
        let owner = self.value(&node.value);
        self.value(&node.slice);
        if node.ctx.is_load() {
            self.record(UseKind::Subscript, &owner, node);
        }
        let is_slice = node.slice.is_slice_expr();
        let items = owner.0.iter().map(|one| match one.what {
            What::Path(path) if is_slice => Value::guarded(What::Path(path), one.guard),
            What::Path(path) => {
                let path = self.uses.paths.intern(Step::Item(path));
                Value::guarded(What::Path(path), one.guard)
            }
            What::Class(class) => Value::of(What::Class(class)),
            _ => Value::unknown(),
        });
        items
            .reduce(|before, next| before.or(&next))
            .unwrap_or_default()
    }

    fn connected(&mut self, is_and: bool, values: &'a [Expr]) -> Value {
        let before = self.flow.clone();
        let mut result: Option<Value> = None;
        let count = values.len();
        for (index, expr) in values.iter().enumerate() {
            let value = if index + 1 < count {
                self.truth(expr)
            } else {
                self.value(expr)
            };
            let condition = self.condition(expr);
            self.flow.narrow(if is_and {
                &condition.when_true
            } else {
                &condition.when_false
            });
            result = Some(match result {
                Some(before) => before.or(&value),
                None => value,
            });
        }
        self.flow = before;
        result.unwrap_or_default()
    }

    /// Follows an expression whose truth is asked for.
    pub(super) fn truth(&mut self, expr: &'a Expr) -> Value {
        let value = self.value(expr);
        if let Expr::Name(_) | Expr::Call(_) = expr {
            self.record(UseKind::Truth, &value, expr);
        }
        value
    }

    fn comprehension(
        &mut self,
        builtin: &str,
        generators: &'a [Comprehension],
        parts: [Option<&'a Expr>; 2],
    ) -> Value {
        let before = self.flow.clone();
        let around = self.scopes.current;
        self.scopes.open(ScopeKind::Comprehension, around);
        for generator in generators {
            if generator.is_async {
                self.feature(Feature::AsyncComprehension, generator);
            }
            let iterable = self.value(&generator.iter);
            let element = self.element(&iterable);
            self.bind_target(&generator.target, element);
            for test in &generator.ifs {
                self.truth(test);
                let condition = self.condition(test);
                self.flow.narrow(&condition.when_true);
            }
        }
        for part in parts.into_iter().flatten() {
            self.value(part);
        }
        self.scopes.current = around;
        self.flow = before;
        if builtin.is_empty() {
            return Value::unknown();
        }
        self.literal(builtin)
    }

    /// What iterating a value gives.
    pub(super) fn element(&mut self, iterable: &Value) -> Value {
        match iterable.0.as_slice() {
            [
                Alternative {
                    what: What::Path(path),
                    guard,
                },
            ] => {
                let path = self.uses.paths.intern(Step::Element(*path));
                Value::guarded(What::Path(path), *guard)
            }
            _ => Value::unknown(),
        }
    }

    /// Since 3.8 the compiler warns of `x is 1`.
    fn identity_of_literal(&mut self, comparison: &'a ruff_python_ast::ExprCompare) {
        let operands = std::iter::once(&*comparison.left).chain(&comparison.comparators);
        let pairs = operands.clone().zip(operands.skip(1)).zip(&comparison.ops);
        for ((left, right), op) in pairs {
            let is_constant = |expr: &Expr| {
                matches!(
                    expr,
                    Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_)
                ) || matches!(expr, Expr::Tuple(tuple) if tuple.elts.iter().all(Expr::is_literal_expr))
            };
            if matches!(op, CmpOp::Is | CmpOp::IsNot) && (is_constant(left) || is_constant(right)) {
                self.feature(Feature::IdentityOfLiteral, comparison);
            }
        }
    }
}
