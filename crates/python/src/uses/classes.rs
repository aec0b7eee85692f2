//! Classes of the source: their members, their bases, and what annotations declare.

use super::UseKind;
use super::names::{Class, Names};
use super::path::Step;
use super::scope::ScopeKind;
use super::statements::has_indented_docstring;
use super::value::{Value, What};
use ruff_python_ast::{Expr, ExprSubscript, Operator, Stmt, StmtClassDef};
use ruff_text_size::Ranged;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// How many classes an attribute is looked for in, one the base of the other.
const BASES_LIMIT: usize = 20;

impl<'a> Names<'a> {
    pub(super) fn class_definition(&mut self, node: &'a StmtClassDef) {
        let before = self.flow.clone();
        self.decorators(&node.decorator_list);
        let mut class = Class::default();
        if let Some(arguments) = &node.arguments {
            for base in &arguments.args {
                let value = self.value(base);
                self.record(UseKind::Base, &value, base);
                class.bases.push(value);
            }
            for keyword in &arguments.keywords {
                self.value(&keyword.value);
            }
        }
        let mut decorators = node.decorator_list.iter();
        let dataclass = decorators.find_map(|decorator| dataclass_options(&decorator.expression));
        let defines = |name: &str| {
            let mut body = node.body.iter();
            body.any(
                |one| matches!(one, Stmt::FunctionDef(function) if function.name.as_str() == name),
            )
        };
        class.is_dataclass = dataclass.is_some();
        class.is_unhashable =
            (dataclass == Some(false) || defines("__eq__")) && !defines("__hash__");
        class.is_open = defines("__getattr__") || defines("__getattribute__");
        class.has_indented_docstring = has_indented_docstring(&node.body);
        let index = self.classes.len();
        self.classes.push(class);
        let (around, first) = (self.scopes.current, self.deferred.len());
        self.scopes.open(ScopeKind::Class, around);
        let class_around = self.function.class.replace(index);
        self.body(&node.body);
        let names: FxHashMap<&str, Value> = self
            .scopes
            .names()
            .map(|(name, value)| (name, value.clone()))
            .collect();
        self.classes[index].names = names;
        self.function.class = class_around;
        self.scopes.close();
        self.instance_attributes(index, &node.body);
        // `__init__` tells what the attributes are that the other methods use.
        let methods = self.deferred.iter().skip(first);
        let init = methods
            .clone()
            .position(|one| one.node.name.as_str() == "__init__");
        if let Some(init) = init.and_then(|init| self.deferred.remove(first + init)) {
            self.deferred.insert(first, init);
        }
        self.flow = before;
        self.scopes
            .bind(node.name.as_str(), Value::of(What::Class(index)));
    }

    /// Notes which attributes methods assign, before they are followed.
    fn instance_attributes(&mut self, class: usize, body: &'a [Stmt]) {
        for statement in body {
            let Stmt::FunctionDef(function) = statement else {
                continue;
            };
            let Some(first) = function.parameters.iter_non_variadic_params().next() else {
                continue;
            };
            let mut search = Assigned {
                this: first.parameter.name.as_str(),
                names: Vec::new(),
            };
            ruff_python_ast::visitor::Visitor::visit_body(&mut search, &function.body);
            for name in search.names {
                let names = &mut self.classes[class].names;
                names.entry(name).or_default();
            }
        }
    }

    /// A member of a class of the source: its own or one of its bases'.
    pub(super) fn member(
        &mut self,
        class: usize,
        name: &str,
        of_instance: bool,
        depth: usize,
    ) -> Value {
        match self.classes[class].names.get(name) {
            Some(value) => value.clone(),
            None => self.inherited(class, name, of_instance, depth),
        }
    }

    /// A member that the bases of a class have.
    pub(super) fn inherited(
        &mut self,
        class: usize,
        name: &str,
        of_instance: bool,
        depth: usize,
    ) -> Value {
        if depth > BASES_LIMIT || self.classes[class].is_open {
            return Value::unknown();
        }
        let bases = self.classes[class].bases.clone();
        // What the first base defines hides what others have.
        if let Some(What::Class(first)) = bases.first().and_then(Value::only)
            && self.defines(first, name, depth + 1)
        {
            return self.member(first, name, of_instance, depth + 1);
        }
        let mut result: Option<Value> = None;
        for base in &bases {
            let value = match base.only() {
                Some(What::Path(path)) => {
                    let owner = if of_instance {
                        self.uses.paths.intern(Step::Call(path))
                    } else {
                        path
                    };
                    Value::path(self.uses.paths.attribute(owner, name))
                }
                Some(What::Class(base)) => self.member(base, name, of_instance, depth + 1),
                _ => Value::unknown(),
            };
            result = Some(match result {
                Some(before) => before.or(&value),
                None => value,
            });
        }
        result.unwrap_or_default()
    }

