//! What statements bind, and what they use.

use super::UseKind;
use super::condition::is_name;
use super::flow::Condition;
use super::names::{Deferred, Function, Names};
use super::path::Step;
use super::scope::ScopeKind;
use super::syntax::Feature;
use super::value::{Value, What};
use ruff_python_ast::{Decorator, Expr, Operator, Parameters, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use terms::{Series, Versions};

impl<'a> Names<'a> {
    /// Follows a block. Returns whether control always leaves it.
    pub(super) fn body(&mut self, statements: &'a [Stmt]) -> bool {
        let before = self.flow.clone();
        let mut leaves = false;
        for statement in statements {
            if self.statement(statement) {
                leaves = true;
                break;
            }
        }
        self.flow = before;
        leaves
    }

    /// Follows a statement. Returns whether control always leaves the block with it.
    fn statement(&mut self, statement: &'a Stmt) -> bool {
        match statement {
            Stmt::If(node) => return self.if_statement(node),
            Stmt::Try(node) => return self.try_statement(node),
            Stmt::With(node) => return self.with_statement(node),
            Stmt::Return(node) => {
                if let Some(value) = &node.value {
                    self.value(value);
                }
                return true;
            }
            Stmt::Raise(node) => {
                for part in [&node.exc, &node.cause].into_iter().flatten() {
                    let value = self.value(part);
                    self.raised(&value, part);
                }
                return true;
            }
            Stmt::Break(_) | Stmt::Continue(_) => return true,
            Stmt::Expr(node) => {
                self.value(&node.value);
                return self.exits(&node.value);
            }
            Stmt::Assert(node) => {
                self.truth(&node.test);
                if let Some(message) = &node.msg {
                    self.value(message);
                }
                let condition = self.condition(&node.test);
                self.flow.narrow(&condition.when_true);
            }
            Stmt::For(node) => {
                let iterable = self.value(&node.iter);
                let element = self.element(&iterable);
                self.scopes.begin_branch();
                self.bind_target(&node.target, element);
                self.body(&node.body);
                let branch = self.scopes.end_branch();
                self.scopes.merge(&[branch], true);
                self.body(&node.orelse);
            }
            Stmt::While(node) => {
                self.truth(&node.test);
                let condition = self.condition(&node.test);
                self.scopes.begin_branch();
                self.under(&condition.when_true, |names| names.body(&node.body));
                let branch = self.scopes.end_branch();
                self.scopes.merge(&[branch], true);
                self.body(&node.orelse);
            }
            Stmt::Match(node) => self.match_statement(node),
            _ => self.definition(statement),
        }
        false
    }

    fn definition(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(node) => self.function_definition(node),
            Stmt::ClassDef(node) => self.class_definition(node),
            Stmt::Import(node) => {
                for alias in &node.names {
                    self.import(alias);
                }
            }
            Stmt::ImportFrom(node) => self.import_from(node),
            Stmt::Assign(node) => self.assignment(&node.targets, &node.value),
            Stmt::AnnAssign(node) => {
                self.feature(Feature::VariableAnnotation, node);
                let is_local = self.scopes.kind() == ScopeKind::Function;
                self.annotation(&node.annotation, !is_local);
                let declared = self.instance(&node.annotation);
                if let Some(value) = &node.value {
                    let value = self.class_attribute(value);
                    let known = if declared.is_unknown() {
                        value
                    } else {
                        declared
                    };
                    self.bind_target(&node.target, known);
                } else if self.scopes.kind() != ScopeKind::Class {
                    self.bind_target(&node.target, declared);
                }
            }
            Stmt::AugAssign(node) => {
                let left = self.value(&node.target);
                let right = self.value(&node.value);
                if node.op == Operator::BitOr {
                    self.merge(&left, &right, node);
                }
                if let Expr::Name(name) = &*node.target {
                    self.scopes.bind(name.id.as_str(), left);
                }
            }
            Stmt::Delete(node) => {
                for target in &node.targets {
                    if !target.is_name_expr() {
                        self.peek(target);
                    }
                }
            }
            Stmt::TypeAlias(node) => self.bind_target(&node.name, Value::unknown()),
            Stmt::Global(node) => {
                for name in &node.names {
                    self.scopes.declare_outer(name.as_str());
                }
            }
            Stmt::Nonlocal(node) => {
                for name in &node.names {
                    self.scopes.declare_outer(name.as_str());
                }
            }
            _ => {}
        }
    }

    fn assignment(&mut self, targets: &'a [Expr], expr: &'a Expr) {
        let mut value = self.class_attribute(expr);
        if let Expr::Compare(_) | Expr::BoolOp(_) | Expr::UnaryOp(_) | Expr::Call(_) = expr {
            let condition = self.condition(expr);
            let is_value = matches!(expr, Expr::Call(call) if is_name(&call.func, "getattr"));
            if condition != Condition::unknown() && !is_value {
                value = Value::of(What::Condition(self.conditions.len()));
                self.conditions.push(condition);
            }
        }
        for target in targets {
            match (target, expr) {
                (Expr::Tuple(names), Expr::Tuple(values))
                    if names.elts.len() == values.elts.len() =>
                {
                    for (name, value) in names.elts.iter().zip(&values.elts) {
                        let value = self.peek(value);
                        self.bind_target(name, value);
                    }
                }
                _ => self.bind_target(target, value.clone()),
            }
        }
    }

    /// The value of an assignment, which in a class body is that of an attribute.
    fn class_attribute(&mut self, expr: &'a Expr) -> Value {
        let first = self.uses.uses.len();
        let value = self.value(expr);
        if self.scopes.kind() == ScopeKind::Class && expr.is_call_expr() && !self.is_quiet {
            let last = self.uses.uses.iter_mut().skip(first).last();
            if let Some(UseKind::Call(call)) = last.map(|last| &mut last.kind) {
                call.is_class_attribute = true;
            }
            self.field_default(&value, expr);
        }
        value
    }

    /// Binds a target of an assignment.
    pub(super) fn bind_target(&mut self, target: &'a Expr, value: Value) {
        match target {
            Expr::Name(name) if self.scopes.kind() == ScopeKind::Comprehension => {
                self.scopes.bind_here(name.id.as_str(), value);
            }
            Expr::Name(name) => self.scopes.bind(name.id.as_str(), value),
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, &value),
            Expr::List(list) => self.unpack(&list.elts, &value),
            Expr::Starred(starred) => {
                let list = self.literal("list");
                self.bind_target(&starred.value, list);
            }
            Expr::Attribute(attribute) => {
                let owner = self.value(&attribute.value);
                let name = attribute.attr.as_str();
                match owner.only() {
                    Some(What::Instance(class) | What::Class(class)) => {
                        self.set_member(class, name, &value);
                    }
                    // The program adds what is missing.
                    Some(What::Path(path)) => {
                        let path = self.uses.paths.attribute(path, name);
                        self.assigned.insert(path);
                    }
                    _ => {}
                }
            }
            Expr::Subscript(subscript) => {
                self.value(&subscript.value);
                self.value(&subscript.slice);
            }
            _ => {}
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], value: &Value) {
        let item = match value.only() {
            Some(What::Path(path)) => Value::path(self.uses.paths.intern(Step::Item(path))),
            _ => Value::unknown(),
        };
        for target in targets {
            self.bind_target(target, item.clone());
        }
    }

    fn function_definition(&mut self, node: &'a StmtFunctionDef) {
        if node.is_async {
            self.feature(Feature::AsyncFunction, node.name.range());
        }
        let before = self.flow.clone();
        self.decorators(&node.decorator_list);
        self.defaults(&node.parameters);
        for parameter in &*node.parameters {
            if let Some(annotation) = parameter.annotation() {
                self.annotation(annotation, true);
            }
        }
        if let Some(returns) = &node.returns {
            self.annotation(returns, true);
        }
        let returns = node.returns.as_deref().filter(|_| !node.is_async);
        let returns = returns.map_or_else(Value::unknown, |returns| self.instance(returns));
        let value = match &*node.decorator_list {
            [] => self.function_value(node, returns),
            [one] => match &one.expression {
                Expr::Name(name) if matches!(name.id.as_str(), "staticmethod" | "classmethod") => {
                    self.function_value(node, returns)
                }
                Expr::Name(name) if name.id.as_str() == "property" => returns,
                _ => Value::unknown(),
            },
            _ => Value::unknown(),
        };
        let is_method = self.scopes.kind() == ScopeKind::Class;
        let mut flow = self.flow.clone();
        flow.caught = super::flow::Caught::default();
        flow.tries.clear();
        self.deferred.push_back(Deferred {
            node,
            scope: self.scopes.current,
            flow,
            class: self.function.class,
            is_method,
        });
        self.flow = before;
        self.scopes.bind(node.name.as_str(), value);
    }

    fn function_value(&mut self, node: &'a StmtFunctionDef, returns: Value) -> Value {
        self.functions.push(Function {
            returns,
            has_indented_docstring: has_indented_docstring(&node.body),
        });
        Value::of(What::Function(self.functions.len() - 1))
    }

    pub(super) fn defaults(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.value(default);
            }
        }
    }

    /// Follows decorators. Those that skip a test narrow the flow of what they decorate.
    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators {
            let value = self.value(&decorator.expression);
            let Expr::Call(call) = &decorator.expression else {
                self.record(UseKind::Decorator, &value, decorator);
                continue;
            };
            let name = match &*call.func {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => continue,
            };
            let Some(test) = call.arguments.args.first() else {
                continue;
            };
            match name {
                "skipIf" | "skipif" => {
                    let condition = self.condition(test);
                    self.flow.narrow(&condition.when_false);
                }
                "skipUnless" => {
                    let condition = self.condition(test);
                    self.flow.narrow(&condition.when_true);
                }
                _ => {}
            }
        }
    }

    /// Follows an annotation. Since 3.14 annotations are evaluated only on demand.
    pub(super) fn annotation(&mut self, expr: &'a Expr, is_evaluated: bool) {
        let before = self.flow.versions;
        let versions = if is_evaluated && !self.has_future_annotations {
            Versions::ALL.without(Versions::since(Series::python3(14)))
        } else {
            Versions::NONE
        };
        self.flow.versions = before.intersection(versions);
        let was_in_annotation = std::mem::replace(&mut self.in_annotation, true);
        self.value(expr);
        self.in_annotation = was_in_annotation;
        self.flow.versions = before;
    }
}

/// Whether a body begins with a docstring that has an indented line, whose indentation is
/// removed since 3.13.
pub(super) fn has_indented_docstring(body: &[Stmt]) -> bool {
    let Some(Stmt::Expr(first)) = body.first() else {
        return false;
    };
    let Expr::StringLiteral(text) = &*first.value else {
        return false;
    };
    text.value
        .to_str()
        .lines()
        .skip(1)
        .any(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty())
}
