//! The names that a function or class body binds, which decides where Python
//! looks them up. The entry point is [`Bindings::of`].

use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeMap, BTreeSet};

/// What a body says about its names.
#[derive(Debug, Default)]
pub(super) struct Bindings<'a> {
    /// Bound anywhere in the body, and declared neither global nor nonlocal.
    pub local: BTreeSet<&'a str>,
    /// Declared global, and the statement that does so first.
    pub global: BTreeMap<&'a str, TextRange>,
    pub nonlocal: BTreeSet<&'a str>,
    /// Whether calling the function only makes a generator.
    pub yields: bool,
}

impl<'a> Bindings<'a> {
    /// Reads a body, and the parameters where it is a function's.
    pub(crate) fn of(parameters: Option<&'a Parameters>, body: &'a [Stmt]) -> Self {
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
            // A lambda's names are its own.
            Expr::Lambda(_) => {}
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields = true;
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }

    /// The target of a comprehension is its own, but `:=` in it is not.
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
        self.local.extend(captured(pattern));
        visitor::walk_pattern(self, pattern);
    }
}

/// The name that a pattern itself binds, its parts left aside.
pub(super) fn captured(pattern: &Pattern) -> Option<&str> {
    let name = match pattern {
        Pattern::MatchAs(inner) => inner.name.as_ref(),
        Pattern::MatchStar(inner) => inner.name.as_ref(),
        Pattern::MatchMapping(inner) => inner.rest.as_ref(),
        _ => None,
    };
    name.map(|name| name.as_str())
}
