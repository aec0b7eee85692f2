//! Namespaces and how a name is found in them. The entry point is
//! [`Scopes::find`].
//!
//! Scopes live as long as the run, as closures do, and are named by their
//! place. Every change is logged, so that what only one way of a branch does
//! can be taken back.

use super::value::Value;
use crate::bindings::Bindings;
use std::{collections::BTreeMap, rc::Rc};

/// A scope by its place among the scopes of the run.
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

/// What a name stands for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Binding<'a> {
    pub value: Value<'a>,
    /// Whether the name is bound whichever way the run took.
    pub certain: bool,
}

/// What looking a name up comes to.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    Bound(Binding<'a>),
    /// A local name of the function that looks it up, not bound yet.
    UnboundLocal,
    /// A local name of a function around it, not bound yet.
    UnboundFree,
    /// Not found up to the module, whose builtins come next.
    NotHere {
        /// Whether a star import may have bound it.
        star: bool,
    },
}

#[derive(Debug)]
struct Change<'a> {
    scope: ScopeId,
    name: &'a str,
    before: Option<Binding<'a>>,
}

#[derive(Debug, Default)]
pub(crate) struct Scopes<'a> {
    scopes: Vec<Scope<'a>>,
    log: Vec<Change<'a>>,
}

/// What one way of a branch leaves behind: the names it changed.
pub(crate) type Outcome<'a> = BTreeMap<(ScopeId, &'a str), Option<Binding<'a>>>;

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

    /// Finds a name the way Python does from code in a scope: a class's names
    /// are seen by its own body and by the annotations in it, not by the
    /// bodies of its functions.
    pub(super) fn find(&self, from: ScopeId, name: &str) -> Found<'a> {
        let mut at = Some(from);
        let mut sees_class = true;
        let mut is_own = true;
        while let Some(scope) = at.and_then(|id| self.scopes.get(id)) {
            let bound = scope.names.get(name);
            match scope.kind {
                ScopeKind::Module => {
                    return match bound {
                        Some(binding) => Found::Bound(binding.clone()),
                        None => Found::NotHere { star: scope.star },
                    };
                }
                ScopeKind::Class if !sees_class => {}
                ScopeKind::Class | ScopeKind::TypeParameters => {
                    if let Some(binding) = bound {
                        return Found::Bound(binding.clone());
                    }
                }
                ScopeKind::Function => {
                    if scope.bindings.local.contains(name) {
                        return match bound {
                            Some(binding) => Found::Bound(binding.clone()),
                            None if is_own => Found::UnboundLocal,
                            None => Found::UnboundFree,
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
        Found::NotHere { star: false }
    }

    /// The name in a scope itself, such as an attribute of a class or module.
    pub(super) fn own(&self, scope: ScopeId, name: &str) -> Option<&Binding<'a>> {
        self.scopes.get(scope)?.names.get(name)
    }

    /// Every name bound in a scope.
    pub(super) fn all(&self, scope: ScopeId) -> Vec<(&'a str, Binding<'a>)> {
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

    /// Binds or unbinds a name in the scope that a statement of `scope` means.
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
        self.log.push(Change {
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

    /// The module scope around a scope.
    pub(super) fn module_of(&self, from: ScopeId) -> ScopeId {
        let mut at = from;
        while let Some(parent) = self.scopes.get(at).and_then(|scope| scope.parent) {
            at = parent;
        }
        at
    }

    /// A place in the log to come back to.
    pub(super) fn mark(&self) -> usize {
        self.log.len()
    }

    /// Takes back everything since a mark, and says what it was.
    pub(super) fn take_back(&mut self, mark: usize) -> Outcome<'a> {
        let mut outcome = Outcome::new();
        while self.log.len() > mark {
            let Some(Change {
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
            // The last change of a name is undone first, and is what counts.
            outcome.entry((scope, name)).or_insert(after);
        }
        outcome
    }

    /// Goes on after a branch of which one way was taken, nobody knows which.
    pub(super) fn merge(&mut self, ways: &[Outcome<'a>]) {
        let changed: Vec<(ScopeId, &'a str)> =
            ways.iter().flat_map(|way| way.keys()).copied().collect();
        for key in changed {
            let (scope, name) = key;
            let now = self.own(scope, name).cloned();
            let ends: Vec<Option<&Binding<'a>>> = ways
                .iter()
                .map(|way| match way.get(&key) {
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
            "What `{name}` is depends on which way the run takes."
        ))
    };
    Some(Binding { value, certain })
}