    /// Whether a class of the source, or one that it derives from, defines a member.
    fn defines(&self, class: usize, name: &str, depth: usize) -> bool {
        depth <= BASES_LIMIT
            && (self.classes[class].names.contains_key(name)
                || self.classes[class].bases.iter().any(|base| {
                    matches!(base.only(), Some(What::Class(base)) if self.defines(base, name, depth + 1))
                }))
    }

    pub(super) fn set_member(&mut self, class: usize, name: &'a str, value: &Value) {
        let before = self.classes[class].names.get(name);
        let value = match before {
            Some(before) if !before.is_unknown() => before.or(value),
            _ => value.clone(),
        };
        self.classes[class].names.insert(name, value);
    }

    /// What has an annotation: an instance of the class that it names.
    pub(super) fn instance(&mut self, annotation: &'a Expr) -> Value {
        match annotation {
            Expr::NoneLiteral(_) => Value::of(What::None),
            Expr::Name(_) | Expr::Attribute(_) => {
                let class = self.peek(annotation);
                match class.only() {
                    Some(What::Path(path)) => Value::path(self.uses.paths.intern(Step::Call(path))),
                    Some(What::Class(class)) => Value::of(What::Instance(class)),
                    _ => Value::unknown(),
                }
            }
            Expr::BinOp(operation) if operation.op == Operator::BitOr => {
                let left = self.instance(&operation.left);
                let right = self.instance(&operation.right);
                left.or(&right)
            }
            Expr::Subscript(subscript) => self.generic_instance(subscript),
            _ => Value::unknown(),
        }
    }

    fn generic_instance(&mut self, node: &'a ExprSubscript) -> Value {
        let name = match &*node.value {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            _ => return Value::unknown(),
        };
        match name {
            "Optional" => {
                let some = self.instance(&node.slice);
                some.or(&Value::of(What::None))
            }
            "Union" => match &*node.slice {
                Expr::Tuple(tuple) => {
                    let mut each = tuple.elts.iter().map(|one| self.instance(one));
                    let first = each.next().unwrap_or_default();
                    each.fold(first, |before, next| before.or(&next))
                }
                only => self.instance(only),
            },
            "Type" | "type" => self.peek(&node.slice),
            "Annotated" => match &*node.slice {
                Expr::Tuple(tuple) => tuple
                    .elts
                    .first()
                    .map_or_else(Value::unknown, |one| self.instance(one)),
                _ => Value::unknown(),
            },
            "ClassVar" | "Final" | "Required" | "NotRequired" | "ReadOnly" => {
                self.instance(&node.slice)
            }
            "Literal" => Value::unknown(),
            _ => self.instance(&node.value),
        }
    }

    /// Records that the docstring of something of the source is read.
    pub(super) fn docstring(&mut self, owner: &Value, at: impl Ranged) {
        let is_indented = match owner.only() {
            Some(What::Function(function)) => self.functions[function].has_indented_docstring,
            Some(What::Class(class)) => self.classes[class].has_indented_docstring,
            _ => false,
        };
        if is_indented {
            let doc = self.uses.paths.builtin("__doc__");
            self.record(UseKind::Docstring, &Value::path(doc), at);
        }
    }

    /// Records the default of a field of a dataclass, if it has no hash.
    pub(super) fn field_default(&mut self, value: &Value, at: impl Ranged) {
        let in_dataclass = self
            .function
            .class
            .is_some_and(|class| self.classes[class].is_dataclass);
        if let (true, Some(What::Instance(class))) = (in_dataclass, value.only())
            && self.classes[class].is_unhashable
        {
            let dataclass = self.uses.paths.builtin("__hash__");
            self.push(
                UseKind::FieldDefault,
                SmallVec::from_buf([dataclass]),
                None,
                false,
                at,
            );
        }
    }
}

/// Whether a decorator makes a dataclass, and if so whether it is frozen or not compared.
fn dataclass_options(decorator: &Expr) -> Option<bool> {
    let (function, keywords) = match decorator {
        Expr::Call(call) => (&*call.func, &*call.arguments.keywords),
        other => (other, &[][..]),
    };
    let name = match function {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return None,
    };
    (name == "dataclass").then(|| {
        keywords.iter().any(|keyword| {
            let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
            let value = match &keyword.value {
                Expr::BooleanLiteral(literal) => literal.value,
                _ => return matches!(name, "frozen" | "eq" | "unsafe_hash"),
            };
            matches!(
                (name, value),
                ("frozen" | "unsafe_hash", true) | ("eq", false)
            )
        })
    })
}

/// Finds the attributes that a method assigns to.
struct Assigned<'a> {
    this: &'a str,
    names: Vec<&'a str>,
}

impl<'a> ruff_python_ast::visitor::Visitor<'a> for Assigned<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx.is_store()
            && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.this)
        {
            self.names.push(attribute.attr.as_str());
        }
        // Only targets of assignments matter.
        if let Expr::Tuple(_) | Expr::List(_) | Expr::Starred(_) = expr {
            ruff_python_ast::visitor::walk_expr(self, expr);
        }
    }
}
