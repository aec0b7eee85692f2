//! Runs a text in thought, in one series: which names are bound when, what
//! each annotation gives, and what stops the run. The entry point is
//! [`run`].
//!
//! Nothing is executed. Where the way a run takes cannot be told from the
//! text, all ways are followed and what they leave behind is merged.

mod ask;
mod call;
mod define;
mod eval;
mod exec;
mod flow;
mod import;
mod library;
mod operators;
mod r#raise;
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
use r#raise::Raise;
use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_text_size::Ranged;
use scope::{ScopeId, ScopeKind, Scopes};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use terms::Series;
use value::{Function, Value};

/// An annotation by its module's place in the text and its first byte there.
pub(super) type Key = (usize, usize);

/// How many statements and expressions a run follows before it gives up.
const STEP_LIMIT: u32 = 2_000_000;

/// How many imports and calls may stand within each other.
const CALL_LIMIT: usize = 12;

/// A module and its tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'a> {
    pub module: &'a Module<'a>,
    pub tree: &'a ModModule,
    /// Whether it imports `annotations` from `__future__`.
    pub future: bool,
}

/// What a run came to.
#[derive(Debug)]
pub(super) struct Findings {
    /// Whether each annotation was reached, and what was done with it.
    pub treatments: BTreeMap<Key, (bool, Treatment)>,
    /// The first error that nothing catches, as its line, its place and how
    /// sure it is.
    pub stop: Option<Stop>,
    /// What keeps the findings from being certain.
    pub limits: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    pub module: usize,
    pub offset: usize,
    pub error: String,
    pub certainty: Certainty,
}

/// Where a statement stands while it runs.
#[derive(Debug, Clone, Copy)]
struct Place {
    module: usize,
    scope: ScopeId,
}

#[derive(Debug)]
enum ModuleState {
    NotStarted,
    Running,
    Done,
    Failed(Raise),
}

/// A set of annotations that one object has.
#[derive(Debug)]
struct Owner<'a> {
    place: Place,
    items: Vec<Item<'a>>,
}

#[derive(Debug)]
struct Item<'a> {
    key: Key,
    expr: &'a Expr,
    reached: bool,
}

/// A run under way.
struct Run<'a> {
    series: Series,
    units: &'a [Unit<'a>],
    /// What each annotation stands on.
    targets: &'a BTreeMap<Key, String>,
    scopes: Scopes<'a>,
    module_scopes: Vec<ScopeId>,
    states: Vec<ModuleState>,
    owners: Vec<Owner<'a>>,
    /// The owner of the annotations in a module's or class's scope.
    scope_owners: BTreeMap<ScopeId, usize>,
    /// The dotted path of the class whose namespace a scope is.
    class_paths: BTreeMap<ScopeId, String>,
    /// Functions that have been defined, to be looked into at the end.
    defined: Vec<Rc<Function<'a>>>,
    /// The functions whose bodies have been followed, by their place.
    followed: BTreeSet<Key>,
    treatments: BTreeMap<Key, (bool, Treatment)>,
    /// Whether the statement at hand is really reached.
    reached: bool,
    /// How many `try` statements are around the statement at hand.
    guarded: u32,
    /// Whether anything has run since this was last set to `false` that may
    /// raise what cannot be seen here.
    unseen: bool,
    /// Whether the function or loop at hand may have been left already, so
    /// that nothing more in it is certain.
    may_have_left: bool,
    calls: usize,
    steps: u32,
    /// The exceptions whose handlers are running.
    handling: Vec<Raise>,
    possible_stop: Option<Raise>,
    limits: BTreeSet<String>,
}

/// Runs a text from its first module on.
pub(super) fn run<'a>(
    units: &'a [Unit<'a>],
    targets: &'a BTreeMap<Key, String>,
    series: Series,
) -> Findings {
    let mut run = Run {
        series,
        units,
        targets,
        scopes: Scopes::default(),
        module_scopes: Vec::new(),
        states: Vec::new(),
        owners: Vec::new(),
        scope_owners: BTreeMap::new(),
        class_paths: BTreeMap::new(),
        defined: Vec::new(),
        followed: BTreeSet::new(),
        treatments: BTreeMap::new(),
        reached: true,
        guarded: 0,
        unseen: false,
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
    run.follow_the_rest(stopped.is_none());
    run.ask_all();
    let raised = stopped.or_else(|| run.possible_stop.take());
    if run.steps == 0 {
        run.limits
            .insert("The text is too long to be followed to its end.".to_owned());
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

impl<'a> Run<'a> {
    /// Follows what the run itself does not come to: modules that nothing
    /// imports, and the bodies of functions that nothing calls.
    fn follow_the_rest(&mut self, completed: bool) {
        self.possible_stop.get_or_insert_with(|| Raise::new("", ""));
        self.reached = false;
        for index in 0..self.units.len() {
            if matches!(self.states.get(index), Some(ModuleState::NotStarted)) {
                let _ = self.start_module(index);
            }
        }
        self.reached = completed;
        while let Some(function) = self.defined.pop() {
            if !self.followed.contains(&function.key()) {
                let _ = self.follow(&function);
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

    /// Whether annotations are evaluated when somebody asks: since 3.14.
    fn defers(&self) -> bool {
        self.series >= Series::python3(14)
    }

    fn is_future(&self, module: usize) -> bool {
        self.units.get(module).is_some_and(|unit| unit.future)
    }

    /// Keeps what is done with an annotation; the first time counts.
    fn record(&mut self, key: Key, reached: bool, treatment: Treatment) {
        self.treatments.entry(key).or_insert((reached, treatment));
    }

    fn evaluate(&mut self, expr: &'a Expr, place: Place) -> Result<Value<'a>, Raise> {
        let mut evaluator = self.evaluator(place, eval::Names::Real);
        let result = evaluator.eval(expr);
        if let Some(mut possible) = evaluator.possible.take() {
            possible
                .at
                .get_or_insert((place.module, expr.range().start().to_usize()));
            self.may_stop(possible);
        }
        result
    }

    fn evaluator(&mut self, place: Place, names: eval::Names) -> eval::Evaluator<'_, 'a> {
        eval::Evaluator {
            run: self,
            scope: place.scope,
            module: place.module,
            names,
            deferred: false,
            made_up: 0,
            possible: None,
        }
    }

    /// Remembers what may stop the run, where nothing may catch it.
    fn may_stop(&mut self, raised: Raise) {
        if self.reached && self.guarded == 0 && self.possible_stop.is_none() {
            self.possible_stop = Some(raised.possible());
        }
    }

    /// Follows something that may be left before its end: an error after that
    /// is only possible.
    fn leavable<T>(
        &mut self,
        default: T,
        follow: impl FnOnce(&mut Self) -> Result<T, Raise>,
    ) -> Result<T, Raise> {
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

    /// The evaluation of an annotation, as a finding.
    fn finding(&self, result: Result<Value<'a>, Raise>, possible: Option<Raise>) -> Evaluation {
        let value = match (result, possible) {
            (Err(raised), _) | (Ok(_), Some(raised)) => return raised.evaluation(),
            (Ok(value), None) => value,
        };
        let repr = value.repr(self.series);
        match value.unknown_reason() {
            Some(reason) => Evaluation::Unknown(reason.to_owned()),
            None if value.prints_exactly() => Evaluation::Gives(repr),
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
