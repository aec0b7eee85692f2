//! An abstract interpreter: it finds which names are bound when, the results of annotations,
//! and the exceptions that are not caught, for one series. The entry point is [`run`].
//!
//! No code is executed. If the source does not determine which branch is taken, all branches
//! are interpreted and their effects are merged.

mod call;
mod deferred;
mod define;
mod eval;
mod exception;
mod exec;
mod flow;
mod import;
mod library;
mod operators;
mod scope;
mod tables;
pub(super) mod text;
mod truth;
mod value;

use super::{
    bindings::Bindings,
    report::{Certainty, Evaluation, Treatment},
    source::Module,
};
use exception::Exception;
use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_text_size::Ranged;
use scope::{ScopeId, ScopeKind, Scopes};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use terms::Series;
use value::{Function, Value};

/// The key of an annotation or function: the index of its module and its offset there.
pub(super) type Key = (usize, usize);

/// The maximum number of statements and expressions of a run.
const STEP_LIMIT: u32 = 2_000_000;

/// The maximum nesting of imports and calls.
const CALL_LIMIT: usize = 12;

/// A module and its tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'a> {
    pub module: &'a Module<'a>,
    pub tree: &'a ModModule,
    /// Whether it imports `annotations` from `__future__`.
    pub future: bool,
}

/// The results of a run.
#[derive(Debug)]
pub(super) struct Findings {
    /// For each annotation, whether it is reached and what the series does with it.
    pub treatments: BTreeMap<Key, (bool, Treatment)>,
    /// The first exception that is not caught.
    pub stop: Option<Stop>,
    /// The reasons why the findings are not certain, as sentences.
    pub limits: BTreeSet<String>,
}

/// An exception that is not caught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    /// The index of the module.
    pub module: usize,
    /// The offset in the module.
    pub offset: usize,
    /// The last line of the traceback.
    pub error: String,
    pub certainty: Certainty,
}

/// The module and scope in which a statement runs.
#[derive(Debug, Clone, Copy)]
struct Frame {
    module: usize,
    scope: ScopeId,
}

#[derive(Debug)]
enum ModuleState {
    NotStarted,
    Running,
    Done,
    Failed(Exception),
}

/// The deferred annotations of one object.
#[derive(Debug)]
struct AnnotationSet<'a> {
    frame: Frame,
    annotations: Vec<DeferredAnnotation<'a>>,
}

/// A deferred annotation.
#[derive(Debug)]
struct DeferredAnnotation<'a> {
    key: Key,
    expr: &'a Expr,
    reached: bool,
}

/// The state of a run.
struct Interpreter<'a> {
    series: Series,
    units: &'a [Unit<'a>],
    /// The target of each annotation.
    targets: &'a BTreeMap<Key, String>,
    scopes: Scopes<'a>,
    module_scopes: Vec<ScopeId>,
    states: Vec<ModuleState>,
    annotation_sets: Vec<AnnotationSet<'a>>,
    /// The index in `annotation_sets` for the scope of a module or class.
    sets_by_scope: BTreeMap<ScopeId, usize>,
    /// The dotted path of the class with this scope.
    class_paths: BTreeMap<ScopeId, String>,
    /// The functions that have been defined. Those that are not called are run at the end.
    defined: Vec<Rc<Function<'a>>>,
    /// The functions whose bodies have been run.
    interpreted: BTreeSet<Key>,
    treatments: BTreeMap<Key, (bool, Treatment)>,
    /// Whether the current statement is reached.
    reached: bool,
    /// The number of `try` statements around the current statement.
    guarded: u32,
    /// Whether code that is not known, and so may raise an exception, has run since this was
    /// last set to `false`.
    unknown_code_ran: bool,
    /// Whether the current function or loop may have been left, so that the following
    /// statements may not run.
    may_have_left: bool,
    calls: usize,
    steps: u32,
    /// The exceptions whose handlers are running.
    handling: Vec<Exception>,
    possible_stop: Option<Exception>,
    limits: BTreeSet<String>,
}

/// Runs a source, beginning with its first module.
pub(super) fn run<'a>(
    units: &'a [Unit<'a>],
    targets: &'a BTreeMap<Key, String>,
    series: Series,
) -> Findings {
    let mut run = Interpreter {
        series,
        units,
        targets,
        scopes: Scopes::default(),
        module_scopes: Vec::new(),
        states: Vec::new(),
        annotation_sets: Vec::new(),
        sets_by_scope: BTreeMap::new(),
        class_paths: BTreeMap::new(),
        defined: Vec::new(),
        interpreted: BTreeSet::new(),
        treatments: BTreeMap::new(),
        reached: true,
        guarded: 0,
        unknown_code_ran: false,
        may_have_left: false,
        calls: 0,
        steps: STEP_LIMIT,
        handling: Vec::new(),
        possible_stop: None,
        limits: BTreeSet::new(),
    };
    for unit in units {
        let scope = run.scopes.add(ScopeKind::Module, None, Bindings::default());
        let name = Value::Str(unit.module.name.as_str().into());
        run.scopes.bind(scope, "__name__", Some(name));
        run.module_scopes.push(scope);
        run.states.push(ModuleState::NotStarted);
    }
    let stopped = if units.is_empty() {
        None
    } else {
        run.start_module(0).err()
    };
    run.run_unreached(stopped.is_none());
    run.evaluate_all_deferred();
    let raised = stopped.or_else(|| run.possible_stop.take());
    if run.steps == 0 {
        run.limits
            .insert("The code is too long to be analysed completely.".to_owned());
    }
    Findings {
        treatments: run.treatments,
        stop: raised.map(|raised| {
            let (module, offset) = raised.at.unwrap_or_default();
            Stop {
                module,
                offset,
                error: raised.line(),
                certainty: raised.certainty,
            }
        }),
        limits: run.limits,
    }
}

