//! Runs statements that branch: conditions, loops, exception handlers and `match`. The entry
//! points are named after the statements.

use super::{
    Frame, Interpreter,
    eval::Names,
    exception::Exception,
    exec::{Flow, StatementResult},
    library,
    scope::Changes,
    value::Value,
};
use crate::bindings::captured_name;
use ruff_python_ast::{
    ElifElseClause, ExceptHandler, ExceptHandlerExceptHandler, Expr, Pattern, Stmt, StmtFor,
    StmtIf, StmtMatch, StmtTry, StmtWhile, StmtWith,
    visitor::{self, Visitor},
};

/// The results of alternative branches.
#[derive(Default)]
struct Branches<'a> {
    /// The changes of the branches that continue with the next statement.
    changes: Vec<Changes<'a>>,
    /// How the last of the other branches ends.
    left: Option<Flow>,
}

impl<'a> Interpreter<'a> {
    /// Runs a branch that may or may not be taken.
    fn branch(
        &mut self,
        branches: &mut Branches<'a>,
        follow: impl FnOnce(&mut Self) -> StatementResult,
    ) {
        let checkpoint = self.scopes.checkpoint();
        let result = follow(self);
        let changes = self.scopes.roll_back(checkpoint);
        match result {
            Ok(Flow::Next) => branches.changes.push(changes),
            // Loops are run once, so `continue` and `break` both continue after the loop.
            Ok(flow) => {
                branches.left = Some(flow);
                if flow == Flow::Loop {
                    branches.changes.push(changes);
                }
            }
            Err(raised) => self.may_stop(raised),
        }
    }

    /// Continues after all branches, with their changes merged.
    fn join(&mut self, branches: Branches<'a>) -> Flow {
        match (branches.changes.is_empty(), branches.left) {
            (true, Some(flow)) => flow,
            _ => {
                self.may_have_left |= branches.left.is_some();
                self.scopes.merge(&branches.changes);
                Flow::Next
            }
        }
    }

    fn truth(&mut self, test: &'a Expr, frame: Frame) -> Result<Option<bool>, Exception> {
        let value = self.evaluate(test, frame)?;
        Ok(self.evaluator(frame, Names::Real).truth(&value))
    }

    pub(super) fn if_statement(&mut self, node: &'a StmtIf, frame: Frame) -> StatementResult {
        let truth = self.truth(&node.test, frame)?;
        self.if_clauses(truth, &node.body, &node.elif_else_clauses, frame)
    }

    fn if_clauses(
        &mut self,
        truth: Option<bool>,
        body: &'a [Stmt],
        clauses: &'a [ElifElseClause],
        frame: Frame,
    ) -> StatementResult {
        // A loop rather than recursion, so that many `elif` clauses do not exhaust the stack.
        let mut branches = Branches::default();
        let mut undecided = false;
        let mut next = Some((truth, body));
        let mut clauses = clauses.iter();
        while let Some((truth, body)) = next {
            match truth {
                Some(true) if !undecided => return self.block(body, frame),
                Some(false) => {}
                _ => {
                    undecided = true;
                    self.branch(&mut branches, |run| run.block(body, frame));
                }
            }
            if truth == Some(true) {
                return Ok(self.join(branches));
            }
            next = match clauses.next() {
                Some(ElifElseClause {
                    test: Some(test),
                    body,
                    ..
                }) => Some((self.truth(test, frame)?, &**body)),
                Some(ElifElseClause { body, .. }) => Some((Some(true), &**body)),
                None => None,
            };
        }
        if undecided {
            branches.changes.push(Changes::new());
        }
        Ok(self.join(branches))
    }

    pub(super) fn for_statement(&mut self, node: &'a StmtFor, frame: Frame) -> StatementResult {
        let iterable = self.evaluate(&node.iter, frame)?;
        let certain = match &iterable {
            Value::Tuple(values) | Value::List(values) => !values.is_empty(),
            _ => false,
        };
        let element = self
            .evaluator(frame, Names::Real)
            .unknown_result(&node.target);
        self.loop_body(certain, &node.body, frame, |run| {
            run.bind(&node.target, &element, frame)
        })?;
        self.block(&node.orelse, frame)
    }

    pub(super) fn while_statement(&mut self, node: &'a StmtWhile, frame: Frame) -> StatementResult {
        match self.truth(&node.test, frame)? {
            Some(false) => {}
            truth => {
                self.loop_body(truth == Some(true), &node.body, frame, |_| Ok(()))?;
            }
        }
        self.block(&node.orelse, frame)
    }

