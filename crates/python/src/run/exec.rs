//! Running statements one after another. The entry point is [`Run::block`].

use super::{Place, Run, eval::Names, r#raise::Raise, value::Value};
use ruff_python_ast::{Expr, Stmt, StmtRaise};
use ruff_text_size::Ranged;

/// How a statement ends where it raises nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Next,
    /// `break` or `continue`: the rest of the loop's body does not run.
    Loop,
    Return,
}

pub(super) type Ran = Result<Flow, Raise>;

impl<'a> Run<'a> {
    /// Runs a block. After an error that leaves it, the rest is followed as
    /// if there had been none, so that its annotations are known too, but
    /// nothing of it counts as reached.
    pub(super) fn block(&mut self, body: &'a [Stmt], place: Place) -> Ran {
        let mut rest = body.iter();
        while let Some(stmt) = rest.next() {
            if self.steps == 0 {
                return Ok(Flow::Next);
            }
            let mark = self.scopes.mark();
            match self.statement(stmt, place) {
                Ok(Flow::Next) => {}
                Ok(flow) => return Ok(flow),
                Err(raised) => {
                    let reached = std::mem::replace(&mut self.reached, false);
                    self.recover(stmt, place);
                    for stmt in rest.by_ref() {
                        if self.statement(stmt, place).is_err() {
                            self.recover(stmt, place);
                        }
                    }
                    self.reached = reached;
                    // Where the error may be caught, nothing of this happened.
                    if self.guarded > 0 {
                        self.scopes.take_back(mark);
                    }
                    return Err(raised);
                }
            }
        }
        Ok(Flow::Next)
    }

    fn statement(&mut self, stmt: &'a Stmt, place: Place) -> Ran {
        self.steps = self.steps.saturating_sub(1);
        let done = |_| Flow::Next;
        match stmt {
            Stmt::FunctionDef(node) => self.define_function(node, place).map(done),
            Stmt::ClassDef(node) => self.define_class(node, place).map(done),
            Stmt::AnnAssign(node) => self.annotated_assignment(node, place).map(done),
            Stmt::Import(node) => self.import(node, place).map(done),
            Stmt::ImportFrom(node) => self.import_from(node, place).map(done),
            Stmt::If(node) => self.if_statement(node, place),
            Stmt::For(node) => self.for_statement(node, place),
            Stmt::While(node) => self.while_statement(node, place),
            Stmt::Try(node) => self.try_statement(node, place),
            Stmt::With(node) => self.with_statement(node, place),
            Stmt::Match(node) => self.match_statement(node, place),
            Stmt::Raise(node) => Err(self.raise_statement(node, place)),
            Stmt::Expr(node) => self.evaluate(&node.value, place).map(|_| Flow::Next),
            Stmt::Assign(node) => {
                let value = self.evaluate(&node.value, place)?;
                for target in &node.targets {
                    self.bind(target, &value, place)?;
                }
                Ok(Flow::Next)
            }
            Stmt::AugAssign(node) => {
                self.evaluate(&node.value, place)?;
                if let Expr::Name(name) = &*node.target {
                    self.load(name.id.as_str(), stmt, place)?;
                }
                let value = Value::unknown("It depends on what the assignment before it adds.");
                self.bind(&node.target, &value, place)?;
                Ok(Flow::Next)
            }
            Stmt::TypeAlias(node) => {
                if let Expr::Name(name) = &*node.name {
                    let name = name.id.as_str();
                    let value = Value::Outside(name.into());
                    self.scopes.bind(place.scope, name, Some(value));
                }
                Ok(Flow::Next)
            }
            Stmt::Delete(node) => {
                for target in &node.targets {
                    self.delete(target, stmt, place)?;
                }
                Ok(Flow::Next)
            }
            Stmt::Assert(node) => {
                let value = self.evaluate(&node.test, place)?;
                match self.evaluator(place, Names::Real).truth(&value) {
                    Some(false) => Err(self.placed(Raise::new("AssertionError", ""), stmt, place)),
                    _ => Ok(Flow::Next),
                }
            }
            Stmt::Return(node) => {
                if let Some(value) = &node.value {
                    self.evaluate(value, place)?;
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
        place: Place,
    ) -> Result<(), Raise> {
        self.evaluator(place, Names::Real)
            .bind_target(target, value)
    }

    /// An error with the place it is raised at.
    pub(super) fn placed(&self, mut raised: Raise, node: &impl Ranged, place: Place) -> Raise {
        raised
            .at
            .get_or_insert((place.module, node.range().start().to_usize()));
        raised
    }

    /// Looks a name up that must be bound.
    fn load(&mut self, name: &'a str, stmt: &Stmt, place: Place) -> Result<(), Raise> {
        use super::scope::Found;
        let raised = match self.scopes.find(place.scope, name) {
            Found::Bound(_) | Found::NotHere { star: true } => return Ok(()),
            Found::UnboundLocal => Raise::unbound_local(name, self.series),
            Found::UnboundFree => Raise::unbound_free(name, self.series),
            Found::NotHere { star: false } => Raise::missing_name(name),
        };
        Err(self.placed(raised, stmt, place))
    }

    fn delete(&mut self, target: &'a Expr, stmt: &'a Stmt, place: Place) -> Result<(), Raise> {
        match target {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.load(name, stmt, place)?;
                self.scopes.bind(place.scope, name, None);
            }
            Expr::Tuple(inner) => {
                for target in &inner.elts {
                    self.delete(target, stmt, place)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn raise_statement(&mut self, node: &'a StmtRaise, place: Place) -> Raise {
        let Some(exc) = &node.exc else {
            let again = self.handling.last().cloned();
            let none = Raise::new("RuntimeError", "No active exception to reraise");
            return again.unwrap_or_else(|| self.placed(none, node, place));
        };
        let (class, argument) = match &**exc {
            Expr::Call(call) => (&*call.func, call.arguments.args.first()),
            other => (other, None),
        };
        let class = match self.evaluate(class, place) {
            Ok(Value::Class(class)) => class.name.clone(),
            Ok(_) => "Exception".to_owned(),
            Err(raised) => return raised,
        };
        let message = match argument.map(|argument| self.evaluate(argument, place)) {
            Some(Ok(Value::Str(text))) => text.to_string(),
            Some(Err(raised)) => return raised,
            _ => String::new(),
        };
        self.placed(Raise::new(&class, message), node, place)
    }

    /// Binds what a statement that failed would have bound.
    fn recover(&mut self, stmt: &'a Stmt, place: Place) {
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
            if self.scopes.own(place.scope, name).is_none() {
                let value = Value::unknown(format!(
                    "`{name}` is never bound, because the statement that would bind it fails."
                ));
                self.scopes.bind(place.scope, name, Some(value));
            }
        }
    }
}
