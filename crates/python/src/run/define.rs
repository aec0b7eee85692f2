//! Definitions of functions and classes, and annotated assignments. The entry
//! points are [`Run::define_function`], [`Run::define_class`] and
//! [`Run::annotated_assignment`].

use super::{
    Item, Key, Owner, Place, Run,
    eval::Names,
    r#raise::Raise,
    scope::ScopeKind,
    text::unparse,
    value::{Class, Function, Subscript, Value},
};
use crate::{bindings::Bindings, report::Treatment};
use ruff_python_ast::{Expr, StmtAnnAssign, StmtClassDef, StmtFunctionDef, TypeParams};
use ruff_text_size::Ranged;
use std::rc::Rc;
use terms::Series;

impl<'a> Run<'a> {
    pub(super) fn define_function(
        &mut self,
        node: &'a StmtFunctionDef,
        place: Place,
    ) -> Result<(), Raise> {
        let mut result = Ok(());
        for decorator in &node.decorator_list {
            let evaluated = self.evaluate(&decorator.expression, place).map(drop);
            result = result.and(evaluated);
        }
        for parameter in node.parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                result = result.and(self.evaluate(default, place).map(drop));
            }
        }
        let inner = self.type_parameters(node.type_params.as_deref(), place);
        let owner = self.owners.len();
        self.owners.push(Owner {
            place: inner,
            items: Vec::new(),
        });
        // CPython evaluates them in this order, and the return last.
        for annotation in annotations_of(node) {
            let evaluated = self.annotate(owner, inner, annotation, result.is_ok());
            result = result.and(evaluated);
        }
        let function = Rc::new(Function {
            path: node.name.to_string(),
            node,
            scope: inner.scope,
            module: place.module,
            owner,
        });
        self.defined.push(Rc::clone(&function));
        let value = if node.decorator_list.is_empty() {
            Value::Function(function)
        } else {
            Value::unknown(format!("It depends on the decorator of `{}`.", node.name))
        };
        self.scopes
            .bind(place.scope, node.name.as_str(), Some(value));
        result
    }

    pub(super) fn define_class(
        &mut self,
        node: &'a StmtClassDef,
        place: Place,
    ) -> Result<(), Raise> {
        for decorator in &node.decorator_list {
            self.evaluate(&decorator.expression, place)?;
        }
        let inner = self.type_parameters(node.type_params.as_deref(), place);
        let mut shape = Shape {
            is_type: true,
            closed: node.decorator_list.is_empty(),
            subscript: Subscript::Never,
        };
        if node.type_params.is_some() {
            shape.subscript = Subscript::Since(Series::python3(12));
        }
        if let Some(arguments) = &node.arguments {
            for base in &arguments.args {
                let base = self.evaluate(base, inner)?;
                shape.inherit(&base);
            }
            for keyword in &arguments.keywords {
                self.evaluate(&keyword.value, inner)?;
                shape = Shape::UNKNOWN;
            }
        }
        let bindings = Bindings::of(None, &node.body);
        if bindings.local.contains("__class_getitem__") {
            shape.subscript = Subscript::Unknown;
        }
        let path = match self.class_paths.get(&place.scope) {
            Some(around) => format!("{around}.{}", node.name),
            None => self.path(place.module, node.name.as_str()),
        };
        let scope = self
            .scopes
            .add(ScopeKind::Class, Some(inner.scope), bindings);
        self.class_paths.insert(scope, path.clone());
        let result = self.block(
            &node.body,
            Place {
                module: place.module,
                scope,
            },
        );
        let class = Value::Class(Rc::new(Class {
            path,
            name: node.name.to_string(),
            scope: Some(scope),
            subscript: shape.subscript,
            is_type: shape.is_type,
            closed: shape.closed,
        }));
        self.scopes
            .bind(place.scope, node.name.as_str(), Some(class));
        result.map(drop)
    }

    /// An assignment with an annotation: the value comes first.
    pub(super) fn annotated_assignment(
        &mut self,
        node: &'a StmtAnnAssign,
        place: Place,
    ) -> Result<(), Raise> {
        let kind = self.scopes.kind(place.scope);
        if let Some(value) = &node.value {
            let value = self.evaluate(value, place)?;
            self.evaluator(place, Names::Real)
                .bind_target(&node.target, &value)?;
        }
        let key = (place.module, node.annotation.range().start().to_usize());
        let is_name = node.simple && node.target.is_name_expr();
        if !is_name {
            let evaluated = kind != ScopeKind::Function && !self.defers()
                    // 3.8 and 3.9 evaluate these even where others are kept
                    // as strings.
                    && (!self.is_future(place.module) || self.series < Series::python3(10));
            if !evaluated {
                self.record(key, self.reached, Treatment::NeverEvaluated);
                return Ok(());
            }
            return self.evaluate_annotation(
                key,
                &node.annotation,
                place,
                true,
                Treatment::NotStored,
            );
        }
        if kind == ScopeKind::Function {
            self.record(key, self.reached, Treatment::NeverEvaluated);
            return Ok(());
        }
        let owner = match self.scope_owners.get(&place.scope) {
            Some(owner) => *owner,
            None => {
                self.owners.push(Owner {
                    place,
                    items: Vec::new(),
                });
                self.scope_owners.insert(place.scope, self.owners.len() - 1);
                self.owners.len() - 1
            }
        };
        self.annotate(owner, place, &node.annotation, true)
    }

    /// Does with an annotation what the series does when it is defined.
    fn annotate(
        &mut self,
        owner: usize,
        place: Place,
        annotation: &'a Expr,
        comes_this_far: bool,
    ) -> Result<(), Raise> {
        let key = (place.module, annotation.range().start().to_usize());
        if self.is_future(place.module) {
            let text = unparse(annotation, &|expr| self.source_of(place.module, expr)).text;
            let reached = self.reached && comes_this_far;
            self.record(key, reached, Treatment::KeptAsString(text));
            return Ok(());
        }
        if !self.defers() {
            return self.evaluate_annotation(
                key,
                annotation,
                place,
                comes_this_far,
                Treatment::AtDefinition,
            );
        }
        let reached = self.reached && comes_this_far;
        if let Some(owner) = self.owners.get_mut(owner) {
            owner.items.push(Item {
                key,
                expr: annotation,
                reached,
            });
        }
        Ok(())
    }

    fn evaluate_annotation(
        &mut self,
        key: Key,
        annotation: &'a Expr,
        place: Place,
        comes_this_far: bool,
        treatment: fn(crate::report::Evaluation) -> Treatment,
    ) -> Result<(), Raise> {
        let mut evaluator = self.evaluator(place, Names::Real);
        let result = evaluator.eval(annotation);
        let possible = evaluator.possible.take();
        if let Some(possible) = possible.clone() {
            let at = Some(key);
            self.may_stop(Raise { at, ..possible });
        }
        let finding = self.finding(result.clone(), possible);
        let reached = self.reached && comes_this_far;
        self.record(key, reached, treatment(finding));
        result.map(drop)
    }

    /// A scope for the type parameters of a definition, where it has any.
    fn type_parameters(&mut self, parameters: Option<&'a TypeParams>, place: Place) -> Place {
        let Some(parameters) = parameters else {
            return place;
        };
        let scope = self.scopes.add(
            ScopeKind::TypeParameters,
            Some(place.scope),
            Bindings::default(),
        );
        for parameter in parameters {
            let name = parameter.name().as_str();
            let value = Value::TypeVar(name.into());
            self.scopes.bind(scope, name, Some(value));
        }
        Place { scope, ..place }
    }
}

