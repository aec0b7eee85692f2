//! Statements that choose a way: conditions, loops, handlers. The entry points
//! are the statements by their names.

use super::{
    Place, Run,
    eval::Names,
    exec::{Flow, Ran},
    library,
    r#raise::Raise,
    scope::Outcome,
    value::Value,
};
use crate::bindings::captured;
use ruff_python_ast::{
    ElifElseClause, ExceptHandler, ExceptHandlerExceptHandler, Expr, Pattern, Stmt, StmtFor,
    StmtIf, StmtMatch, StmtTry, StmtWhile, StmtWith,
    visitor::{self, Visitor},
};

/// What the ways of a branch come to, while they are followed.
#[derive(Default)]
struct Ways<'a> {
    outcomes: Vec<Outcome<'a>>,
    /// How the ways end that do not go on after the branch.
    left: Option<Flow>,
}

impl<'a> Run<'a> {
    /// Follows one way that the run may take.
    fn way(&mut self, ways: &mut Ways<'a>, follow: impl FnOnce(&mut Self) -> Ran) {
        let mark = self.scopes.mark();
        let ran = follow(self);
        let outcome = self.scopes.take_back(mark);
        match ran {
            Ok(Flow::Next) => ways.outcomes.push(outcome),
            // Within a loop that is followed once, its end comes next.
            Ok(flow) => {
                ways.left = Some(flow);
                if flow == Flow::Loop {
                    ways.outcomes.push(outcome);
                }
            }
            Err(raised) => self.may_stop(raised),
        }
    }

    /// Goes on after all ways of a branch.
    fn join(&mut self, ways: Ways<'a>) -> Flow {
        match (ways.outcomes.is_empty(), ways.left) {
            (true, Some(flow)) => flow,
            _ => {
                self.may_have_left |= ways.left.is_some();
                self.scopes.merge(&ways.outcomes);
                Flow::Next
            }
        }
    }

    fn truth(&mut self, test: &'a Expr, place: Place) -> Result<Option<bool>, Raise> {
        let value = self.evaluate(test, place)?;
        Ok(self.evaluator(place, Names::Real).truth(&value))
    }

    pub(super) fn if_statement(&mut self, node: &'a StmtIf, place: Place) -> Ran {
        let truth = self.truth(&node.test, place)?;
        self.choose(truth, &node.body, &node.elif_else_clauses, place)
    }

    fn choose(
        &mut self,
        truth: Option<bool>,
        body: &'a [Stmt],
        clauses: &'a [ElifElseClause],
        place: Place,
    ) -> Ran {
        // Only as deep as there are clauses whose condition is not known; the
        // loop keeps those that are known from nesting.
        let mut ways = Ways::default();
        let mut undecided = false;
        let mut next = Some((truth, body));
        let mut clauses = clauses.iter();
        while let Some((truth, body)) = next {
            match truth {
                Some(true) if !undecided => return self.block(body, place),
                Some(false) => {}
                _ => {
                    undecided = true;
                    self.way(&mut ways, |run| run.block(body, place));
                }
            }
            if truth == Some(true) {
                return Ok(self.join(ways));
            }
            next = match clauses.next() {
                Some(ElifElseClause {
                    test: Some(test),
                    body,
                    ..
                }) => Some((self.truth(test, place)?, &**body)),
                Some(ElifElseClause { body, .. }) => Some((Some(true), &**body)),
                None => None,
            };
        }
        if undecided {
            ways.outcomes.push(Outcome::new());
        }
        Ok(self.join(ways))
    }

    pub(super) fn for_statement(&mut self, node: &'a StmtFor, place: Place) -> Ran {
        let iterable = self.evaluate(&node.iter, place)?;
        let certain = match &iterable {
            Value::Tuple(values) | Value::List(values) => !values.is_empty(),
            _ => false,
        };
        let element = self.evaluator(place, Names::Real).computed(&node.target);
        self.repeat(certain, &node.body, place, |run| {
            run.bind(&node.target, &element, place)
        })?;
        self.block(&node.orelse, place)
    }

    pub(super) fn while_statement(&mut self, node: &'a StmtWhile, place: Place) -> Ran {
        match self.truth(&node.test, place)? {
            Some(false) => {}
            truth => {
                self.repeat(truth == Some(true), &node.body, place, |_| Ok(()))?;
            }
        }
        self.block(&node.orelse, place)
    }

