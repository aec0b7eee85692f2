//! Evaluates deferred annotations on demand, in the three formats of `annotationlib`. The
//! entry points are [`Interpreter::evaluate_all_deferred`] and [`Interpreter::evaluate_deferred`].

use super::{
    DeferredAnnotation, Interpreter,
    eval::{Evaluator, Names},
    exception::Exception,
    scope::ScopeId,
    value::Value,
};
use crate::report::{Evaluation, Treatment};

/// The values of all annotations of an object, or the exception that is raised instead.
type Values<'a> = Result<Vec<Value<'a>>, Exception>;

impl<'a> Interpreter<'a> {
    /// Evaluates the deferred annotations of all objects, as after the run.
    pub(super) fn evaluate_all_deferred(&mut self) {
        for index in 0..self.annotation_sets.len() {
            self.record_deferred(index);
        }
    }

    /// Evaluates the deferred annotations of an object in the format `VALUE`.
    ///
    /// # Errors
    ///
    /// The exception that the evaluation raises.
    pub(super) fn evaluate_deferred(&mut self, set: usize) -> Result<(), Exception> {
        if !self.defers() {
            return Ok(());
        }
        for position in 0..self.annotation_count(set) {
            let result = self.value(set, position, Names::Real, &mut 0);
            if let Some((Err(raised), _)) = result {
                return Err(raised);
            }
        }
        Ok(())
    }

    /// As [`Self::evaluate_deferred`], for the class with this namespace.
    pub(super) fn evaluate_deferred_of_class(&mut self, scope: ScopeId) -> Result<(), Exception> {
        match self.sets_by_scope.get(&scope).copied() {
            Some(set) => self.evaluate_deferred(set),
            None => Ok(()),
        }
    }

    fn annotation_count(&self, set: usize) -> usize {
        self.annotation_sets
            .get(set)
            .map_or(0, |set| set.annotations.len())
    }

    fn annotation(&self, set: usize, position: usize) -> Option<&DeferredAnnotation<'a>> {
        self.annotation_sets.get(set)?.annotations.get(position)
    }

    /// Evaluates one annotation. Returns the result and a possible exception. `placeholders` is
    /// the number of placeholders, which are numbered across the annotations of an object.
    fn value(
        &mut self,
        set: usize,
        position: usize,
        names: Names,
        placeholders: &mut u32,
    ) -> Option<(Result<Value<'a>, Exception>, Option<Exception>)> {
        let frame = self.annotation_sets.get(set)?.frame;
        let expr = self.annotation(set, position)?.expr;
        let mut evaluator: Evaluator<'_, 'a> = self.evaluator(frame, names);
        evaluator.deferred = true;
        evaluator.placeholders = *placeholders;
        let result = evaluator.eval(expr);
        *placeholders = evaluator.placeholders;
        let possible = evaluator.possible.take();
        Some((result, possible))
    }

    fn values(&mut self, set: usize, names: Names) -> Values<'a> {
        let mut placeholders = 0;
        (0..self.annotation_count(set))
            .filter_map(|position| self.value(set, position, names, &mut placeholders))
            .map(|(result, _)| result)
            .collect()
    }

    fn record_deferred(&mut self, set: usize) {
        let count = self.annotation_count(set);
        let values: Vec<_> = (0..count)
            .filter_map(|position| self.value(set, position, Names::Real, &mut 0))
            .collect();
        let first_error = values
            .iter()
            .enumerate()
            .find_map(|(position, (result, _))| {
                let raised = result.as_ref().err()?;
                let key = self.annotation(set, position)?.key;
                Some((self.targets.get(&key).cloned()?, raised.line()))
            });
        let forward: Values = match first_error {
            None => values.iter().map(|(result, _)| result.clone()).collect(),
            Some(_) => self.forward_values(set),
        };
        let strings = self.values(set, Names::String);
        for (position, (result, possible)) in values.into_iter().enumerate() {
            let value = match (&first_error, &result) {
                (Some((by, error)), Ok(_)) => Evaluation::Blocked {
                    by: by.clone(),
                    error: error.clone(),
                },
                _ => self.finding(result, possible),
            };
            let forward_ref = match &forward {
                Ok(values) => match values.get(position) {
                    Some(value) => self.finding(Ok(value.clone()), None),
                    None => continue,
                },
                Err(raised) => raised.evaluation(),
            };
            let string = match &strings {
                Ok(values) => match values.get(position) {
                    Some(value) => self.string(value),
                    None => continue,
                },
                Err(raised) => raised.evaluation(),
            };
            let Some(annotation) = self.annotation(set, position) else {
                continue;
            };
            let (key, reached) = (annotation.key, annotation.reached);
            let treatment = Treatment::Deferred {
                value,
                forward_ref,
                string,
            };
            self.record(key, reached, treatment);
        }
    }

    /// Evaluates the format `FORWARDREF` if the format `VALUE` raises an exception: first with
    /// forward references only for missing names and, if that raises as well, with forward
    /// references for all names, after which each result is tried again separately.
    fn forward_values(&mut self, set: usize) -> Values<'a> {
        if let Ok(values) = self.values(set, Names::RealOrForward) {
            return Ok(values);
        }
        let mut values = self.values(set, Names::Forward)?;
        for (position, value) in values.iter_mut().enumerate() {
            if !matches!(value, Value::Forward(_)) {
                continue;
            }
            let retried = self.value(set, position, Names::RealOrForward, &mut 0);
            if let Some((Ok(better), _)) = retried {
                *value = better;
            }
        }
        Ok(values)
    }

    fn string(&self, value: &Value<'a>) -> Evaluation {
        match value {
            Value::Forward(text) => Evaluation::Value(text.text.clone()),
            Value::Str(text) => Evaluation::Value(text.to_string()),
            Value::Ellipsis => Evaluation::Value("...".to_owned()),
            other => match other.unknown_reason() {
                Some(reason) => Evaluation::Unknown(reason.to_owned()),
                None => Evaluation::Value(self.repr_in_string(other)),
            },
        }
    }

    /// The `repr` of a value, but with names instead of forward references in tuples and
    /// lists.
    fn repr_in_string(&self, value: &Value<'a>) -> String {
        let parts = |values: &[Value<'a>]| -> Vec<String> {
            values
                .iter()
                .map(|value| match value {
                    Value::Forward(text) => text.text.clone(),
                    other => self.repr_in_string(other),
                })
                .collect()
        };
        match value {
            Value::Tuple(values) => {
                format!("({})", super::text::join_elements(&parts(values), true))
            }
            Value::List(values) => format!("[{}]", parts(values).join(", ")),
            other => other.repr(self.series),
        }
    }
}
