//! Exceptions in a run. The entry point is [`Exception`].

use crate::report::{Certainty, Evaluation};
use terms::Series;

/// A raised exception.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Exception {
    /// The name of its class.
    pub class: String,
    pub message: String,
    /// The name whose lookup failed, if that is the reason.
    pub missing: Option<String>,
    pub certainty: Certainty,
    /// Where it is raised: the index of the module and the offset there.
    pub at: Option<(usize, usize)>,
}

impl Exception {
    pub(super) fn new(class: &str, message: impl Into<String>) -> Self {
        Self {
            class: class.to_owned(),
            message: message.into(),
            missing: None,
            certainty: Certainty::Certain,
            at: None,
        }
    }

    pub(super) fn missing_name(name: &str) -> Self {
        Self {
            missing: Some(name.to_owned()),
            ..Self::new("NameError", format!("name '{name}' is not defined"))
        }
    }

    pub(super) fn unbound_local(name: &str, series: Series) -> Self {
        let message = if series >= Series::python3(11) {
            format!("cannot access local variable '{name}' where it is not associated with a value")
        } else {
            format!("local variable '{name}' referenced before assignment")
        };
        Self {
            missing: Some(name.to_owned()),
            ..Self::new("UnboundLocalError", message)
        }
    }

    pub(super) fn unbound_free(name: &str, series: Series) -> Self {
        let message = if series >= Series::python3(11) {
            format!(
                "cannot access free variable '{name}' where it is not associated with a value \
                 in enclosing scope"
            )
        } else {
            format!("free variable '{name}' referenced before assignment in enclosing scope")
        };
        Self {
            missing: Some(name.to_owned()),
            ..Self::new("NameError", message)
        }
    }

    /// The same exception, but not certain.
    pub(super) fn possible(mut self) -> Self {
        self.certainty = Certainty::Possible;
        self
    }

    /// The last line of the traceback, without the suggestions that CPython adds.
    pub(super) fn line(&self) -> String {
        if self.message.is_empty() {
            self.class.clone()
        } else {
            format!("{}: {}", self.class, self.message)
        }
    }

    pub(super) fn evaluation(&self) -> Evaluation {
        Evaluation::Raises {
            error: self.line(),
            missing: self.missing.clone(),
            certainty: self.certainty,
        }
    }
}
