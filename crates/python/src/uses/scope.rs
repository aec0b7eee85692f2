//! Scopes, and what their names are bound to at the current point of the program. The entry
//! point is [`Scopes`].

use super::value::Value;
use rustc_hash::{FxHashMap, FxHashSet};

/// All scopes of a module. They are kept to the end, because functions are followed after
/// everything around them.
#[derive(Debug, Default)]
pub(super) struct Scopes<'a> {
    all: Vec<Scope<'a>>,
    /// The innermost scope.
    pub(super) current: usize,
    /// What each branch around the current point has rebound, innermost last.
    branches: Vec<Vec<Rebound<'a>>>,
}

/// What a scope belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Comprehension,
}

#[derive(Debug)]
struct Scope<'a> {
    kind: ScopeKind,
    parent: Option<usize>,
    names: FxHashMap<&'a str, Value>,
    /// Names that are declared `global` or `nonlocal`.
    outer: FxHashSet<&'a str>,
    /// Whether `from … import *` may have bound any name.
    has_star: bool,
}

/// A name with the value that it had before.
#[derive(Debug)]
struct Rebound<'a> {
    scope: usize,
    name: &'a str,
    before: Option<Value>,
}

/// What a branch binds names to.
#[derive(Debug, Default)]
pub(super) struct Branch<'a>(FxHashMap<(usize, &'a str), Value>);

/// The result of looking up a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lookup {
    Bound(Value),
    /// The module does not bind it.
    Builtin,
}

impl<'a> Scopes<'a> {
    pub(super) fn new() -> Self {
        let mut scopes = Self::default();
        scopes.push(ScopeKind::Module, None);
        scopes
    }

    fn push(&mut self, kind: ScopeKind, parent: Option<usize>) {
        self.current = self.all.len();
        self.all.push(Scope {
            kind,
            parent,
            names: FxHashMap::default(),
            outer: FxHashSet::default(),
            has_star: false,
        });
    }

    /// Opens a scope inside another one and makes it the current one.
    pub(super) fn open(&mut self, kind: ScopeKind, parent: usize) {
        self.push(kind, Some(parent));
    }

    /// Makes the scope around the current one the current one.
    pub(super) fn close(&mut self) {
        if let Some(parent) = self.scope().parent {
            self.current = parent;
        }
    }

    fn scope(&self) -> &Scope<'a> {
        &self.all[self.current]
    }

    pub(super) fn kind(&self) -> ScopeKind {
        self.scope().kind
    }

    pub(super) fn import_star(&mut self) {
        let current = self.current;
        self.all[current].has_star = true;
    }

    pub(super) fn declare_outer(&mut self, name: &'a str) {
        let current = self.current;
        self.all[current].outer.insert(name);
    }

    /// What a name is bound to. Classes are transparent to the functions in them.
    pub(super) fn look_up(&self, name: &str) -> Lookup {
        let mut index = self.current;
        let mut has_star = false;
        loop {
            let scope = &self.all[index];
            has_star |= scope.has_star;
            let is_visible = scope.kind != ScopeKind::Class || index == self.current;
            if is_visible && let Some(value) = scope.names.get(name) {
                return Lookup::Bound(value.clone());
            }
            match scope.parent {
                Some(parent) => index = parent,
                None if has_star => return Lookup::Bound(Value::unknown()),
                None => return Lookup::Builtin,
            }
        }
    }

    /// Binds a name in the current scope, or in the one that it is declared for.
    pub(super) fn bind(&mut self, name: &'a str, value: Value) {
        let mut target = self.current;
        // An assignment expression in a comprehension binds in the function around it, but
        // the targets of the comprehension are bound in `bind_here`.
        while self.all[target].kind == ScopeKind::Comprehension {
            match self.all[target].parent {
                Some(parent) => target = parent,
                None => break,
            }
        }
        if self.all[target].outer.contains(name) {
            self.bind_outer(target, name, &value);
            return;
        }
        self.set(target, name, Some(value));
    }

    /// Binds a name in the current scope, even if it is that of a comprehension.
    pub(super) fn bind_here(&mut self, name: &'a str, value: Value) {
        self.set(self.current, name, Some(value));
    }

    /// A function binds a name of a scope around it. When it runs is not known, so the name
    /// keeps what it was bound to as well.
    fn bind_outer(&mut self, scope: usize, name: &'a str, value: &Value) {
        let mut target = self.all[scope].parent;
        while let Some(index) = target {
            let scope = &self.all[index];
            let has_it = scope.kind == ScopeKind::Function && scope.names.contains_key(name);
            if has_it || scope.parent.is_none() {
                let value = match scope.names.get(name) {
                    Some(before) => before.or(value),
                    None => value.clone(),
                };
                self.set(index, name, Some(value));
                return;
            }
            target = scope.parent;
        }
    }

    fn set(&mut self, scope: usize, name: &'a str, value: Option<Value>) {
        let names = &mut self.all[scope].names;
        let before = match value {
            Some(value) => names.insert(name, value),
            None => names.remove(name),
        };
        if let Some(branch) = self.branches.last_mut() {
            branch.push(Rebound {
                scope,
                name,
                before,
            });
        }
    }

    /// Begins a branch. What it binds is undone by [`Scopes::end_branch`].
    pub(super) fn begin_branch(&mut self) {
        self.branches.push(Vec::new());
    }

    /// Ends the innermost branch: returns what it bound, and undoes it.
    pub(super) fn end_branch(&mut self) -> Branch<'a> {
        let mut branch = Branch::default();
        for rebound in self.branches.pop().unwrap_or_default().into_iter().rev() {
            let names = &mut self.all[rebound.scope].names;
            let after = match rebound.before {
                Some(before) => names.insert(rebound.name, before),
                None => names.remove(rebound.name),
            };
            if let Some(after) = after {
                branch
                    .0
                    .entry((rebound.scope, rebound.name))
                    .or_insert(after);
            }
        }
        branch
    }

    /// Continues after branches of which one runs, or, with `may_skip`, none. A name that
    /// only some of them bind is what those bind it to, because it would not be used
    /// otherwise.
    pub(super) fn merge(&mut self, branches: &[Branch<'a>], may_skip: bool) {
        let mut merged = FxHashMap::<(usize, &'a str), Value>::default();
        for branch in branches {
            for (key, value) in &branch.0 {
                if merged.contains_key(key) {
                    continue;
                }
                let mut result = value.clone();
                let before = self.all[key.0].names.get(key.1);
                for other in branches {
                    match (other.0.get(key), before) {
                        (Some(value), _) | (None, Some(value)) => result = result.or(value),
                        (None, None) => {}
                    }
                }
                if may_skip && let Some(before) = before {
                    result = result.or(before);
                }
                merged.insert(*key, result);
            }
        }
        for ((scope, name), value) in merged {
            self.set(scope, name, Some(value));
        }
    }

    /// Binds what a branch binds that does not run, where nothing else binds it.
    pub(super) fn add_missing(&mut self, branch: Branch<'a>) {
        for ((scope, name), value) in branch.0 {
            if !self.all[scope].names.contains_key(name) {
                self.set(scope, name, Some(value));
            }
        }
    }

    /// The names of the current scope with their values.
    pub(super) fn names(&self) -> impl Iterator<Item = (&'a str, &Value)> {
        self.scope()
            .names
            .iter()
            .map(|(name, value)| (*name, value))
    }
}
