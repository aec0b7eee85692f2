//! Statements that decide what runs: `if`, `try`, `with`, and calls that end the program.

use super::UseKind;
use super::flow::{Caught, Outcome};
use super::names::Names;
use super::path::Step;
use super::value::{Value, What};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtIf, StmtTry, StmtWith,
};
use ruff_text_size::Ranged;
use terms::Versions;

/// Calls that expect or suppress the exceptions that they are given.
const EXPECTING: [&str; 6] = [
    "assertRaises",
    "assertRaisesRegex",
    "assertWarns",
    "assertWarnsRegex",
    "raises",
    "suppress",
];

impl<'a> Names<'a> {
    /// Follows something where a condition has a result.
    pub(super) fn under<T>(&mut self, outcome: &Outcome, follow: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.flow.clone();
        self.flow.narrow(outcome);
        let result = follow(self);
        self.flow = before;
        result
    }

    pub(super) fn if_statement(&mut self, node: &'a StmtIf) -> bool {
        let mut rest = Outcome::of(Versions::ALL);
        let mut after: Option<Outcome> = None;
        let mut branches = Vec::new();
        let mut unreachable = Vec::new();
        let first = std::iter::once((Some(&*node.test), &node.body));
        let others = node
            .elif_else_clauses
            .iter()
            .map(|clause| (clause.test.as_ref(), &clause.body));
        let mut has_else = false;
        for (test, body) in first.chain(others) {
            let mut reached = rest.clone();
            if let Some(test) = test {
                self.under(&rest, |names| names.truth(test));
                let condition = self.condition(test);
                reached = reached.and(&condition.when_true);
                rest = rest.and(&condition.when_false);
            } else {
                has_else = true;
            }
            self.scopes.begin_branch();
            let leaves = self.under(&reached, |names| names.body(body));
            let branch = self.scopes.end_branch();
            if self.flow.versions.intersection(reached.versions).is_empty() {
                unreachable.push(branch);
            } else if leaves {
                // `break` leaves the block, but what was bound stays.
                unreachable.push(branch);
            } else {
                branches.push(branch);
                after = Some(match after {
                    Some(after) => after.or(&reached),
                    None => reached,
                });
            }
        }
        let may_skip = !has_else && !rest.versions.is_empty();
        if may_skip {
            after = Some(match after {
                Some(after) => after.or(&rest),
                None => rest,
            });
        }
        self.scopes.merge(&branches, may_skip);
        // What `if TYPE_CHECKING:` imports is there for annotations.
        unreachable
            .into_iter()
            .for_each(|branch| self.scopes.add_missing(branch));
        match after {
            Some(after) => {
                self.flow.narrow(&after);
                false
            }
            None => true,
        }
    }

    pub(super) fn try_statement(&mut self, node: &'a StmtTry) -> bool {
        let handlers = || {
            node.handlers
                .iter()
                .map(|ExceptHandler::ExceptHandler(handler)| handler)
        };
        let caught = handlers()
            .filter(|handler| !gives_up(&handler.body))
            .map(|handler| self.caught_by(handler))
            .fold(Caught::default(), Caught::or);
        let mut branches = Vec::new();
        let index = self.uses.tries.len();
        self.uses.tries.push(Vec::new());
        self.scopes.begin_branch();
        let before = self.flow.clone();
        self.flow.caught = self.flow.caught.or(caught);
        if caught.catches_absence() {
            self.flow.tries.push(index);
        }
        let mut leaves = self.body(&node.body);
        self.flow = before.clone();
        if caught.catches_absence() {
            let tried = self.uses.tries.get(index).into_iter().flatten();
            let tried = tried.filter_map(|one| self.uses.uses.get(*one)?.targets.first());
            self.flow.present.extend(tried.copied().collect::<Vec<_>>());
        }
        leaves |= self.body(&node.orelse);
        self.flow = before.clone();
        let branch = self.scopes.end_branch();
        if !leaves {
            branches.push(branch);
        }
        for handler in handlers() {
            if let Some(expr) = &handler.type_ {
                self.value(expr);
            }
            if self.caught_by(handler).catches_absence() {
                self.flow.fallback = Some(index);
            }
            self.scopes.begin_branch();
            if let Some(name) = &handler.name {
                self.scopes.bind(name.as_str(), Value::unknown());
            }
            let leaves_handler = self.body(&handler.body);
            let branch = self.scopes.end_branch();
            if !leaves_handler {
                branches.push(branch);
                leaves = false;
            }
            self.flow = before.clone();
        }
        self.scopes.merge(&branches, false);
        self.body(&node.finalbody) || leaves
    }

