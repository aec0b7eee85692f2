//! Namespaces and the lookup of names. The entry point is [`Scopes::find`].
//!
//! Scopes are kept until the end of the run, because closures may use them, and are
//! identified by their index. All changes are logged, so that those of a branch can be rolled
//! back.

use super::value::Value;
use crate::bindings::Bindings;
use std::{collections::BTreeMap, rc::Rc};

/// The index of a scope.
pub(crate) type ScopeId = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    Module,
    Class,
    Function,
    /// The type parameters of a generic class or function.
    TypeParameters,
}

#[derive(Debug)]
struct Scope<'a> {
    kind: ScopeKind,
    parent: Option<ScopeId>,
    names: BTreeMap<&'a str, Binding<'a>>,
    bindings: Rc<Bindings<'a>>,
    /// Whether a star import may have bound any name.
    star: bool,
}

/// The value of a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Binding<'a> {
    pub value: Value<'a>,
    /// Whether the name is bound no matter which branches ran.
    pub certain: bool,
}

/// The result of looking up a name.
#[derive(Debug)]
pub(crate) enum Lookup<'a> {
    Bound(Binding<'a>),
    /// A local name of the current function that is not bound yet.
    UnboundLocal,
    /// A local name of an enclosing function that is not bound yet.
    UnboundFree,
    /// Not bound in any scope. It may be a builtin.
    NotFound {
        /// Whether a star import may have bound it.
        star: bool,
    },
}

/// An entry of the log.
#[derive(Debug)]
struct LogEntry<'a> {
    scope: ScopeId,
    name: &'a str,
    before: Option<Binding<'a>>,
}

#[derive(Debug, Default)]
pub(crate) struct Scopes<'a> {
    scopes: Vec<Scope<'a>>,
    log: Vec<LogEntry<'a>>,
}

/// The changes of a branch: the names that it has bound or unbound.
pub(crate) type Changes<'a> = BTreeMap<(ScopeId, &'a str), Option<Binding<'a>>>;

impl<'a> Scopes<'a> {
    pub(super) fn add(
        &mut self,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        bindings: Bindings<'a>,
    ) -> ScopeId {
        self.scopes.push(Scope {
            kind,
            parent,
            names: BTreeMap::new(),
            bindings: Rc::new(bindings),
            star: false,
        });
        self.scopes.len() - 1
    }

    pub(super) fn kind(&self, scope: ScopeId) -> ScopeKind {
        self.scopes
            .get(scope)
            .map_or(ScopeKind::Module, |scope| scope.kind)
    }

    pub(super) fn set_star(&mut self, scope: ScopeId) {
        if let Some(scope) = self.scopes.get_mut(scope) {
            scope.star = true;
        }
    }

