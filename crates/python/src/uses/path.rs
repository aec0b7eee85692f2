//! Paths: how a program comes by a value, as a chain of steps from a module or a built-in
//! name. The entry point is [`Paths`].

use rustc_hash::FxHashMap;

/// A path in [`Paths`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathId(u32);

/// The last step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// A module by its dotted name, the beginning of a path.
    Module(Box<str>),
    /// A built-in name, or the type of a literal, the beginning of a path.
    Builtin(Box<str>),
    /// An attribute.
    Attribute(PathId, Box<str>),
    /// The result of a call: for a class, an instance of it.
    Call(PathId),
    /// The result of a subscript with an index.
    Item(PathId),
    /// What iterating gives.
    Element(PathId),
    /// What `with … as` gives.
    Entered(PathId),
    /// The result of `/` with this on the left.
    Quotient(PathId),
}

impl Step {
    /// The path before the step; `None` at the beginning of a path.
    pub fn parent(&self) -> Option<PathId> {
        match self {
            Self::Module(_) | Self::Builtin(_) => None,
            Self::Attribute(parent, _)
            | Self::Call(parent)
            | Self::Item(parent)
            | Self::Element(parent)
            | Self::Entered(parent)
            | Self::Quotient(parent) => Some(*parent),
        }
    }
}

/// All paths of a program. Equal paths have the same [`PathId`].
#[derive(Debug, Clone, Default)]
pub struct Paths {
    steps: Vec<Step>,
    ids: FxHashMap<Step, PathId>,
}

impl Paths {
    /// The last step of a path.
    pub fn step(&self, path: PathId) -> &Step {
        &self.steps[path.0 as usize]
    }

    /// The number of paths. Ids count from 0.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The place of a path in a table of [`Paths::len`] entries.
    pub fn index(path: PathId) -> usize {
        path.0 as usize
    }

    /// A path and all paths before it, from the end.
    pub fn ancestors(&self, path: PathId) -> impl Iterator<Item = PathId> {
        std::iter::successors(Some(path), |path| self.step(*path).parent())
    }

    pub(super) fn intern(&mut self, step: Step) -> PathId {
        if let Some(id) = self.ids.get(&step) {
            return *id;
        }
        // A source of a MiB has fewer paths than a `u32` can count.
        let id = PathId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        self.steps.push(step.clone());
        self.ids.insert(step, id);
        id
    }

    pub(super) fn module(&mut self, name: &str) -> PathId {
        self.intern(Step::Module(name.into()))
    }

    pub(super) fn builtin(&mut self, name: &str) -> PathId {
        self.intern(Step::Builtin(name.into()))
    }

    pub(super) fn attribute(&mut self, path: PathId, name: &str) -> PathId {
        self.intern(Step::Attribute(path, name.into()))
    }

    /// The path as it could be written: `pathlib.Path().read_text`.
    pub fn text(&self, path: PathId) -> String {
        match self.step(path) {
            Step::Module(name) | Step::Builtin(name) => name.to_string(),
            Step::Attribute(parent, name) => format!("{}.{name}", self.text(*parent)),
            Step::Call(parent) => format!("{}()", self.text(*parent)),
            Step::Item(parent) => format!("{}[…]", self.text(*parent)),
            Step::Element(parent) => format!("next({})", self.text(*parent)),
            Step::Entered(parent) => format!("{}.__enter__()", self.text(*parent)),
            Step::Quotient(parent) => format!("{} / …", self.text(*parent)),
        }
    }
}