impl<'a> Interpreter<'a> {
    /// Runs the modules that are not imported and the functions that are not called, to find
    /// their annotations.
    fn run_unreached(&mut self, completed: bool) {
        // A placeholder, so that the exceptions of these modules and functions are ignored.
        self.possible_stop
            .get_or_insert_with(|| Exception::new("", ""));
        self.reached = false;
        for index in 0..self.units.len() {
            if matches!(self.states.get(index), Some(ModuleState::NotStarted)) {
                let _ = self.start_module(index);
            }
        }
        self.reached = completed;
        while let Some(function) = self.defined.pop() {
            if !self.interpreted.contains(&function.key()) {
                let _ = self.run_function(&function);
            }
        }
        if self
            .possible_stop
            .as_ref()
            .is_some_and(|raised| raised.class.is_empty())
        {
            self.possible_stop = None;
        }
    }

    /// The text of a node in a module.
    fn source_of(&self, module: usize, node: &impl Ranged) -> String {
        self.units.get(module).map_or_else(String::new, |unit| {
            unit.module.slice(node.range()).to_owned()
        })
    }

    /// Whether annotations are deferred, as since 3.14 (PEP 649).
    fn defers(&self) -> bool {
        self.series >= Series::python3(14)
    }

    fn is_future(&self, module: usize) -> bool {
        self.units.get(module).is_some_and(|unit| unit.future)
    }

    /// Records the treatment of an annotation. If it is evaluated several times, the first one
    /// is kept.
    fn record(&mut self, key: Key, reached: bool, treatment: Treatment) {
        self.treatments.entry(key).or_insert((reached, treatment));
    }

    fn evaluate(&mut self, expr: &'a Expr, frame: Frame) -> Result<Value<'a>, Exception> {
        let mut evaluator = self.evaluator(frame, eval::Names::Real);
        let result = evaluator.eval(expr);
        if let Some(mut possible) = evaluator.possible.take() {
            possible
                .at
                .get_or_insert((frame.module, expr.range().start().to_usize()));
            self.may_stop(possible);
        }
        result
    }

    fn evaluator(&mut self, frame: Frame, names: eval::Names) -> eval::Evaluator<'_, 'a> {
        eval::Evaluator {
            run: self,
            scope: frame.scope,
            module: frame.module,
            names,
            deferred: false,
            placeholders: 0,
            possible: None,
        }
    }

    /// Records an exception that may end the run, unless it may be caught.
    fn may_stop(&mut self, raised: Exception) {
        if self.reached && self.guarded == 0 && self.possible_stop.is_none() {
            self.possible_stop = Some(raised.possible());
        }
    }

    /// Runs a function or loop. If an exception is raised after a statement that may have left
    /// it, the exception is only possible; `default` is returned then.
    fn run_leavable<T>(
        &mut self,
        default: T,
        follow: impl FnOnce(&mut Self) -> Result<T, Exception>,
    ) -> Result<T, Exception> {
        let before = std::mem::replace(&mut self.may_have_left, false);
        let result = follow(self);
        let may_have_left = std::mem::replace(&mut self.may_have_left, before);
        match result {
            Err(raised) if may_have_left => {
                self.may_stop(raised);
                Ok(default)
            }
            result => result,
        }
    }

    /// The finding for the result of evaluating an annotation.
    fn finding(
        &self,
        result: Result<Value<'a>, Exception>,
        possible: Option<Exception>,
    ) -> Evaluation {
        let value = match (result, possible) {
            (Err(raised), _) | (Ok(_), Some(raised)) => return raised.evaluation(),
            (Ok(value), None) => value,
        };
        let repr = value.repr(self.series);
        match value.unknown_reason() {
            Some(reason) => Evaluation::Unknown(reason.to_owned()),
            None if value.prints_exactly() => Evaluation::Value(repr),
            None => Evaluation::Described(repr),
        }
    }
}

/// Whether a module imports `annotations` from `__future__`.
pub(super) fn imports_future_annotations(tree: &ModModule) -> bool {
    tree.body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_deref() == Some("__future__")
                && import
                    .names
                    .iter()
                    .any(|alias| &alias.name == "annotations")
        }
        _ => false,
    })
}
