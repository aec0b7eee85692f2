//! Follows a program and records what it uses. The entry point is [`find`].

use super::condition::is_name;
use super::flow::{Caught, Condition, Flow};
use super::path::{PathId, Step};
use super::scope::{ScopeKind, Scopes};
use super::value::{Value, What};
use super::{Use, UseKind, Uses, bytes};
use ruff_python_ast::{Expr, ModModule, Parameters, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::collections::VecDeque;

/// What a module uses.
pub(super) fn find<'a>(text: &'a str, module: &'a ModModule) -> Uses {
    let mut names = Names {
        text,
        uses: Uses::default(),
        scopes: Scopes::new(),
        flow: Flow::new(),
        conditions: Vec::new(),
        classes: Vec::new(),
        functions: Vec::new(),
        deferred: VecDeque::new(),
        function: Frame::default(),
        followed: 0,
        has_future_annotations: false,
        in_annotation: false,
        is_quiet: false,
        assigned: FxHashSet::default(),
    };
    names.body(&module.body);
    while let Some(deferred) = names.deferred.pop_front() {
        names.run_deferred(deferred);
    }
    names.uses
}

/// The state of following a program.
pub(super) struct Names<'a> {
    pub text: &'a str,
    pub uses: Uses,
    pub scopes: Scopes<'a>,
    pub flow: Flow,
    pub conditions: Vec<Condition>,
    pub classes: Vec<Class<'a>>,
    pub functions: Vec<Function>,
    /// Functions whose bodies are followed after everything around them.
    pub deferred: VecDeque<Deferred<'a>>,
    pub function: Frame<'a>,
    /// The number of functions that were followed.
    pub followed: u32,
    /// Whether annotations are not evaluated because of `from __future__ import annotations`.
    pub has_future_annotations: bool,
    pub in_annotation: bool,
    /// Whether uses are not recorded.
    pub is_quiet: bool,
    /// The attributes of what others have that the program assigns, under whatever
    /// condition.
    pub assigned: FxHashSet<PathId>,
}

/// The function that is followed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame<'a> {
    /// Counted from 1; 0 is the module.
    pub number: u32,
    pub body: Option<&'a [Stmt]>,
    pub is_async: bool,
    /// The class that it is a method of, or whose body is followed.
    pub class: Option<usize>,
}

/// A class of the source.
#[derive(Debug, Default)]
pub(super) struct Class<'a> {
    pub bases: Vec<Value>,
    pub names: FxHashMap<&'a str, Value>,
    /// Whether it may have any attribute.
    pub is_open: bool,
    /// Whether its instances have no hash.
    pub is_unhashable: bool,
    pub is_dataclass: bool,
    pub has_indented_docstring: bool,
}

/// A function of the source.
#[derive(Debug)]
pub(super) struct Function {
    /// What calling it gives.
    pub returns: Value,
    pub has_indented_docstring: bool,
}

/// A function whose body is still to be followed.
pub(super) struct Deferred<'a> {
    pub node: &'a StmtFunctionDef,
    /// The scope around it.
    pub scope: usize,
    pub flow: Flow,
    pub class: Option<usize>,
    /// Whether it is defined in the body of that class.
    pub is_method: bool,
}

impl<'a> Names<'a> {
    fn run_deferred(&mut self, deferred: Deferred<'a>) {
        let node = deferred.node;
        self.flow = deferred.flow;
        self.scopes.open(ScopeKind::Function, deferred.scope);
        self.followed += 1;
        self.function = Frame {
            number: self.followed,
            body: Some(&node.body),
            is_async: node.is_async,
            class: deferred.class,
        };
        self.bind_parameters(&node.parameters);
        let first = node.parameters.iter_non_variadic_params().next();
        let is_decorated = |name: &str| {
            let mut decorators = node.decorator_list.iter();
            decorators.any(|decorator| is_name(&decorator.expression, name))
        };
        if let (Some(class), Some(first), true) = (deferred.class, first, deferred.is_method)
            && !is_decorated("staticmethod")
        {
            let what = if is_decorated("classmethod") || node.name.as_str() == "__new__" {
                What::Class(class)
            } else {
                What::Instance(class)
            };
            let name = first.parameter.name.as_str();
            self.scopes.bind_here(name, Value::of(what));
        }
        self.body(&node.body);
        self.scopes.close();
    }