    fn caught_by(&mut self, handler: &'a ExceptHandlerExceptHandler) -> Caught {
        match handler.type_.as_deref() {
            None => Caught::EVERYTHING,
            Some(expr) => self.caught_exceptions(expr),
        }
    }

    fn caught_exceptions(&mut self, expr: &'a Expr) -> Caught {
        match expr {
            Expr::Tuple(tuple) => {
                let each = tuple.elts.iter().map(|one| self.caught_exceptions(one));
                each.fold(Caught::default(), Caught::or)
            }
            Expr::Name(name) => Caught::by(name.id.as_str()),
            Expr::Attribute(attribute) => Caught::by(attribute.attr.as_str()),
            _ => Caught::default(),
        }
    }

    pub(super) fn with_statement(&mut self, node: &'a StmtWith) -> bool {
        if node.is_async {
            self.feature(super::Feature::AsyncFunction, node);
        }
        if let [_, second, ..] = &*node.items {
            self.feature(super::Feature::SeveralContextManagers, &second.context_expr);
        }
        let before = self.flow.clone();
        let index = self.uses.tries.len();
        let mut suppresses = false;
        for item in &node.items {
            let value = self.value(&item.context_expr);
            let caught = self.expected_by(&item.context_expr);
            if caught.catches_absence() {
                self.flow.caught = self.flow.caught.or(caught);
                suppresses = true;
            }
            if let Some(target) = &item.optional_vars {
                let entered = match value.only() {
                    Some(What::Path(path)) => {
                        Value::path(self.uses.paths.intern(Step::Entered(path)))
                    }
                    // Most context managers return themselves.
                    Some(What::Instance(_)) => value,
                    _ => Value::unknown(),
                };
                self.bind_target(target, entered);
            }
        }
        if suppresses {
            self.uses.tries.push(Vec::new());
            self.flow.tries.push(index);
        }
        let leaves = self.body(&node.body);
        self.flow = before;
        leaves && !suppresses
    }

    fn expected_by(&mut self, expr: &'a Expr) -> Caught {
        let Expr::Call(call) = expr else {
            return Caught::default();
        };
        let name = match &*call.func {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            _ => return Caught::default(),
        };
        if !EXPECTING.contains(&name) {
            return Caught::default();
        }
        let each = call
            .arguments
            .args
            .iter()
            .map(|one| self.caught_exceptions(one));
        each.fold(Caught::default(), Caught::or)
    }

    /// Whether an expression ends the program.
    pub(super) fn exits(&mut self, expr: &'a Expr) -> bool {
        match expr {
            Expr::Call(call) => is_exit(&call.func),
            _ => false,
        }
    }

    /// `raise StopIteration` in a generator is an error since 3.7.
    pub(super) fn raised(&mut self, value: &Value, expr: &'a Expr) {
        let Some(What::Path(path)) = value.only() else {
            return;
        };
        let text = self.uses.paths.text(path);
        if !matches!(text.as_str(), "StopIteration" | "StopIteration()") {
            return;
        }
        if self.function.body.is_some_and(is_generator) {
            self.record(UseKind::RaisedInGenerator, value, expr.range());
        }
    }
}

fn is_exit(function: &Expr) -> bool {
    match function {
        Expr::Name(name) => matches!(name.id.as_str(), "exit" | "quit"),
        Expr::Attribute(attribute) => {
            matches!(attribute.attr.as_str(), "exit" | "_exit" | "abort")
                && matches!(&*attribute.value, Expr::Name(name) if matches!(name.id.as_str(), "sys" | "os"))
        }
        _ => false,
    }
}

/// Whether a handler does not go on without what is missing. Skipping a test does.
fn gives_up(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Raise(node)) => !node.exc.as_deref().is_some_and(is_skip),
        Some(Stmt::Expr(node)) => matches!(&*node.value, Expr::Call(call) if is_exit(&call.func)),
        _ => false,
    }
}

fn is_skip(exception: &Expr) -> bool {
    match exception {
        Expr::Call(call) => is_skip(&call.func),
        Expr::Name(name) => name.id.contains("Skip"),
        Expr::Attribute(attribute) => attribute.attr.contains("Skip"),
        _ => false,
    }
}

/// Whether a function with this body is a generator.
fn is_generator(body: &[Stmt]) -> bool {
    struct Search(bool);
    impl<'a> Visitor<'a> for Search {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            if !self.0 && !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
                visitor::walk_stmt(self, stmt);
            }
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            match expr {
                Expr::Yield(_) | Expr::YieldFrom(_) => self.0 = true,
                Expr::Lambda(_) => {}
                _ => visitor::walk_expr(self, expr),
            }
        }
    }
    let mut search = Search(false);
    search.visit_body(body);
    search.0
}
