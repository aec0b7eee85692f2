//! Runs statements. The entry point is [`Interpreter::block`].

use super::{Frame, Interpreter, eval::Names, exception::Exception, value::Value};
use ruff_python_ast::{Expr, Stmt, StmtRaise};
use ruff_text_size::Ranged;

/// How the execution continues after a statement that does not raise an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// With the next statement.
    Next,
    /// Without the rest of the loop's body, after `break` or `continue`.
    Loop,
    /// After the function's call.
    Return,
}

pub(super) type StatementResult = Result<Flow, Exception>;

impl<'a> Interpreter<'a> {
    /// Runs a block. If a statement raises an exception, the rest is still run, to find its
    /// annotations, but counts as not reached.
    pub(super) fn block(&mut self, body: &'a [Stmt], frame: Frame) -> StatementResult {
        let mut rest = body.iter();
        while let Some(stmt) = rest.next() {
            if self.steps == 0 {
                return Ok(Flow::Next);
            }
            let checkpoint = self.scopes.checkpoint();
            match self.statement(stmt, frame) {
                Ok(Flow::Next) => {}
                Ok(flow) => return Ok(flow),
                Err(raised) => {
                    let reached = std::mem::replace(&mut self.reached, false);
                    self.recover(stmt, frame);
                    for stmt in rest.by_ref() {
                        if self.statement(stmt, frame).is_err() {
                            self.recover(stmt, frame);
                        }
                    }
                    self.reached = reached;
                    // If the exception may be caught, undo the effects of the block.
                    if self.guarded > 0 {
                        self.scopes.roll_back(checkpoint);
                    }
                    return Err(raised);
                }
            }
        }
        Ok(Flow::Next)
    }

