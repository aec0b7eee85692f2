//! Under which conditions the current point of a program is reached. The entry point is
//! [`Flow`].

use super::path::PathId;
use terms::Versions;

/// The conditions under which the current point is reached.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    /// The versions that reach it.
    pub versions: Versions,
    /// The paths that are known to exist.
    pub present: Vec<PathId>,
    /// The paths that are known to be missing.
    pub absent: Vec<PathId>,
    /// What the handlers around it catch.
    pub caught: Caught,
    /// The `try` statements around it whose handlers catch something, innermost last.
    pub tries: Vec<usize>,
    /// The `try` statement whose handler it is in.
    pub fallback: Option<usize>,
}

impl Flow {
    pub(super) fn new() -> Self {
        Self {
            versions: Versions::ALL,
            present: Vec::new(),
            absent: Vec::new(),
            caught: Caught::default(),
            tries: Vec::new(),
            fallback: None,
        }
    }

    /// Narrows the flow to where a condition has a result.
    pub(super) fn narrow(&mut self, outcome: &Outcome) {
        self.versions = self.versions.intersection(outcome.versions);
        self.present.extend(&outcome.present);
        self.absent.extend(&outcome.absent);
    }
}

/// Where a condition has a result.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outcome {
    /// The versions in which it may have it.
    pub versions: Versions,
    /// The paths that exist if it has it.
    pub present: Vec<PathId>,
    /// The paths that are missing if it has it.
    pub absent: Vec<PathId>,
}

impl Outcome {
    pub(super) fn of(versions: Versions) -> Self {
        Self {
            versions,
            present: Vec::new(),
            absent: Vec::new(),
        }
    }

    pub(super) fn and(mut self, other: &Self) -> Self {
        self.versions = self.versions.intersection(other.versions);
        self.present.extend(&other.present);
        self.absent.extend(&other.absent);
        self
    }

    /// Either of two outcomes.
    pub(super) fn or(mut self, other: &Self) -> Self {
        self.versions = self.versions.union(other.versions);
        self.present.retain(|path| other.present.contains(path));
        self.absent.retain(|path| other.absent.contains(path));
        self
    }
}

/// A condition: where it is true and where it is false.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Condition {
    pub when_true: Outcome,
    pub when_false: Outcome,
}

impl Condition {
    /// A condition that tells nothing.
    pub(super) fn unknown() -> Self {
        Self::on(Versions::ALL, Versions::ALL)
    }

    pub(super) fn on(when_true: Versions, when_false: Versions) -> Self {
        Self {
            when_true: Outcome::of(when_true),
            when_false: Outcome::of(when_false),
        }
    }

    pub(super) fn not(self) -> Self {
        Self {
            when_true: self.when_false,
            when_false: self.when_true,
        }
    }

    pub(super) fn and(self, other: &Self) -> Self {
        Self {
            when_true: self.when_true.and(&other.when_true),
            when_false: self.when_false.or(&other.when_false),
        }
    }

    pub(super) fn or(self, other: &Self) -> Self {
        self.not().and(&other.clone().not()).not()
    }
}

/// Which kinds of absence exception handlers catch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Caught {
    /// `ImportError`.
    pub import: bool,
    /// `AttributeError`.
    pub attribute: bool,
    /// `NameError`.
    pub name: bool,
    /// `TypeError`.
    pub call: bool,
    /// `ValueError` and other exceptions.
    pub value: bool,
}

impl Caught {
    pub(super) const EVERYTHING: Self = Self {
        import: true,
        attribute: true,
        name: true,
        call: true,
        value: true,
    };

    /// What a handler of an exception with this name catches.
    pub(super) fn by(exception: &str) -> Self {
        let mut caught = Self::default();
        match exception {
            "ImportError" | "ModuleNotFoundError" => caught.import = true,
            "AttributeError" => caught.attribute = true,
            "NameError" => caught.name = true,
            "TypeError" => caught.call = true,
            "ValueError" => caught.value = true,
            "Exception" | "BaseException" | "StandardError" => return Self::EVERYTHING,
            _ => {}
        }
        caught
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            import: self.import || other.import,
            attribute: self.attribute || other.attribute,
            name: self.name || other.name,
            call: self.call || other.call,
            value: self.value || other.value,
        }
    }

    /// Whether it catches that something is missing.
    pub(super) fn catches_absence(self) -> bool {
        self.import || self.attribute || self.name || self.call
    }
}