    /// Follows the body of a loop once.
    fn repeat(
        &mut self,
        certain: bool,
        body: &'a [Stmt],
        place: Place,
        begin: impl FnOnce(&mut Self) -> Result<(), Raise>,
    ) -> Result<(), Raise> {
        if certain {
            begin(self)?;

            // What was left may have been the loop or the function around it.
            let mut left = false;
            self.leavable(Flow::Next, |run| {
                let ran = run.block(body, place);
                left = run.may_have_left;
                ran
            })?;
            self.may_have_left |= left;
            return Ok(());
        }
        let mut ways = Ways::default();
        ways.outcomes.push(Outcome::new());
        self.way(&mut ways, |run| {
            begin(run)?;
            run.block(body, place)
        });
        self.join(ways);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, node: &'a StmtWith, place: Place) -> Ran {
        let mut suppresses = false;
        for item in &node.items {
            if let Expr::Call(call) = &item.context_expr {
                let manager = self.evaluate(&call.func, place)?;
                suppresses |= matches!(&manager, Value::Outside(path)
                    if matches!(&**path, "contextlib.suppress" | "pytest.raises"));
            }
            let value = self.evaluate(&item.context_expr, place)?;
            if let Some(target) = &item.optional_vars {
                let entered = match value {
                    Value::Unknown(_) => value,
                    _ => self.evaluator(place, Names::Real).computed(target),
                };
                self.bind(target, &entered, place)?;
            }
        }
        if !suppresses {
            return self.block(&node.body, place);
        }
        self.guarded += 1;
        let ran = self.block(&node.body, place);
        self.guarded -= 1;
        Ok(ran.unwrap_or(Flow::Next))
    }

    pub(super) fn try_statement(&mut self, node: &'a StmtTry, place: Place) -> Ran {
        let ran = if node.handlers.is_empty() {
            self.block(&node.body, place)
        } else {
            self.handled(node, place)
        };
        match self.block(&node.finalbody, place)? {
            Flow::Next => ran,
            flow => Ok(flow),
        }
    }

    fn handled(&mut self, node: &'a StmtTry, place: Place) -> Ran {
        let mark = self.scopes.mark();
        self.guarded += 1;
        let unseen_before = std::mem::replace(&mut self.unseen, false);
        let ran = self.block(&node.body, place);
        let unseen = std::mem::replace(&mut self.unseen, unseen_before);
        self.unseen |= unseen;
        self.guarded -= 1;
        match ran {
            Ok(Flow::Next) if !unseen => self.block(&node.orelse, place),
            Ok(flow) if !unseen => Ok(flow),
            Ok(flow) => {
                let flow = match flow {
                    Flow::Next => self.block(&node.orelse, place)?,
                    flow => flow,
                };
                // What cannot be seen here may still raise, so that each of
                // the handlers may run.
                let outcome = self.scopes.take_back(mark);
                let mut ways = Ways::default();
                match flow {
                    Flow::Next | Flow::Loop => ways.outcomes.push(outcome),
                    Flow::Return => ways.left = Some(flow),
                }
                for ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    let unknown = Raise::new("Exception", "");
                    self.way(&mut ways, |run| run.handler(handler, unknown, place));
                }
                Ok(self.join(ways))
            }
            Err(raised) => {
                // What a group holds is not known; whoever writes `except*`
                // knows it.
                let is_group = node.is_star && raised.class.ends_with("ExceptionGroup");
                for ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    if is_group || self.catches(handler, &raised, place)? {
                        return self.handler(handler, raised, place);
                    }
                }
                Err(raised)
            }
        }
    }

    fn handler(
        &mut self,
        handler: &'a ExceptHandlerExceptHandler,
        raised: Raise,
        place: Place,
    ) -> Ran {
        let name = handler.name.as_ref().map(|name| name.as_str());
        if let Some(name) = name {
            let value = Value::unknown(format!("`{name}` is the exception that was caught."));
            self.scopes.bind(place.scope, name, Some(value));
        }
        self.handling.push(raised);
        let ran = self.block(&handler.body, place);
        self.handling.pop();
        if let Some(name) = name {
            self.scopes.bind(place.scope, name, None);
        }
        ran
    }

    fn catches(
        &mut self,
        handler: &'a ExceptHandlerExceptHandler,
        raised: &Raise,
        place: Place,
    ) -> Result<bool, Raise> {
        let Some(types) = &handler.type_ else {
            return Ok(true);
        };
        let types = match self.evaluate(types, place)? {
            Value::Tuple(values) => values.to_vec(),
            only => vec![only],
        };
        Ok(types.iter().any(|caught| match caught {
            Value::Class(class) => library::catches(&class.name, &raised.class),
            // Whatever it is, somebody wrote it to catch something.
            _ => true,
        }))
    }

    pub(super) fn match_statement(&mut self, node: &'a StmtMatch, place: Place) -> Ran {
        self.evaluate(&node.subject, place)?;
        let mut ways = Ways::default();
        let mut exhausted = false;
        for case in &node.cases {
            exhausted |= case.guard.is_none() && case.pattern.is_irrefutable();
            self.way(&mut ways, |run| {
                let mut captures = Captures(Vec::new());
                captures.visit_pattern(&case.pattern);
                for name in captures.0 {
                    let value = Value::unknown(format!("It depends on what `{name}` matches."));
                    run.scopes.bind(place.scope, name, Some(value));
                }
                if let Some(guard) = &case.guard {
                    run.evaluate(guard, place)?;
                }
                run.block(&case.body, place)
            });
        }
        if !exhausted {
            ways.outcomes.push(Outcome::new());
        }
        Ok(self.join(ways))
    }
}

/// The names that a pattern binds.
struct Captures<'a>(Vec<&'a str>);

impl<'a> Visitor<'a> for Captures<'a> {
    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        self.0.extend(captured(pattern));
        visitor::walk_pattern(self, pattern);
    }
}
