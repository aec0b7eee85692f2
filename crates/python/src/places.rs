//! Where the annotations of a module stand. The entry point is [`find`].

use super::report::AnnotationKind;
use ruff_python_ast::{
    Expr, ModModule, Stmt, StmtClassDef, StmtFunctionDef,
    visitor::{self, Visitor},
};
use ruff_text_size::{Ranged, TextRange};

/// One annotation and what it stands on.
#[derive(Debug)]
pub(super) struct Spot {
    pub range: TextRange,
    /// Qualified: `Node.next`, `link.parent`, `link → return`.
    pub target: String,
    pub kind: AnnotationKind,
    /// The function whose call evaluates it, if any.
    pub evaluated_by: Option<String>,
    pub remarks: Vec<String>,
}

impl Spot {
    /// What the annotation is known by, in a module by its place in the text.
    pub(crate) fn key(&self, module: usize) -> super::run::Key {
        (module, self.range.start().to_usize())
    }
}

/// Finds the annotations of a module, in the order of the text.
pub(super) fn find(tree: &ModModule) -> Vec<Spot> {
    let mut walk = Walk {
        around: Vec::new(),
        spots: Vec::new(),
    };
    walk.visit_body(&tree.body);
    walk.spots.sort_by_key(|spot| spot.range.start());
    walk.spots
}

struct Around<'a> {
    name: &'a str,
    is_function: bool,
    is_dataclass: bool,
}

struct Walk<'a> {
    around: Vec<Around<'a>>,
    spots: Vec<Spot>,
}

impl<'a> Walk<'a> {
    fn path(&self, name: &str) -> String {
        let names = self.around.iter().map(|around| around.name);
        names.chain([name]).collect::<Vec<_>>().join(".")
    }

    fn add(&mut self, expr: &Expr, target: String, kind: AnnotationKind) {
        let mut remarks = Vec::new();
        if expr.is_string_literal_expr() {
            remarks.push(
                "It is a string already: Python itself never looks into it, only tools such as \
                 `typing.get_type_hints` do."
                    .to_owned(),
            );
        }
        let inner = self.around.last();
        if inner.is_some_and(|around| around.is_dataclass) && kind == AnnotationKind::ClassVariable
        {
            remarks.push(
                "`@dataclass` reads it while the class is made; from 3.14 it asks for forward \
                 references, so that a missing name does not stop it."
                    .to_owned(),
            );
        }
        let function = self.around.iter().rposition(|around| around.is_function);
        let evaluated_by = function.map(|index| {
            let names = self.around.iter().take(index + 1).map(|around| around.name);
            names.collect::<Vec<_>>().join(".")
        });
        self.spots.push(Spot {
            range: expr.range(),
            target,
            evaluated_by: evaluated_by.filter(|_| kind != AnnotationKind::LocalVariable),
            kind,
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
        self.around.push(Around {
            name: node.name.as_str(),
            is_function: true,
            is_dataclass: false,
        });
        self.visit_body(&node.body);
        self.around.pop();
    }

    fn class(&mut self, node: &'a StmtClassDef) {
        self.around.push(Around {
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
        self.around.pop();
    }
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(node) => self.function(node),
            Stmt::ClassDef(node) => self.class(node),
            Stmt::AnnAssign(node) => {
                let in_function = self.around.last().is_some_and(|around| around.is_function);
                let (target, kind) = match &*node.target {
                    Expr::Name(name) if node.simple || in_function => {
                        let kind = match self.around.last() {
                            Some(Around {
                                is_function: true, ..
                            }) => AnnotationKind::LocalVariable,
                            Some(_) => AnnotationKind::ClassVariable,
                            None => AnnotationKind::ModuleVariable,
                        };
                        (self.path(name.id.as_str()), kind)
                    }
                    other => {
                        let text = super::run::text::unparse(other, &|_| "…".to_owned()).text;
                        (text, AnnotationKind::OtherTarget)
                    }
                };
                self.add(&node.annotation, target, kind);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    /// No statement stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}