    fn statement(&mut self, stmt: &'a Stmt, frame: Frame) -> StatementResult {
        self.steps = self.steps.saturating_sub(1);
        let done = |_| Flow::Next;
        match stmt {
            Stmt::FunctionDef(node) => self.define_function(node, frame).map(done),
            Stmt::ClassDef(node) => self.define_class(node, frame).map(done),
            Stmt::AnnAssign(node) => self.annotated_assignment(node, frame).map(done),
            Stmt::Import(node) => self.import(node, frame).map(done),
            Stmt::ImportFrom(node) => self.import_from(node, frame).map(done),
            Stmt::If(node) => self.if_statement(node, frame),
            Stmt::For(node) => self.for_statement(node, frame),
            Stmt::While(node) => self.while_statement(node, frame),
            Stmt::Try(node) => self.try_statement(node, frame),
            Stmt::With(node) => self.with_statement(node, frame),
            Stmt::Match(node) => self.match_statement(node, frame),
            Stmt::Raise(node) => Err(self.raise_statement(node, frame)),
            Stmt::Expr(node) => self.evaluate(&node.value, frame).map(|_| Flow::Next),
            Stmt::Assign(node) => {
                let value = self.evaluate(&node.value, frame)?;
                for target in &node.targets {
                    self.bind(target, &value, frame)?;
                }
                Ok(Flow::Next)
            }
            Stmt::AugAssign(node) => {
                self.evaluate(&node.value, frame)?;
                if let Expr::Name(name) = &*node.target {
                    self.load(name.id.as_str(), stmt, frame)?;
                }
                let value = Value::unknown("It depends on the result of an augmented assignment.");
                self.bind(&node.target, &value, frame)?;
                Ok(Flow::Next)
            }
            Stmt::TypeAlias(node) => {
                if let Expr::Name(name) = &*node.name {
                    let name = name.id.as_str();
                    let value = Value::External(name.into());
                    self.scopes.bind(frame.scope, name, Some(value));
                }
                Ok(Flow::Next)
            }
            Stmt::Delete(node) => {
                for target in &node.targets {
                    self.delete(target, stmt, frame)?;
                }
                Ok(Flow::Next)
            }
            Stmt::Assert(node) => {
                let value = self.evaluate(&node.test, frame)?;
                match self.evaluator(frame, Names::Real).truth(&value) {
                    Some(false) => {
                        Err(self.with_position(Exception::new("AssertionError", ""), stmt, frame))
                    }
                    _ => Ok(Flow::Next),
                }
            }
            Stmt::Return(node) => {
                if let Some(value) = &node.value {
                    self.evaluate(value, frame)?;
                }
                Ok(Flow::Return)
            }
            Stmt::Break(_) | Stmt::Continue(_) => Ok(Flow::Loop),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) | Stmt::IpyEscapeCommand(_) => {
                Ok(Flow::Next)
            }
        }
    }

    pub(super) fn bind(
        &mut self,
        target: &'a Expr,
        value: &Value<'a>,
        frame: Frame,
    ) -> Result<(), Exception> {
        self.evaluator(frame, Names::Real)
            .bind_target(target, value)
    }

    /// Sets the position of an exception, unless it has one.
    pub(super) fn with_position(
        &self,
        mut raised: Exception,
        node: &impl Ranged,
        frame: Frame,
    ) -> Exception {
        raised
            .at
            .get_or_insert((frame.module, node.range().start().to_usize()));
        raised
    }

    /// Looks up a name.
    ///
    /// # Errors
    ///
    /// The exception for a name that is not bound.
    fn load(&mut self, name: &'a str, stmt: &Stmt, frame: Frame) -> Result<(), Exception> {
        use super::scope::Lookup;
        let raised = match self.scopes.find(frame.scope, name) {
            Lookup::Bound(_) | Lookup::NotFound { star: true } => return Ok(()),
            Lookup::UnboundLocal => Exception::unbound_local(name, self.series),
            Lookup::UnboundFree => Exception::unbound_free(name, self.series),
            Lookup::NotFound { star: false } => Exception::missing_name(name),
        };
        Err(self.with_position(raised, stmt, frame))
    }

    fn delete(&mut self, target: &'a Expr, stmt: &'a Stmt, frame: Frame) -> Result<(), Exception> {
        match target {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.load(name, stmt, frame)?;
                self.scopes.bind(frame.scope, name, None);
            }
            Expr::Tuple(inner) => {
                for target in &inner.elts {
                    self.delete(target, stmt, frame)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn raise_statement(&mut self, node: &'a StmtRaise, frame: Frame) -> Exception {
        let Some(exc) = &node.exc else {
            let again = self.handling.last().cloned();
            let none = Exception::new("RuntimeError", "No active exception to reraise");
            return again.unwrap_or_else(|| self.with_position(none, node, frame));
        };
        let (class, argument) = match &**exc {
            Expr::Call(call) => (&*call.func, call.arguments.args.first()),
            other => (other, None),
        };
        let class = match self.evaluate(class, frame) {
            Ok(Value::Class(class)) => class.name.clone(),
            Ok(_) => "Exception".to_owned(),
            Err(raised) => return raised,
        };
        let message = match argument.map(|argument| self.evaluate(argument, frame)) {
            Some(Ok(Value::Str(text))) => text.to_string(),
            Some(Err(raised)) => return raised,
            _ => String::new(),
        };
        self.with_position(Exception::new(&class, message), node, frame)
    }

    /// Binds the names that a statement would have bound if it had not failed.
    fn recover(&mut self, stmt: &'a Stmt, frame: Frame) {
        let mut names: Vec<&'a str> = Vec::new();
        match stmt {
            Stmt::Import(node) => {
                for alias in &node.names {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    names.push(alias.asname.as_ref().map_or(first, |name| name.as_str()));
                }
            }
            Stmt::ImportFrom(node) => {
                for alias in &node.names {
                    names.push(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                }
            }
            Stmt::ClassDef(node) => names.push(node.name.as_str()),
            Stmt::Assign(node) => {
                for target in &node.targets {
                    if let Expr::Name(name) = target {
                        names.push(name.id.as_str());
                    }
                }
            }
            _ => {}
        }
        for name in names {
            if self.scopes.get(frame.scope, name).is_none() {
                let value = Value::unknown(format!(
                    "`{name}` is never bound, because the statement that would bind it fails."
                ));
                self.scopes.bind(frame.scope, name, Some(value));
            }
        }
    }
}
