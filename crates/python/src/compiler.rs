//! Finds the errors that CPython reports only when it compiles a module, not when it parses
//! it. The entry point is [`check`].
//!
//! The rules are implemented by ruff. This module walks the tree and keeps track of the
//! scopes, which the rules need to know.

use super::bindings::Bindings;
use ruff_python_ast::{
    Comprehension, Expr, ModModule, Parameters, PythonVersion, Stmt, StmtFunctionDef,
    visitor::{self, Visitor},
};
use ruff_python_parser::semantic_errors::{
    LazyImportContext, SemanticSyntaxChecker, SemanticSyntaxContext, SemanticSyntaxError,
};
use ruff_text_size::TextRange;
use std::cell::RefCell;

/// The errors of a module that parses without errors, in the order in which they are found.
pub(super) fn check(
    module: &ModModule,
    text: &str,
    version: PythonVersion,
) -> Vec<SemanticSyntaxError> {
    let mut walk = Walk {
        checker: SemanticSyntaxChecker::new(),
        errors: RefCell::default(),
        scopes: vec![Scope::new(Kind::Module)],
        future_annotations: false,
        text,
        version,
    };
    walk.visit_body(&module.body);
    walk.errors.into_inner()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Module,
    Class,
    Function { is_async: bool },
    Lambda,
    Comprehension { is_async: bool },
    Generator,
}

struct Scope<'a> {
    kind: Kind,
    loops: u32,
    in_try: bool,
    parameters: Option<&'a Parameters>,
    bindings: Bindings<'a>,
}

impl Scope<'_> {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            loops: 0,
            in_try: false,
            parameters: None,
            bindings: Bindings::default(),
        }
    }
}

struct Walk<'a> {
    checker: SemanticSyntaxChecker,
    errors: RefCell<Vec<SemanticSyntaxError>>,
    /// The scopes around the current node, from the module inwards; never empty.
    scopes: Vec<Scope<'a>>,
    future_annotations: bool,
    text: &'a str,
    version: PythonVersion,
}

impl<'a> Walk<'a> {
    /// Runs the checker. It borrows `self` to query the scopes, so it is moved out of `self`
    /// meanwhile.
    fn run_checker(&mut self, run: impl FnOnce(&mut SemanticSyntaxChecker, &Self)) {
        let mut checker = std::mem::take(&mut self.checker);
        run(&mut checker, self);
        self.checker = checker;
    }

    fn kind(&self) -> Kind {
        self.scopes.last().map_or(Kind::Module, |scope| scope.kind)
    }

    fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.scopes.iter().rev().map(|scope| scope.kind)
    }

    fn in_scope(&mut self, scope: Scope<'a>, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }

    fn update_scope(&mut self, update: impl FnOnce(&mut Scope<'a>)) {
        if let Some(scope) = self.scopes.last_mut() {
            update(scope);
        }
    }

    fn visit_function(&mut self, function: &'a StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(type_params) = &function.type_params {
            self.visit_type_params(type_params);
        }
        self.visit_parameters(&function.parameters);
        if let Some(returns) = &function.returns {
            self.visit_annotation(returns);
        }
        let mut scope = Scope::new(Kind::Function {
            is_async: function.is_async,
        });
        scope.parameters = Some(&function.parameters);
        scope.bindings = Bindings::collect(Some(&function.parameters), &function.body);
        self.in_scope(scope, |walk| walk.visit_body(&function.body));
    }

    fn visit_loop(&mut self, body: &'a [Stmt], orelse: &'a [Stmt]) {
        self.update_scope(|scope| scope.loops += 1);
        self.visit_body(body);
        self.update_scope(|scope| scope.loops -= 1);
        self.visit_body(orelse);
    }

    fn visit_try(&mut self, stmt: &'a Stmt, outer: bool) {
        self.update_scope(|scope| scope.in_try = true);
        visitor::walk_stmt(self, stmt);
        self.update_scope(|scope| scope.in_try = outer);
    }

    /// The first iterable is evaluated in the scope around a comprehension, everything else
    /// in the comprehension's own scope.
    fn visit_comprehensions(
        &mut self,
        kind: Kind,
        elements: &[Option<&'a Expr>],
        generators: &'a [Comprehension],
    ) {
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        self.in_scope(Scope::new(kind), |walk| {
            for (index, generator) in generators.iter().enumerate() {
                walk.visit_expr(&generator.target);
                if index > 0 {
                    walk.visit_expr(&generator.iter);
                }
                for condition in &generator.ifs {
                    walk.visit_expr(condition);
                }
            }
            for element in elements.iter().copied().flatten() {
                walk.visit_expr(element);
            }
        });
    }
}

fn comprehension_kind(generators: &[Comprehension]) -> Kind {
    Kind::Comprehension {
        is_async: generators.iter().any(|generator| generator.is_async),
    }
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.run_checker(|checker, walk| checker.visit_stmt(stmt, walk));
        match stmt {
            Stmt::FunctionDef(function) => self.visit_function(function),
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(type_params) = &class.type_params {
                    self.visit_type_params(type_params);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                let mut scope = Scope::new(Kind::Class);
                scope.bindings = Bindings::collect(None, &class.body);
                self.in_scope(scope, |walk| walk.visit_body(&class.body));
            }
            Stmt::For(stmt) => {
                self.visit_expr(&stmt.iter);
                self.visit_expr(&stmt.target);
                self.visit_loop(&stmt.body, &stmt.orelse);
            }
            Stmt::While(stmt) => {
                self.visit_expr(&stmt.test);
                self.visit_loop(&stmt.body, &stmt.orelse);
            }
            Stmt::Try(_) => {
                let outer = self.scopes.last().is_some_and(|scope| scope.in_try);
                self.visit_try(stmt, outer);
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__") => {
                self.future_annotations |= import
                    .names
                    .iter()
                    .any(|alias| &alias.name == "annotations");
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.run_checker(|checker, walk| checker.visit_expr(expr, walk));
        match expr {
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                let mut scope = Scope::new(Kind::Lambda);
                scope.parameters = lambda.parameters.as_deref();
                self.in_scope(scope, |walk| walk.visit_expr(&lambda.body));
            }
            Expr::ListComp(inner) => self.visit_comprehensions(
                comprehension_kind(&inner.generators),
                &[Some(&inner.elt)],
                &inner.generators,
            ),
            Expr::SetComp(inner) => self.visit_comprehensions(
                comprehension_kind(&inner.generators),
                &[Some(&inner.elt)],
                &inner.generators,
            ),
            Expr::DictComp(inner) => self.visit_comprehensions(
                comprehension_kind(&inner.generators),
                &[inner.key.as_deref(), Some(&inner.value)],
                &inner.generators,
            ),
            Expr::Generator(inner) => {
                self.visit_comprehensions(Kind::Generator, &[Some(&inner.elt)], &inner.generators);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}

impl SemanticSyntaxContext for Walk<'_> {
    fn future_annotations_or_stub(&self) -> bool {
        self.future_annotations
    }

    fn lazy_import_context(&self) -> Option<LazyImportContext> {
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                Kind::Function { .. } | Kind::Lambda => return Some(LazyImportContext::Function),
                Kind::Class => return Some(LazyImportContext::Class),
                _ if scope.in_try => return Some(LazyImportContext::TryExceptBlocks),
                _ => {}
            }
        }
        None
    }

    fn python_version(&self) -> PythonVersion {
        self.version
    }

    fn source(&self) -> &str {
        self.text
    }

    fn global(&self, name: &str) -> Option<TextRange> {
        let scope = self.scopes.last()?;
        scope.bindings.global.get(name).copied()
    }

    fn has_nonlocal_binding(&self, name: &str) -> bool {
        let mut functions = self
            .scopes
            .iter()
            .rev()
            .skip(1)
            .filter(|scope| matches!(scope.kind, Kind::Function { .. } | Kind::Lambda));
        functions.any(|scope| {
            scope.bindings.local.contains(name)
                || scope
                    .parameters
                    .is_some_and(|parameters| parameters.includes(name))
        })
    }

    fn in_async_context(&self) -> bool {
        for kind in self.kinds() {
            match kind {
                Kind::Class | Kind::Lambda => return false,
                Kind::Function { is_async } => return is_async,
                _ => {}
            }
        }
        false
    }

    fn in_await_allowed_context(&self) -> bool {
        for kind in self.kinds() {
            match kind {
                Kind::Class => return false,
                Kind::Function { .. } | Kind::Lambda | Kind::Generator => return true,
                _ => {}
            }
        }
        false
    }

    fn in_yield_allowed_context(&self) -> bool {
        matches!(self.kind(), Kind::Function { .. } | Kind::Lambda)
    }

    fn in_sync_comprehension(&self) -> bool {
        self.kinds()
            .take_while(|kind| !matches!(kind, Kind::Function { .. } | Kind::Lambda))
            .any(|kind| kind == Kind::Comprehension { is_async: false })
    }

    fn in_class_body_comprehension(&self) -> bool {
        let around = self
            .kinds()
            .find(|kind| !matches!(kind, Kind::Comprehension { .. } | Kind::Generator));
        around == Some(Kind::Class)
    }

    fn in_module_scope(&self) -> bool {
        self.kind() == Kind::Module
    }

    fn in_function_scope(&self) -> bool {
        matches!(self.kind(), Kind::Function { .. })
    }

    fn in_generator_context(&self) -> bool {
        self.kinds().any(|kind| kind == Kind::Generator)
    }

    fn in_notebook(&self) -> bool {
        false
    }

    fn report_semantic_error(&self, error: SemanticSyntaxError) {
        self.errors.borrow_mut().push(error);
    }

    fn in_loop_context(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.loops > 0)
    }

    fn is_bound_parameter(&self, name: &str) -> bool {
        let parameters = self.scopes.last().and_then(|scope| scope.parameters);
        parameters.is_some_and(|parameters| parameters.includes(name))
    }
}