    /// Runs the body of a loop once. `certain` says whether it runs at all; `begin` assigns
    /// the loop's target.
    fn loop_body(
        &mut self,
        certain: bool,
        body: &'a [Stmt],
        frame: Frame,
        begin: impl FnOnce(&mut Self) -> Result<(), Exception>,
    ) -> Result<(), Exception> {
        if certain {
            begin(self)?;

            // Either the loop or the function around it may have been left.
            let mut left = false;
            self.run_leavable(Flow::Next, |run| {
                let result = run.block(body, frame);
                left = run.may_have_left;
                result
            })?;
            self.may_have_left |= left;
            return Ok(());
        }
        let mut branches = Branches::default();
        branches.changes.push(Changes::new());
        self.branch(&mut branches, |run| {
            begin(run)?;
            run.block(body, frame)
        });
        self.join(branches);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, node: &'a StmtWith, frame: Frame) -> StatementResult {
        let mut suppresses = false;
        for item in &node.items {
            if let Expr::Call(call) = &item.context_expr {
                let manager = self.evaluate(&call.func, frame)?;
                suppresses |= matches!(&manager, Value::External(path)
                    if matches!(&**path, "contextlib.suppress" | "pytest.raises"));
            }
            let value = self.evaluate(&item.context_expr, frame)?;
            if let Some(target) = &item.optional_vars {
                let entered = match value {
                    Value::Unknown(_) => value,
                    _ => self.evaluator(frame, Names::Real).unknown_result(target),
                };
                self.bind(target, &entered, frame)?;
            }
        }
        if !suppresses {
            return self.block(&node.body, frame);
        }
        self.guarded += 1;
        let result = self.block(&node.body, frame);
        self.guarded -= 1;
        Ok(result.unwrap_or(Flow::Next))
    }

    pub(super) fn try_statement(&mut self, node: &'a StmtTry, frame: Frame) -> StatementResult {
        let result = if node.handlers.is_empty() {
            self.block(&node.body, frame)
        } else {
            self.try_with_handlers(node, frame)
        };
        match self.block(&node.finalbody, frame)? {
            Flow::Next => result,
            flow => Ok(flow),
        }
    }

    fn try_with_handlers(&mut self, node: &'a StmtTry, frame: Frame) -> StatementResult {
        let checkpoint = self.scopes.checkpoint();
        self.guarded += 1;
        let unseen_before = std::mem::replace(&mut self.unknown_code_ran, false);
        let result = self.block(&node.body, frame);
        let unknown_code_ran = std::mem::replace(&mut self.unknown_code_ran, unseen_before);
        self.unknown_code_ran |= unknown_code_ran;
        self.guarded -= 1;
        match result {
            Ok(Flow::Next) if !unknown_code_ran => self.block(&node.orelse, frame),
            Ok(flow) if !unknown_code_ran => Ok(flow),
            Ok(flow) => {
                let flow = match flow {
                    Flow::Next => self.block(&node.orelse, frame)?,
                    flow => flow,
                };
                // Unknown code in the body may raise an exception, so each handler may run.
                let changes = self.scopes.roll_back(checkpoint);
                let mut branches = Branches::default();
                match flow {
                    Flow::Next | Flow::Loop => branches.changes.push(changes),
                    Flow::Return => branches.left = Some(flow),
                }
                for ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    let unknown = Exception::new("Exception", "");
                    self.branch(&mut branches, |run| run.handler(handler, unknown, frame));
                }
                Ok(self.join(branches))
            }
            Err(raised) => {
                // The exceptions in a group are not known. Assume that a handler matches.
                let is_group = node.is_star && raised.class.ends_with("ExceptionGroup");
                for ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    if is_group || self.catches(handler, &raised, frame)? {
                        return self.handler(handler, raised, frame);
                    }
                }
                Err(raised)
            }
        }
    }

    fn handler(
        &mut self,
        handler: &'a ExceptHandlerExceptHandler,
        raised: Exception,
        frame: Frame,
    ) -> StatementResult {
        let name = handler.name.as_ref().map(|name| name.as_str());
        if let Some(name) = name {
            let value = Value::unknown(format!("`{name}` is the exception that was caught."));
            self.scopes.bind(frame.scope, name, Some(value));
        }
        self.handling.push(raised);
        let result = self.block(&handler.body, frame);
        self.handling.pop();
        if let Some(name) = name {
            self.scopes.bind(frame.scope, name, None);
        }
        result
    }

    fn catches(
        &mut self,
        handler: &'a ExceptHandlerExceptHandler,
        raised: &Exception,
        frame: Frame,
    ) -> Result<bool, Exception> {
        let Some(types) = &handler.type_ else {
            return Ok(true);
        };
        let types = match self.evaluate(types, frame)? {
            Value::Tuple(values) => values.to_vec(),
            only => vec![only],
        };
        Ok(types.iter().any(|caught| match caught {
            Value::Class(class) => library::catches(&class.name, &raised.class),
            // The class is not known. Assume that it matches.
            _ => true,
        }))
    }

    pub(super) fn match_statement(&mut self, node: &'a StmtMatch, frame: Frame) -> StatementResult {
        self.evaluate(&node.subject, frame)?;
        let mut branches = Branches::default();
        let mut exhausted = false;
        for case in &node.cases {
            exhausted |= case.guard.is_none() && case.pattern.is_irrefutable();
            self.branch(&mut branches, |run| {
                let mut captures = Captures(Vec::new());
                captures.visit_pattern(&case.pattern);
                for name in captures.0 {
                    let value = Value::unknown(format!("It depends on what `{name}` matches."));
                    run.scopes.bind(frame.scope, name, Some(value));
                }
                if let Some(guard) = &case.guard {
                    run.evaluate(guard, frame)?;
                }
                run.block(&case.body, frame)
            });
        }
        if !exhausted {
            branches.changes.push(Changes::new());
        }
        Ok(self.join(branches))
    }
}

/// Collects the names that a pattern binds, including its subpatterns.
struct Captures<'a>(Vec<&'a str>);

impl<'a> Visitor<'a> for Captures<'a> {
    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        self.0.extend(captured_name(pattern));
        visitor::walk_pattern(self, pattern);
    }
}
