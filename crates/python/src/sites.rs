//! Finds the annotations of a module. The entry point is [`find_annotations`].

use super::{report::AnnotationKind, source::Module};
use ruff_python_ast::{
    Expr, ModModule, Stmt, StmtClassDef, StmtFunctionDef,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange};

/// An annotation and its target.
#[derive(Debug)]
pub(super) struct AnnotationSite {
    pub range: TextRange,
    /// The qualified target: `Node.next`, `link.parent`, `link → return`.
    pub target: String,
    pub kind: AnnotationKind,
    /// The function that evaluates the annotation when it is called, if any.
    pub evaluated_by: Option<String>,
    /// Whether it is directly in the body of a function.
    pub is_local: bool,
    /// Whether it is in an `if TYPE_CHECKING:`.
    pub is_for_type_checkers: bool,
    pub remarks: Vec<String>,
}

/// Finds the annotations of a module, in the order of the text.
pub(super) fn find_annotations<'a>(
    module: &'a Module<'a>,
    tree: &'a ModModule,
) -> Vec<AnnotationSite> {
    let mut walk = Walk {
        module,
        enclosing: Vec::new(),
        for_type_checkers: false,
        sites: Vec::new(),
    };
    walk.visit_body(&tree.body);
    walk.sites.sort_by_key(|site| site.range.start());
    walk.sites
}

/// A function or class around an annotation.
struct Enclosing<'a> {
    name: &'a str,
    is_function: bool,
    is_dataclass: bool,
}

struct Walk<'a> {
    module: &'a Module<'a>,
    for_type_checkers: bool,
    /// From the module inwards.
    enclosing: Vec<Enclosing<'a>>,
    sites: Vec<AnnotationSite>,
}

impl<'a> Walk<'a> {
    fn path(&self, name: &str) -> String {
        let names = self.enclosing.iter().map(|definition| definition.name);
        names.chain([name]).collect::<Vec<_>>().join(".")
    }

    fn add(&mut self, expr: &Expr, target: String, kind: AnnotationKind) {
        let mut remarks = Vec::new();
        if expr.is_string_literal_expr() {
            remarks.push(
                "It is already a string, which Python itself never evaluates; only tools such as \
                 `typing.get_type_hints` do."
                    .to_owned(),
            );
        }
        let inner = self.enclosing.last();
        if inner.is_some_and(|definition| definition.is_dataclass)
            && kind == AnnotationKind::ClassVariable
        {
            remarks.push(
                "`@dataclass` reads it when the class is created; since 3.14 it requests forward \
                 references, so a missing name is not an error."
                    .to_owned(),
            );
        }
        let function = self
            .enclosing
            .iter()
            .rposition(|definition| definition.is_function);
        let evaluated_by = function.map(|index| {
            let names = self
                .enclosing
                .iter()
                .take(index + 1)
                .map(|definition| definition.name);
            names.collect::<Vec<_>>().join(".")
        });
        self.sites.push(AnnotationSite {
            range: expr.range(),
            target,
            evaluated_by: evaluated_by.filter(|_| kind != AnnotationKind::LocalVariable),
            kind,
            is_local: inner.is_some_and(|definition| definition.is_function),
            is_for_type_checkers: self.for_type_checkers,
            remarks,
        });
    }

    fn function(&mut self, node: &'a StmtFunctionDef) {
        let path = self.path(node.name.as_str());
        for parameter in &*node.parameters {
            if let Some(annotation) = parameter.annotation() {
                let target = format!("{path}.{}", parameter.name());
                self.add(annotation, target, AnnotationKind::Parameter);
            }
        }
        if let Some(returns) = &node.returns {
            self.add(returns, format!("{path} → return"), AnnotationKind::Return);
        }
        self.enclosing.push(Enclosing {
            name: node.name.as_str(),
            is_function: true,
            is_dataclass: false,
        });
        self.visit_body(&node.body);
        self.enclosing.pop();
    }

    fn class(&mut self, node: &'a StmtClassDef) {
        self.enclosing.push(Enclosing {
            name: node.name.as_str(),
            is_function: false,
            is_dataclass: node.decorator_list.iter().any(|decorator| {
                let function = match &decorator.expression {
                    Expr::Call(call) => &*call.func,
                    other => other,
                };
                match function {
                    Expr::Name(name) => &name.id == "dataclass",
                    Expr::Attribute(inner) => &inner.attr == "dataclass",
                    _ => false,
                }
            }),
        });
        self.visit_body(&node.body);
        self.enclosing.pop();
    }
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(node) => self.function(node),
            Stmt::ClassDef(node) => self.class(node),
            Stmt::AnnAssign(node) => {
                let in_function = self
                    .enclosing
                    .last()
                    .is_some_and(|definition| definition.is_function);
                let (target, kind) = match &*node.target {
                    Expr::Name(name) if node.simple || in_function => {
                        let kind = match self.enclosing.last() {
                            Some(Enclosing {
                                is_function: true, ..
                            }) => AnnotationKind::LocalVariable,
                            Some(_) => AnnotationKind::ClassVariable,
                            None => AnnotationKind::ModuleVariable,
                        };
                        (self.path(name.id.as_str()), kind)
                    }
                    other => {
                        let text = self.module.slice(other.range()).to_owned();
                        (text, AnnotationKind::OtherTarget)
                    }
                };
                self.add(&node.annotation, target, kind);
            }
            Stmt::If(node) if is_type_checking(&node.test) => {
                let before = std::mem::replace(&mut self.for_type_checkers, true);
                self.visit_body(&node.body);
                self.for_type_checkers = before;
                for clause in &node.elif_else_clauses {
                    self.visit_body(&clause.body);
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    /// Expressions contain no statements, so they are skipped.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Whether a condition is `TYPE_CHECKING`, which is false whenever code runs.
fn is_type_checking(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => &name.id == "TYPE_CHECKING",
        Expr::Attribute(attribute) => &attribute.attr == "TYPE_CHECKING",
        _ => false,
    }
}
