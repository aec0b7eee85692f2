//! Abstract values. The entry point is [`Value`].

use super::{
    library,
    scope::ScopeId,
    text::{Text, join_elements, string_repr},
};
use ruff_python_ast::StmtFunctionDef;
use std::rc::Rc;
use terms::Series;

/// A value in a run, as far as the source determines it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    None,
    Ellipsis,
    Bool(bool),
    Str(Rc<str>),
    /// A number, bytes or a builtin function, of which only the `repr` and the type are
    /// needed.
    Constant {
        repr: Rc<str>,
        type_name: &'static str,
    },
    Class(Rc<Class>),
    /// A form of `typing`, by its name, such as `Optional`.
    Form(&'static str),
    /// `list[int]` or `typing.List[int]`.
    Generic(Rc<Generic<'a>>),
    Union(Rc<Union<'a>>),
    /// A type variable, by its `repr`: `~T`, or `T` for a type parameter.
    TypeVar(Rc<str>),
    Tuple(Rc<[Value<'a>]>),
    List(Rc<[Value<'a>]>),
    Function(Rc<Function<'a>>),
    /// A module of the source, by its index.
    Module(usize),
    /// An object that is not defined in the source, by its dotted name.
    External(Rc<str>),
    /// A forward reference, by the text of its expression.
    Forward(Rc<Text>),
    /// An unknown value, with a sentence that says what it depends on.
    Unknown(Rc<str>),
}

#[derive(Debug, PartialEq)]
pub(crate) struct Class {
    /// The module and the qualified name, or only the name for a builtin.
    pub path: String,
    /// The last part of the path.
    pub name: String,
    /// The namespace, if the source defines the class.
    pub scope: Option<ScopeId>,
    pub subscript: Subscript,
    /// Whether the metaclass is known to be `type`.
    pub is_type: bool,
    /// Whether all attributes are in the namespace, and none are inherited.
    pub closed: bool,
}

/// Whether a class can be subscripted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subscript {
    Never,
    Since(Series),
    Unknown,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Generic<'a> {
    /// The `repr` of the generic type.
    pub origin: String,
    pub arguments: Vec<Value<'a>>,
    /// Whether it is an alias of `typing` rather than `types.GenericAlias`.
    pub from_typing: bool,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Union<'a> {
    /// The members, without duplicates.
    pub members: Vec<Value<'a>>,
    /// Whether it is a `typing.Union`, which has a different `repr` before 3.14.
    pub from_typing: bool,
}

#[derive(Debug)]
pub(crate) struct Function<'a> {
    pub path: String,
    pub node: &'a StmtFunctionDef,
    /// The scope of the definition.
    pub scope: ScopeId,
    pub module: usize,
    /// The index of its deferred annotations in the run.
    pub set: usize,
}

impl PartialEq for Function<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.node, other.node) && self.scope == other.scope
    }
}

impl<'a> Value<'a> {
    pub(super) fn unknown(reason: impl Into<Rc<str>>) -> Self {
        Self::Unknown(reason.into())
    }

    pub(super) fn constant(repr: impl Into<Rc<str>>, type_name: &'static str) -> Self {
        Self::Constant {
            repr: repr.into(),
            type_name,
        }
    }

    /// The `repr` of the value in a series.
    pub(super) fn repr(&self, series: Series) -> String {
        match self {
            Self::Class(class) => format!("<class '{}'>", class.path),
            Self::Form(name @ ("Generic" | "Protocol")) => format!("<class 'typing.{name}'>"),
            other => other.part(series),
        }
    }

    /// The text of the value as a part of the `repr` of a generic alias or union.
    pub(super) fn part(&self, series: Series) -> String {
        match self {
            Self::None => "None".to_owned(),
            Self::Ellipsis => "Ellipsis".to_owned(),
            Self::Bool(true) => "True".to_owned(),
            Self::Bool(false) => "False".to_owned(),
            Self::Str(text) => string_repr(text),
            Self::Constant { repr, .. } | Self::TypeVar(repr) => repr.to_string(),
            Self::Class(class) => class.path.clone(),
            Self::Form(name) => format!("typing.{name}"),
            Self::Generic(generic) => generic.repr(series),
            Self::Union(union) => union.repr(series),
            Self::Tuple(values) => {
                let parts: Vec<_> = values.iter().map(|value| value.repr(series)).collect();
                format!("({})", join_elements(&parts, true))
            }
            Self::List(values) => {
                let parts: Vec<_> = values.iter().map(|value| value.repr(series)).collect();
                format!("[{}]", parts.join(", "))
            }
            Self::Function(function) => format!("<function {}>", function.path),
            Self::Module(_) => "<module>".to_owned(),
            Self::External(path) => path.to_string(),
            Self::Forward(text) => format!("ForwardRef({})", string_repr(&text.text)),
            Self::Unknown(_) => "…".to_owned(),
        }
    }

    /// Whether [`Self::repr`] is exactly what Python prints.
    pub(super) fn prints_exactly(&self) -> bool {
        match self {
            Self::External(_) | Self::Unknown(_) | Self::Module(_) => false,
            Self::Class(class) => class.is_type,
            Self::Generic(generic) => generic.arguments.iter().all(Self::prints_exactly),
            Self::Union(union) => union.members.iter().all(Self::prints_exactly),
            Self::Tuple(values) | Self::List(values) => values.iter().all(Self::prints_exactly),
            _ => true,
        }
    }

    /// The first reason why the value, or a part of it, is unknown.
    pub(super) fn unknown_reason(&self) -> Option<&str> {
        match self {
            Self::Unknown(reason) => Some(reason),
            Self::Generic(generic) => generic.arguments.iter().find_map(Self::unknown_reason),
            Self::Union(union) => union.members.iter().find_map(Self::unknown_reason),
            Self::Tuple(values) | Self::List(values) => {
                values.iter().find_map(Self::unknown_reason)
            }
            _ => None,
        }
    }

    pub(super) fn contains_forward(&self) -> bool {
        match self {
            Self::Forward(_) => true,
            Self::Generic(generic) => generic.arguments.iter().any(Self::contains_forward),
            Self::Union(union) => union.members.iter().any(Self::contains_forward),
            Self::Tuple(values) | Self::List(values) => values.iter().any(Self::contains_forward),
            _ => false,
        }
    }

    /// The name of the value's type in error messages, if it is known.
    pub(super) fn type_name(&self, series: Series) -> Option<&'static str> {
        Some(match self {
            Self::None => "NoneType",
            Self::Ellipsis => "ellipsis",
            Self::Bool(_) => "bool",
            Self::Str(_) => "str",
            Self::Constant { type_name, .. } => type_name,
            Self::Class(class) if class.is_type => "type",
            Self::Generic(generic) if !generic.from_typing => "types.GenericAlias",
            Self::Generic(generic) => match &*generic.origin {
                _ if series < Series::python3(9) => "_GenericAlias",
                "typing.Callable" => "_CallableGenericAlias",
                "typing.Literal" => "_LiteralGenericAlias",
                "typing.Annotated" => "_AnnotatedAlias",
                _ => "_GenericAlias",
            },
            Self::Union(union) if union.from_typing && series < Series::python3(10) => {
                if series < Series::python3(9) {
                    "_GenericAlias"
                } else {
                    "_UnionGenericAlias"
                }
            }
            Self::Form(form) if series < Series::python3(10) => library::form_type(form, series),

            Self::Union(union) if !union.from_typing && series < Series::python3(14) => {
                "types.UnionType"
            }
            Self::Union(_) if series >= Series::python3(14) => "typing.Union",
            Self::Form("Any") if series >= Series::python3(11) => return None,
            Self::Form(_) => "_SpecialForm",
            Self::TypeVar(_) => "TypeVar",
            Self::Tuple(_) => "tuple",
            Self::List(_) => "list",
            Self::Function(_) => "function",
            Self::Module(_) => "module",
            _ => return None,
        })
    }
}

impl Generic<'_> {
    fn repr(&self, series: Series) -> String {
        let parts: Vec<String> = self
            .arguments
            .iter()
            .map(|argument| match argument {
                Value::Ellipsis => "...".to_owned(),
                Value::None if self.from_typing && !self.origin.ends_with("Literal") => {
                    "NoneType".to_owned()
                }
                Value::List(values) => {
                    let none_type = |value: &Value| match value {
                        Value::None => "NoneType".to_owned(),
                        other => other.part(series),
                    };
                    let parts: Vec<String> = values.iter().map(none_type).collect();
                    format!("[{}]", parts.join(", "))
                }
                other => other.part(series),
            })
            .collect();
        let inner = if parts.is_empty() {
            "()".to_owned()
        } else {
            parts.join(", ")
        };
        format!("{}[{inner}]", self.origin)
    }
}

impl Union<'_> {
    fn repr(&self, series: Series) -> String {
        let is_none = |member: &Value| *member == Value::None;
        let part = |member: &Value| member.part(series);
        if !self.from_typing || series >= Series::python3(14) {
            let parts: Vec<String> = self.members.iter().map(part).collect();
            return parts.join(" | ");
        }
        let others: Vec<String> = self
            .members
            .iter()
            .filter(|member| !is_none(member))
            .map(part)
            .collect();
        let has_none = others.len() < self.members.len();
        match others.as_slice() {
            [only] if has_none && series >= Series::python3(9) => {
                format!("typing.Optional[{only}]")
            }
            _ => {
                let parts: Vec<String> = self
                    .members
                    .iter()
                    .map(|member| {
                        if is_none(member) {
                            "NoneType".to_owned()
                        } else {
                            part(member)
                        }
                    })
                    .collect();
                format!("typing.Union[{}]", parts.join(", "))
            }
        }
    }
}
