//! Asking objects for annotations that are evaluated on demand, in the three
//! formats of `annotationlib`. The entry points are [`Run::ask_all`] and
//! [`Run::ask_value`].

use super::{
    Item, Run,
    eval::{Evaluator, Names},
    r#raise::Raise,
    scope::ScopeId,
    value::Value,
};
use crate::report::{Evaluation, Treatment};

/// What a format gives for each annotation of an object, or the error that it
/// ends in as a whole.
type Answers<'a> = Result<Vec<Value<'a>>, Raise>;

impl<'a> Run<'a> {
    /// Asks every object, as if after the run.
    pub(super) fn ask_all(&mut self) {
        for index in 0..self.owners.len() {
            self.ask(index);
        }
    }

    /// What asking an object for its annotations raises, if anything.
    pub(super) fn ask_value(&mut self, owner: usize) -> Result<(), Raise> {
        if !self.defers() {
            return Ok(());
        }
        for position in 0..self.item_count(owner) {
            let answer = self.answer(owner, position, Names::Real, &mut 0);
            if let Some((Err(raised), _)) = answer {
                return Err(raised);
            }
        }
        Ok(())
    }

    /// The same for a class, by its namespace.
    pub(super) fn ask_class(&mut self, scope: ScopeId) -> Result<(), Raise> {
        match self.scope_owners.get(&scope).copied() {
            Some(owner) => self.ask_value(owner),
            None => Ok(()),
        }
    }

    fn item_count(&self, owner: usize) -> usize {
        self.owners.get(owner).map_or(0, |owner| owner.items.len())
    }

    fn item(&self, owner: usize, position: usize) -> Option<&Item<'a>> {
        self.owners.get(owner)?.items.get(position)
    }

    /// Evaluates one annotation; `made_up` counts over those of one object.
    fn answer(
        &mut self,
        owner: usize,
        position: usize,
        names: Names,
        made_up: &mut u32,
    ) -> Option<(Result<Value<'a>, Raise>, Option<Raise>)> {
        let place = self.owners.get(owner)?.place;
        let expr = self.item(owner, position)?.expr;
        let mut evaluator: Evaluator<'_, 'a> = self.evaluator(place, names);
        evaluator.deferred = true;
        evaluator.made_up = *made_up;
        let result = evaluator.eval(expr);
        *made_up = evaluator.made_up;
        let possible = evaluator.possible.take();
        Some((result, possible))
    }

    fn answers(&mut self, owner: usize, names: Names) -> Answers<'a> {
        let mut made_up = 0;
        (0..self.item_count(owner))
            .filter_map(|position| self.answer(owner, position, names, &mut made_up))
            .map(|(result, _)| result)
            .collect()
    }

    fn ask(&mut self, owner: usize) {
        let count = self.item_count(owner);
        let values: Vec<_> = (0..count)
            .filter_map(|position| self.answer(owner, position, Names::Real, &mut 0))
            .collect();
        let first_error = values
            .iter()
            .enumerate()
            .find_map(|(position, (result, _))| {
                let raised = result.as_ref().err()?;
                let key = self.item(owner, position)?.key;
                Some((self.targets.get(&key).cloned()?, raised.line()))
            });
        let forward: Answers = match first_error {
            None => values.iter().map(|(result, _)| result.clone()).collect(),
            Some(_) => self.forward_answers(owner),
        };
        let strings = self.answers(owner, Names::String);
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
            let Some(item) = self.item(owner, position) else {
                continue;
            };
            let (key, reached) = (item.key, item.reached);
            let treatment = Treatment::Deferred {
                value,
                forward_ref,
                string,
            };
            self.record(key, reached, treatment);
        }
    }

    /// The format `FORWARDREF` once the plain values have failed: first with
    /// the names that there are, and where that fails too with none of them,
    /// each result then being tried on its own.
    fn forward_answers(&mut self, owner: usize) -> Answers<'a> {
        if let Ok(values) = self.answers(owner, Names::RealOrForward) {
            return Ok(values);
        }
        let mut values = self.answers(owner, Names::Forward)?;
        for (position, value) in values.iter_mut().enumerate() {
            if !matches!(value, Value::Forward(_)) {
                continue;
            }
            let retried = self.answer(owner, position, Names::RealOrForward, &mut 0);
            if let Some((Ok(better), _)) = retried {
                *value = better;
            }
        }
        Ok(values)
    }

    fn string(&self, value: &Value<'a>) -> Evaluation {
        match value {
            Value::Forward(text) => Evaluation::Gives(text.text.clone()),
            Value::Str(text) => Evaluation::Gives(text.to_string()),
            Value::Ellipsis => Evaluation::Gives("...".to_owned()),
            other => match other.unknown_reason() {
                Some(reason) => Evaluation::Unknown(reason.to_owned()),
                None => Evaluation::Gives(self.repr_in_string(other)),
            },
        }
    }

    /// Within a tuple or list a name prints as itself, not as a reference.
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
                format!("({})", super::text::joined(&parts(values), true))
            }
            Value::List(values) => format!("[{}]", parts(values).join(", ")),
            other => other.repr(self.series),
        }
    }
}