    /// Looks up a name as Python does for code in a scope. The names of a class are visible
    /// in its body and in the annotations there, but not in the bodies of its functions.
    pub(super) fn find(&self, from: ScopeId, name: &str) -> Lookup<'a> {
        let mut at = Some(from);
        let mut sees_class = true;
        let mut is_own = true;
        while let Some(scope) = at.and_then(|id| self.scopes.get(id)) {
            let bound = scope.names.get(name);
            match scope.kind {
                ScopeKind::Module => {
                    return match bound {
                        Some(binding) => Lookup::Bound(binding.clone()),
                        None => Lookup::NotFound { star: scope.star },
                    };
                }
                ScopeKind::Class if !sees_class => {}
                ScopeKind::Class | ScopeKind::TypeParameters => {
                    if let Some(binding) = bound {
                        return Lookup::Bound(binding.clone());
                    }
                }
                ScopeKind::Function => {
                    if scope.bindings.local.contains(name) {
                        return match bound {
                            Some(binding) => Lookup::Bound(binding.clone()),
                            None if is_own => Lookup::UnboundLocal,
                            None => Lookup::UnboundFree,
                        };
                    }
                }
            }
            if scope.bindings.global.contains_key(name) {
                at = Some(self.module_of(from));
                continue;
            }
            if scope.kind != ScopeKind::TypeParameters {
                sees_class = false;
                is_own = false;
            }
            at = scope.parent;
        }
        Lookup::NotFound { star: false }
    }

    /// The binding of a name in a scope itself, such as an attribute of a class or module.
    pub(super) fn get(&self, scope: ScopeId, name: &str) -> Option<&Binding<'a>> {
        self.scopes.get(scope)?.names.get(name)
    }

    /// All names that are bound in a scope.
    pub(super) fn names_in(&self, scope: ScopeId) -> Vec<(&'a str, Binding<'a>)> {
        self.scopes.get(scope).map_or_else(Vec::new, |scope| {
            let pairs = scope.names.iter();
            pairs
                .map(|(name, binding)| (*name, binding.clone()))
                .collect()
        })
    }

    pub(super) fn has_star(&self, scope: ScopeId) -> bool {
        self.scopes.get(scope).is_some_and(|scope| scope.star)
    }

    /// Binds or unbinds a name for a statement in `scope`. Declarations with `global` and
    /// `nonlocal` are respected.
    pub(super) fn bind(&mut self, scope: ScopeId, name: &'a str, value: Option<Value<'a>>) {
        let target = self.target(scope, name);
        let binding = value.map(|value| Binding {
            value,
            certain: true,
        });
        self.set(target, name, binding);
    }

    fn set(&mut self, scope: ScopeId, name: &'a str, binding: Option<Binding<'a>>) {
        let Some(names) = self.scopes.get_mut(scope).map(|scope| &mut scope.names) else {
            return;
        };
        let before = match binding {
            Some(binding) => names.insert(name, binding),
            None => names.remove(name),
        };
        self.log.push(LogEntry {
            scope,
            name,
            before,
        });
    }

    fn target(&self, from: ScopeId, name: &str) -> ScopeId {
        let Some(scope) = self.scopes.get(from) else {
            return from;
        };
        if scope.bindings.global.contains_key(name) {
            return self.module_of(from);
        }
        if scope.bindings.nonlocal.contains(name) {
            let mut at = scope.parent;
            while let Some((id, scope)) = at.and_then(|id| Some((id, self.scopes.get(id)?))) {
                if scope.kind == ScopeKind::Function && scope.bindings.local.contains(name) {
                    return id;
                }
                at = scope.parent;
            }
        }
        from
    }

    /// The scope of the module that contains a scope.
    pub(super) fn module_of(&self, from: ScopeId) -> ScopeId {
        let mut at = from;
        while let Some(parent) = self.scopes.get(at).and_then(|scope| scope.parent) {
            at = parent;
        }
        at
    }

    /// The current position in the log, for [`Self::roll_back`].
    pub(super) fn checkpoint(&self) -> usize {
        self.log.len()
    }

    /// Rolls back all changes since a position in the log and returns them.
    pub(super) fn roll_back(&mut self, checkpoint: usize) -> Changes<'a> {
        let mut changes = Changes::new();
        while self.log.len() > checkpoint {
            let Some(LogEntry {
                scope,
                name,
                before,
            }) = self.log.pop()
            else {
                break;
            };
            let Some(names) = self.scopes.get_mut(scope).map(|scope| &mut scope.names) else {
                continue;
            };
            let after = match before {
                Some(before) => names.insert(name, before),
                None => names.remove(name),
            };
            // The last change of a name is the first one to be rolled back.
            changes.entry((scope, name)).or_insert(after);
        }
        changes
    }

    /// Merges the changes of branches, of which exactly one is taken.
    pub(super) fn merge(&mut self, branches: &[Changes<'a>]) {
        let changed: Vec<(ScopeId, &'a str)> = branches
            .iter()
            .flat_map(|branch| branch.keys())
            .copied()
            .collect();
        for key in changed {
            let (scope, name) = key;
            let now = self.get(scope, name).cloned();
            let ends: Vec<Option<&Binding<'a>>> = branches
                .iter()
                .map(|branch| match branch.get(&key) {
                    Some(after) => after.as_ref(),
                    None => now.as_ref(),
                })
                .collect();
            let merged = merge_bindings(name, &ends);
            if merged != now {
                self.set(scope, name, merged);
            }
        }
    }
}

fn merge_bindings<'a>(name: &str, ends: &[Option<&Binding<'a>>]) -> Option<Binding<'a>> {
    let mut bound = ends.iter().copied().flatten();
    let first = bound.next()?.clone();
    let certain = ends
        .iter()
        .all(|end| end.is_some_and(|binding| binding.certain));
    let value = if bound.all(|binding| binding.value == first.value) {
        first.value
    } else {
        Value::unknown(format!(
            "The value of `{name}` depends on which branch runs."
        ))
    };
    Some(Binding { value, certain })
}