    pub(super) fn bind_parameters(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            let annotation = parameter.parameter.annotation.as_deref();
            let value =
                annotation.map_or_else(Value::unknown, |annotation| self.instance(annotation));
            self.scopes
                .bind_here(parameter.parameter.name.as_str(), value);
        }
        let variadic = [
            (parameters.vararg.as_deref(), "tuple"),
            (parameters.kwarg.as_deref(), "dict"),
        ];
        for (parameter, builtin) in variadic {
            if let Some(parameter) = parameter {
                let value = self.literal(builtin);
                self.scopes.bind_here(parameter.name.as_str(), value);
            }
        }
    }

    /// An instance of a built-in type.
    pub(super) fn literal(&mut self, builtin: &str) -> Value {
        let class = self.uses.paths.builtin(builtin);
        Value::path(self.uses.paths.intern(Step::Call(class)))
    }

    /// The value of an expression, without recording what it uses.
    pub(super) fn peek(&mut self, expr: &'a Expr) -> Value {
        let before = std::mem::replace(&mut self.is_quiet, true);
        let value = self.value(expr);
        self.is_quiet = before;
        value
    }

    /// Whether the handlers around the current point catch what happens where something
    /// that is used so is missing.
    fn is_caught(&self, kind: &UseKind) -> bool {
        let Caught {
            import,
            attribute,
            name,
            call,
            value,
        } = self.flow.caught;
        match kind {
            UseKind::Import | UseKind::FromImport => import,
            UseKind::Name => name,
            UseKind::Attribute => attribute,
            UseKind::Call(_) => call || value,
            UseKind::Subscript | UseKind::Union { .. } | UseKind::Merge => call,
            _ => false,
        }
    }

    /// Records the use of a value.
    pub(super) fn record(&mut self, kind: UseKind, value: &Value, at: impl Ranged) {
        if self.is_quiet || self.flow.versions.is_empty() {
            return;
        }
        let mut targets = SmallVec::<[PathId; 1]>::new();
        let mut guards = SmallVec::<[Option<PathId>; 1]>::new();
        let mut is_uncertain = false;
        for one in &value.0 {
            match one.what {
                What::Path(path) => {
                    targets.push(path);
                    guards.push(one.guard);
                }
                What::None => {}
                _ => is_uncertain = true,
            }
        }
        // An import that may fail, and something else in its place.
        if targets.is_empty() || is_uncertain && guards.iter().any(Option::is_some) {
            return;
        }
        let mut guard = guards.first().copied().flatten();
        if guards.iter().any(|other| *other != guard) {
            guard = None;
        }
        if guard.is_none()
            && let [target] = *targets
        {
            guard = self.assigned(target);
        }
        self.push(kind, targets, guard, is_uncertain, at);
    }

    /// The path before `target`, or itself, that the program assigns.
    fn assigned(&self, target: PathId) -> Option<PathId> {
        if self.assigned.is_empty() {
            return None;
        }
        let mut ancestors = self.uses.paths.ancestors(target);
        ancestors.find(|path| self.assigned.contains(path))
    }

    pub(super) fn push(
        &mut self,
        kind: UseKind,
        targets: SmallVec<[PathId; 1]>,
        guard: Option<PathId>,
        is_uncertain: bool,
        at: impl Ranged,
    ) {
        let is_caught = self.is_caught(&kind);
        if is_caught && let Some(innermost) = self.flow.tries.last() {
            self.uses.tries[*innermost].push(self.uses.uses.len());
        }
        let mut present = SmallVec::<[PathId; 1]>::new();
        for path in self.flow.present.iter().copied().chain(guard) {
            if !present.contains(&path) {
                present.push(path);
            }
        }
        self.uses.uses.push(Use {
            kind,
            targets,
            range: bytes(at),
            versions: self.flow.versions,
            present,
            absent: self.flow.absent.iter().copied().collect(),
            is_caught,
            fallback: self.flow.fallback,
            is_uncertain,
            function: self.function.number,
        });
    }
}
