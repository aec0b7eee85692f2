//! Runs definitions of functions and classes, and annotated assignments. The entry points
//! are [`Interpreter::define_function`], [`Interpreter::define_class`] and [`Interpreter::annotated_assignment`].

use super::{
    AnnotationSet, DeferredAnnotation, Frame, Interpreter, Key,
    eval::Names,
    exception::Exception,
    scope::ScopeKind,
    text::unparse,
    value::{Class, Function, Subscript, Value},
};
use crate::{bindings::Bindings, report::Treatment};
use ruff_python_ast::{Expr, StmtAnnAssign, StmtClassDef, StmtFunctionDef, TypeParams};
use ruff_text_size::Ranged;
use std::rc::Rc;
use terms::Series;

impl<'a> Interpreter<'a> {
    pub(super) fn define_function(
        &mut self,
        node: &'a StmtFunctionDef,
        frame: Frame,
    ) -> Result<(), Exception> {
        let mut result = Ok(());
        for decorator in &node.decorator_list {
            let evaluated = self.evaluate(&decorator.expression, frame).map(drop);
            result = result.and(evaluated);
        }
        for parameter in node.parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                result = result.and(self.evaluate(default, frame).map(drop));
            }
        }
        let inner = self.type_parameters(node.type_params.as_deref(), frame);
        let set = self.annotation_sets.len();
        self.annotation_sets.push(AnnotationSet {
            frame: inner,
            annotations: Vec::new(),
        });
        for annotation in annotations_of(node) {
            let evaluated = self.annotate(set, inner, annotation, result.is_ok());
            result = result.and(evaluated);
        }
        let function = Rc::new(Function {
            path: node.name.to_string(),
            node,
            scope: inner.scope,
            module: frame.module,
            set,
        });
        self.defined.push(Rc::clone(&function));
        let value = if node.decorator_list.is_empty() {
            Value::Function(function)
        } else {
            Value::unknown(format!("It depends on the decorator of `{}`.", node.name))
        };
        self.scopes
            .bind(frame.scope, node.name.as_str(), Some(value));
        result
    }

    pub(super) fn define_class(
        &mut self,
        node: &'a StmtClassDef,
        frame: Frame,
    ) -> Result<(), Exception> {
        for decorator in &node.decorator_list {
            self.evaluate(&decorator.expression, frame)?;
        }
        let inner = self.type_parameters(node.type_params.as_deref(), frame);
        let mut traits = ClassTraits {
            is_type: true,
            closed: node.decorator_list.is_empty(),
            subscript: Subscript::Never,
        };
        if node.type_params.is_some() {
            traits.subscript = Subscript::Since(Series::python3(12));
        }
        if let Some(arguments) = &node.arguments {
            for base in &arguments.args {
                let base = self.evaluate(base, inner)?;
                traits.inherit(&base);
            }
            for keyword in &arguments.keywords {
                self.evaluate(&keyword.value, inner)?;
                traits = ClassTraits::UNKNOWN;
            }
        }
        let bindings = Bindings::collect(None, &node.body);
        if bindings.local.contains("__class_getitem__") {
            traits.subscript = Subscript::Unknown;
        }
        let path = match self.class_paths.get(&frame.scope) {
            Some(around) => format!("{around}.{}", node.name),
            None => self.path(frame.module, node.name.as_str()),
        };
        let scope = self
            .scopes
            .add(ScopeKind::Class, Some(inner.scope), bindings);
        self.class_paths.insert(scope, path.clone());
        let result = self.block(
            &node.body,
            Frame {
                module: frame.module,
                scope,
            },
        );
        let class = Value::Class(Rc::new(Class {
            path,
            name: node.name.to_string(),
            scope: Some(scope),
            subscript: traits.subscript,
            is_type: traits.is_type,
            closed: traits.closed,
        }));
        self.scopes
            .bind(frame.scope, node.name.as_str(), Some(class));
        result.map(drop)
    }

    /// Runs an annotated assignment. The value is evaluated before the annotation.
    pub(super) fn annotated_assignment(
        &mut self,
        node: &'a StmtAnnAssign,
        frame: Frame,
    ) -> Result<(), Exception> {
        let kind = self.scopes.kind(frame.scope);
        if let Some(value) = &node.value {
            let value = self.evaluate(value, frame)?;
            self.evaluator(frame, Names::Real)
                .bind_target(&node.target, &value)?;
        }
        let key = (frame.module, node.annotation.range().start().to_usize());
        let is_name = node.simple && node.target.is_name_expr();
        if !is_name {
            let evaluated = kind != ScopeKind::Function && !self.defers()
                    // 3.8 and 3.9 evaluate these even with
                    // `from __future__ import annotations`.
                    && (!self.is_future(frame.module) || self.series < Series::python3(10));
            if !evaluated {
                self.record(key, self.reached, Treatment::NeverEvaluated);
                return Ok(());
            }
            return self.evaluate_annotation(
                key,
                &node.annotation,
                frame,
                true,
                Treatment::NotStored,
            );
        }
        if kind == ScopeKind::Function {
            self.record(key, self.reached, Treatment::NeverEvaluated);
            return Ok(());
        }
        let set = match self.sets_by_scope.get(&frame.scope) {
            Some(set) => *set,
            None => {
                self.annotation_sets.push(AnnotationSet {
                    frame,
                    annotations: Vec::new(),
                });
                self.sets_by_scope
                    .insert(frame.scope, self.annotation_sets.len() - 1);
                self.annotation_sets.len() - 1
            }
        };
        self.annotate(set, frame, &node.annotation, true)
    }

    /// Handles an annotation when its definition runs: depending on the series, it is
    /// evaluated, stored as text or deferred. `is_reached` is false if an earlier part of
    /// the definition has raised an exception.
    fn annotate(
        &mut self,
        set: usize,
        frame: Frame,
        annotation: &'a Expr,
        is_reached: bool,
    ) -> Result<(), Exception> {
        let key = (frame.module, annotation.range().start().to_usize());
        if self.is_future(frame.module) {
            let text = unparse(annotation, &|expr| self.source_of(frame.module, expr)).text;
            let reached = self.reached && is_reached;
            self.record(key, reached, Treatment::KeptAsString(text));
            return Ok(());
        }
        if !self.defers() {
            return self.evaluate_annotation(
                key,
                annotation,
                frame,
                is_reached,
                Treatment::AtDefinition,
            );
        }
        let reached = self.reached && is_reached;
        if let Some(set) = self.annotation_sets.get_mut(set) {
            set.annotations.push(DeferredAnnotation {
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
        frame: Frame,
        is_reached: bool,
        treatment: fn(crate::report::Evaluation) -> Treatment,
    ) -> Result<(), Exception> {
        let mut evaluator = self.evaluator(frame, Names::Real);
        let result = evaluator.eval(annotation);
        let possible = evaluator.possible.take();
        if let Some(possible) = possible.clone() {
            let at = Some(key);
            self.may_stop(Exception { at, ..possible });
        }
        let finding = self.finding(result.clone(), possible);
        let reached = self.reached && is_reached;
        self.record(key, reached, treatment(finding));
        result.map(drop)
    }

    /// Adds a scope for the type parameters of a definition, if it has any.
    fn type_parameters(&mut self, parameters: Option<&'a TypeParams>, frame: Frame) -> Frame {
        let Some(parameters) = parameters else {
            return frame;
        };
        let scope = self.scopes.add(
            ScopeKind::TypeParameters,
            Some(frame.scope),
            Bindings::default(),
        );
        for parameter in parameters {
            let name = parameter.name().as_str();
            let value = Value::TypeVar(name.into());
            self.scopes.bind(scope, name, Some(value));
        }
        Frame { scope, ..frame }
    }
}

/// The annotations of a function, in the order in which CPython evaluates them: the return
/// annotation is the last one.
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

/// The properties of a class that depend on its bases.
struct ClassTraits {
    is_type: bool,
    closed: bool,
    subscript: Subscript,
}

impl ClassTraits {
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
            Value::External(path) if &**path == "typing.NamedTuple" => self.closed = false,
            _ => *self = Self::UNKNOWN,
        }
    }
}
