//! What the value of an expression can be, as far as the source tells. The entry point is
//! [`Value`].

use super::path::PathId;
use smallvec::SmallVec;

/// The maximum number of alternatives; a value with more is unknown.
const LIMIT: usize = 4;

/// The alternatives for a value; none means that it is not known at all.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Value(pub(super) SmallVec<[Alternative; 1]>);

/// One of the things that a value can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alternative {
    pub what: What,
    /// The path whose absence would have been noticed before: the module of an import in a
    /// `try` statement, or what `hasattr` was asked for.
    pub guard: Option<PathId>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// Anything.
    Unknown,
    /// `None`.
    None,
    /// What a path leads to.
    Path(PathId),
    /// A class of the source, as an index.
    Class(usize),
    /// An instance of a class of the source.
    Instance(usize),
    /// The bases of a class, as `super()` gives them.
    Super(usize),
    /// A function of the source, as an index.
    Function(usize),
    /// A condition on the version, as an index.
    Condition(usize),
}

impl Value {
    pub(super) fn unknown() -> Self {
        Self::default()
    }

    pub(super) fn of(what: What) -> Self {
        Self::guarded(what, None)
    }

    pub(super) fn path(path: PathId) -> Self {
        Self::of(What::Path(path))
    }

    pub(super) fn guarded(what: What, guard: Option<PathId>) -> Self {
        Self(SmallVec::from_buf([Alternative { what, guard }]))
    }

    /// Whether nothing is known about it.
    pub(super) fn is_unknown(&self) -> bool {
        self.0.iter().all(|one| one.what == What::Unknown)
    }

    /// The only alternative, if there is just one.
    pub(super) fn only(&self) -> Option<What> {
        match self.0.as_slice() {
            [one] => Some(one.what),
            _ => None,
        }
    }

    /// Either of two values.
    pub(super) fn or(&self, other: &Self) -> Self {
        let unknown = Alternative {
            what: What::Unknown,
            guard: None,
        };
        let mut all = self.0.clone();
        if all.is_empty() {
            all.push(unknown);
        }
        let others = if other.0.is_empty() {
            &[unknown][..]
        } else {
            &other.0
        };
        for one in others {
            if !all.contains(one) {
                all.push(*one);
            }
        }
        if all.len() > LIMIT {
            return Self::unknown();
        }
        Self(all)
    }
}
