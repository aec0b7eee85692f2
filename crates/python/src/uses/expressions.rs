//! The values of expressions, and what they use.

use super::condition::is_name;
use super::names::Names;
use super::path::{PathId, Step};
use super::scope::{Lookup, ScopeKind};
use super::syntax::Feature;
use super::value::{Alternative, Value, What};
use super::{Argument, Call, UseKind, bytes};
use ruff_python_ast::{
    Arguments, CmpOp, Comprehension, Expr, ExprAttribute, ExprBinOp, ExprCall, ExprSubscript,
    InterpolatedStringElement, InterpolatedStringElements, Number, Operator, UnaryOp,
};
use ruff_text_size::Ranged;
use smallvec::SmallVec;

/// The maximum length of a string argument that is kept, in bytes.
const TEXT_LIMIT: usize = 200;

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

    fn slice(&self, node: impl Ranged) -> &'a str {
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
    fn caught_here(&self, mut value: Value) -> Value {
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

    fn call(&mut self, node: &'a ExprCall) -> Value {
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

    fn operation(&mut self, node: &'a ExprBinOp) -> Value {
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
