//! The names that the body of a function or class binds, which determines the scope in
//! which Python looks them up. The entry point is [`Bindings::collect`].

use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeMap, BTreeSet};

/// The names that a body binds or declares.
#[derive(Debug, Default)]
pub(super) struct Bindings<'a> {
    /// Names that are bound anywhere in the body and declared neither global nor nonlocal.
    pub local: BTreeSet<&'a str>,
    /// Names that are declared global, with the first such statement.
    pub global: BTreeMap<&'a str, TextRange>,
    pub nonlocal: BTreeSet<&'a str>,
}

impl<'a> Bindings<'a> {
    /// Collects the names of a body and, if it is that of a function, of the parameters.
    pub(crate) fn collect(parameters: Option<&'a Parameters>, body: &'a [Stmt]) -> Self {
        let mut bindings = Self::default();
        if let Some(parameters) = parameters {
            bindings
                .local
                .extend(parameters.iter().map(|parameter| parameter.name().as_str()));
        }
        bindings.visit_body(body);
        let Self {
            local,
            global,
            nonlocal,
            ..
        } = &mut bindings;
        local.retain(|name| !global.contains_key(name) && !nonlocal.contains(name));
        bindings
    }
}

impl<'a> Visitor<'a> for Bindings<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => {
                self.local.insert(function.name.as_str());
            }
            Stmt::ClassDef(class) => {
                self.local.insert(class.name.as_str());
            }
            Stmt::Global(global) => {
                for name in &global.names {
                    let entry = self.global.entry(name.as_str());
                    entry.or_insert(global.range());
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                self.nonlocal
                    .extend(nonlocal.names.iter().map(|name| name.as_str()));
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    self.local
                        .insert(alias.asname.as_ref().map_or(first, |name| name.as_str()));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.local.insert(name.as_str());
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if matches!(name.ctx, ExprContext::Store | ExprContext::Del) => {
                self.local.insert(name.id.as_str());
            }
            // A lambda has its own scope.
            Expr::Lambda(_) => {}
            _ => visitor::walk_expr(self, expr),
        }
    }

    /// The target of a comprehension is bound in the comprehension's own scope, but `:=`
    /// inside it binds names of the body.
    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.visit_expr(&comprehension.iter);
        for condition in &comprehension.ifs {
            self.visit_expr(condition);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.local.insert(name.as_str());
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        self.local.extend(captured_name(pattern));
        visitor::walk_pattern(self, pattern);
    }
}

/// The name that a pattern itself binds, without its subpatterns.
pub(super) fn captured_name(pattern: &Pattern) -> Option<&str> {
    let name = match pattern {
        Pattern::MatchAs(inner) => inner.name.as_ref(),
        Pattern::MatchStar(inner) => inner.name.as_ref(),
        Pattern::MatchMapping(inner) => inner.rest.as_ref(),
        _ => None,
    };
    name.map(|name| name.as_str())
}