/// The annotations of a function, in the order in which CPython evaluates them.
fn annotations_of(node: &StmtFunctionDef) -> impl Iterator<Item = &Expr> {
    let parameters = &node.parameters;
    let positional = parameters.posonlyargs.iter().chain(&parameters.args);
    positional
        .map(|parameter| &parameter.parameter)
        .chain(parameters.vararg.as_deref())
        .chain(
            parameters
                .kwonlyargs
                .iter()
                .map(|parameter| &parameter.parameter),
        )
        .chain(parameters.kwarg.as_deref())
        .filter_map(|parameter| parameter.annotation())
        .chain(node.returns.as_deref())
}

/// What a class's bases say about it.
struct Shape {
    is_type: bool,
    closed: bool,
    subscript: Subscript,
}

impl Shape {
    const UNKNOWN: Self = Self {
        is_type: false,
        closed: false,
        subscript: Subscript::Unknown,
    };

    fn inherit(&mut self, base: &Value) {
        match base {
            Value::Class(class) => {
                self.is_type &= class.is_type;
                self.closed &= class.path == "object";
                if class.subscript != Subscript::Never {
                    self.subscript = class.subscript;
                }
            }
            Value::Form("Generic" | "Protocol") => self.closed = false,
            Value::Generic(generic) if generic.from_typing => {
                self.closed = false;
                self.subscript = Subscript::Since(Series::python3(8));
            }
            Value::Outside(path) if &**path == "typing.NamedTuple" => self.closed = false,
            _ => *self = Self::UNKNOWN,
        }
    }
}
