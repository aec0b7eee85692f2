//! Evaluates attributes, subscriptions and binary operators, of which only `|` matters for
//! annotations. The entry points are [`Evaluator::attribute`], [`Evaluator::subscript`] and
//! [`Evaluator::binary`].

use super::{
    eval::{Evaluated, Evaluator, Names},
    exception::Exception,
    library,
    text::Text,
    value::{Class, Generic, Subscript, Union, Value},
};
use ruff_python_ast::{Expr, Operator};
use std::rc::Rc;
use terms::Series;

/// The first series in which types support `|` (PEP 604).
const UNION_SINCE: Series = Series::python3(10);

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn attribute(&mut self, value: &Value<'a>, name: &str) -> Evaluated<'a> {
        match value {
            // Special attributes belong to the `ForwardRef` object itself.
            Value::Forward(text) if name.starts_with("__") && name.ends_with("__") => {
                Ok(Value::unknown(format!(
                    "`{name}` is an attribute of the `ForwardRef`, not of `{}`.",
                    text.text
                )))
            }
            Value::Forward(text) => Ok(Value::Forward(Rc::new(text.attribute(name)))),
            Value::Module(index) => self.run.module_attribute(*index, name),
            Value::Class(class) => self.class_attribute(class, name),
            Value::External(path) if &**path == "typing" => {
                if library::has_name("typing", name, self.series()) {
                    Ok(library::typing_name(name))
                } else {
                    Err(no_attribute("module 'typing'", name))
                }
            }
            Value::External(path) if !library::has_name(path, name, self.series()) => {
                Err(no_attribute(&format!("module '{path}'"), name))
            }
            Value::External(path) => {
                self.run.unknown_code_ran = true;
                Ok(Value::External(format!("{path}.{name}").into()))
            }
            Value::Function(function) if name == "__annotations__" => {
                self.run.evaluate_deferred(function.set)?;
                Ok(unknown_attribute(value, name, self.series()))
            }
            Value::None if !name.starts_with("__") => Err(no_attribute("'NoneType' object", name)),
            Value::Unknown(reason) => Ok(Value::Unknown(reason.clone())),
            other => Ok(unknown_attribute(other, name, self.series())),
        }
    }

    fn class_attribute(&mut self, class: &Rc<Class>, name: &str) -> Evaluated<'a> {
        let Some(scope) = class.scope else {
            return Ok(Value::unknown(format!(
                "It depends on `{}.{name}`.",
                class.path
            )));
        };
        if name == "__annotations__" {
            self.run.evaluate_deferred_of_class(scope)?;
        }
        // A metaclass may change the attributes.
        if class.is_type
            && let Some(binding) = self.run.scopes.get(scope, name)
        {
            let binding = binding.clone();

            if !binding.certain {
                let owner = format!("type object '{}'", class.name);
                self.may_raise(no_attribute(&owner, name));
            }
            return Ok(binding.value);
        }
        if class.closed && !name.starts_with("__") && name != "mro" {
            return Err(no_attribute(&format!("type object '{}'", class.name), name));
        }
        Ok(Value::unknown(format!(
            "It depends on `{}.{name}`.",
            class.path
        )))
    }

    pub(super) fn subscript(&mut self, value: &Value<'a>, index: Value<'a>) -> Evaluated<'a> {
        match value {
            Value::Forward(text) => {
                let text = Text::clone(text);
                Ok(match self.index_text(&index) {
                    Some(index) => Value::Forward(Rc::new(text.subscript(&index))),
                    None => index,
                })
            }
            Value::Class(class) => self.subscript_class(class, index),
            Value::Form(form) => self.subscript_form(form, index),
            Value::Generic(generic) if !generic.arguments.iter().any(is_open) => {
                let alias = value.repr(self.series());
                let message = match () {
                    () if generic.from_typing => format!("{alias} is not a generic class"),
                    () if self.series() >= Series::python3(11) => {
                        format!("{alias} is not a generic class")
                    }
                    () => format!("There are no type variables left in {alias}"),
                };
                Err(Exception::new("TypeError", message))
            }

            Value::External(path)
                if library::subscript_external(path, self.series()) == Some(Ok(())) =>
            {
                Ok(generic(path.to_string(), index, false))
            }
            Value::External(path) => {
                if let Some(Err(type_name)) = library::subscript_external(path, self.series()) {
                    return Err(Exception::new(
                        "TypeError",
                        format!("'{type_name}' object is not subscriptable"),
                    ));
                }
                if self.series() < Series::python3(9) && !path.starts_with("typing.") {
                    return Ok(Value::unknown(format!(
                        "It depends on whether `{path}` can be subscripted in {}.",
                        self.series()
                    )));
                }
                let inner = match &index {
                    Value::Tuple(values) => {
                        let parts: Vec<_> =
                            values.iter().map(|part| part.part(self.series())).collect();
                        parts.join(", ")
                    }
                    other => other.part(self.series()),
                };
                if self.names != Names::Real && index.contains_forward() {
                    return Ok(Value::unknown(format!(
                        "It depends on how `{path}` handles a forward reference."
                    )));
                }
                Ok(Value::External(format!("{path}[{inner}]").into()))
            }
            Value::None | Value::Ellipsis | Value::Bool(_) | Value::Function(_) => {
                let type_name = value.type_name(self.series()).unwrap_or("object");
                Err(Exception::new(
                    "TypeError",
                    format!("'{type_name}' object is not subscriptable"),
                ))
            }
            Value::Unknown(reason) => Ok(Value::Unknown(reason.clone())),
            other => Ok(Value::unknown(format!(
                "It depends on an item of `{}`.",
                other.repr(self.series())
            ))),
        }
    }

    fn subscript_class(&mut self, class: &Rc<Class>, index: Value<'a>) -> Evaluated<'a> {
        let subscriptable = match class.subscript {
            Subscript::Never => false,
            Subscript::Since(first) => self.series() >= first,
            Subscript::Unknown => {
                return Ok(Value::External(
                    format!("{}[{}]", class.path, index.part(self.series())).into(),
                ));
            }
        };
        if !subscriptable {
            let message = if self.series() >= Series::python3(11) {
                format!("type '{}' is not subscriptable", class.name)
            } else {
                "'type' object is not subscriptable".to_owned()
            };
            return Err(Exception::new("TypeError", message));
        }
        Ok(generic(class.path.clone(), index, class.scope.is_some()))
    }

    fn subscript_form(&mut self, form: &'static str, index: Value<'a>) -> Evaluated<'a> {
        if !library::is_generic_form(form) {
            return Err(Exception::new(
                "TypeError",
                format!("typing.{form} is not subscriptable"),
            ));
        }
        let arguments: Vec<Value<'a>> = match &index {
            Value::Tuple(values) => values.iter().cloned().map(forward_string).collect(),
            other => vec![forward_string(other.clone())],
        };
        match form {
            "Optional" => Ok(union(arguments.into_iter().chain([Value::None]), true)),
            "Union" => Ok(union(arguments.into_iter(), true)),
            "Literal" => Ok(generic(format!("typing.{form}"), index, true)),
            "Annotated" => Ok(match index {
                Value::Tuple(values) => {
                    let mut values: Vec<_> = values.to_vec();
                    if let Some(first) = values.first_mut() {
                        *first = forward_string(first.clone());
                    }
                    generic(
                        "typing.Annotated".to_owned(),
                        Value::Tuple(values.into()),
                        true,
                    )
                }
                other => self.unknown_form(form, &other),
            }),
            _ => Ok(generic(
                format!("typing.{form}"),
                Value::Tuple(arguments.into()),
                true,
            )),
        }
    }

    /// Records an exception that is possible.
    pub(super) fn may_raise(&mut self, raised: Exception) {
        self.possible.get_or_insert_with(|| raised.possible());
    }

    fn unknown_form(&self, form: &str, index: &Value<'a>) -> Value<'a> {
        Value::External(format!("typing.{form}[{}]", index.part(self.series())).into())
    }

    pub(super) fn binary(
        &mut self,
        op: Operator,
        left: Value<'a>,
        right: Value<'a>,
        expr: &'a Expr,
    ) -> Evaluated<'a> {
        let typing_left = matches!(&left, Value::Generic(generic) if generic.from_typing);
        if matches!(left, Value::Forward(_)) || matches!(right, Value::Forward(_)) && !typing_left {
            return Ok(match (self.as_text(&left), self.as_text(&right)) {
                (Some(left), Some(right)) => Value::Forward(Rc::new(left.binary(op, &right))),
                _ => self.unknown_result(expr),
            });
        }
        if op != Operator::BitOr {
            return Ok(self.unknown_result(expr));
        }
        self.bit_or(left, right, expr)
    }

    fn bit_or(&mut self, left: Value<'a>, right: Value<'a>, expr: &'a Expr) -> Evaluated<'a> {
        let series = self.series();
        let unsupported = |left: &Value, right: &Value| {
            let (left, right) = (left.type_name(series)?, right.type_name(series)?);
            let message = format!("unsupported operand type(s) for |: '{left}' and '{right}'");
            Some(Exception::new("TypeError", message))
        };
        let is_type = |value: &Value| {
            matches!(
                value,
                Value::Class(_)
                    | Value::Form(_)
                    | Value::Generic(_)
                    | Value::Union(_)
                    | Value::TypeVar(_)
            )
        };
        let is_foreign = |value: &Value| matches!(value, Value::External(_) | Value::Unknown(_));
        if is_foreign(&left) || is_foreign(&right) {
            let is_other = |value: &Value| is_type(value) || *value == Value::None;
            if series < UNION_SINCE && (is_other(&left) || is_other(&right)) {
                // It is most likely a class, which does not support `|` in these series.
                let name = |value: &Value| value.type_name(series).unwrap_or("type");
                self.may_raise(Exception::new(
                    "TypeError",
                    format!(
                        "unsupported operand type(s) for |: '{}' and '{}'",
                        name(&left),
                        name(&right)
                    ),
                ));
            }
            return Ok(match (&left, &right) {
                (Value::Unknown(_), _) => left,
                (_, Value::Unknown(_)) => right,
                _ => union([left, right].into_iter(), false),
            });
        }
        let from_typing = |value: &Value| match value {
            Value::Form("Any") => series < Series::python3(11),
            Value::Form(_) | Value::TypeVar(_) => true,
            Value::Generic(generic) => generic.from_typing,
            Value::Union(union) => union.from_typing,
            _ => false,
        };
        let by_typing = from_typing(&left) || from_typing(&right);
        let joins = |value: &Value| is_type(value) || *value == Value::None;
        if series >= UNION_SINCE
            && joins(&left)
            && joins(&right)
            && (is_type(&left) || is_type(&right))
        {
            return Ok(union([left, right].into_iter(), by_typing));
        }
        if series >= UNION_SINCE && by_typing {
            let text = |value: &Value| matches!(value, Value::Str(_));
            if text(&left) || text(&right) {
                let members = [left, right].map(forward_string);
                return Ok(union(members.into_iter(), true));
            }
        }

        if series < UNION_SINCE && matches!((&left, &right), (Value::Class(_), Value::None)) {
            // The metaclass is not known, but few metaclasses define `|`.
            let Some(raised) = unsupported(&left, &right) else {
                let message = "unsupported operand type(s) for |: 'type' and 'NoneType'";
                self.may_raise(Exception::new("TypeError", message));
                return Ok(self.unknown_result(expr));
            };
            return Err(raised);
        }
        match unsupported(&left, &right) {
            // Numbers and other constants may support `|`.
            Some(_)
                if !is_type(&left)
                    && !is_type(&right)
                    && left.type_name(series) == right.type_name(series)
                    && left != Value::None =>
            {
                Ok(self.unknown_result(expr))
            }
            Some(raised) => Err(raised),
            None => Ok(self.unknown_result(expr)),
        }
    }
}

fn no_attribute(owner: &str, name: &str) -> Exception {
    Exception::new(
        "AttributeError",
        format!("{owner} has no attribute '{name}'"),
    )
}

fn unknown_attribute<'a>(value: &Value, name: &str, series: Series) -> Value<'a> {
    Value::unknown(format!(
        "It depends on the attribute `{name}` of `{}`.",
        value.part(series)
    ))
}

/// Whether a generic alias with this argument may be subscripted again.
fn is_open(value: &Value) -> bool {
    match value {
        Value::TypeVar(_) | Value::External(_) | Value::Unknown(_) => true,
        Value::Generic(generic) => generic.arguments.iter().any(is_open),
        Value::Union(union) => union.members.iter().any(is_open),
        Value::List(values) | Value::Tuple(values) => values.iter().any(is_open),
        _ => false,
    }
}

/// Converts strings to forward references, as the forms of `typing` do.
fn forward_string(value: Value) -> Value {
    match value {
        Value::Str(text) => Value::Forward(Rc::new(Text::atom(&*text))),
        Value::List(values) => Value::List(values.iter().cloned().map(forward_string).collect()),
        other => other,
    }
}

fn generic(origin: String, index: Value, from_typing: bool) -> Value {
    let arguments = match index {
        Value::Tuple(values) => values.to_vec(),
        other => vec![other],
    };
    Value::Generic(Rc::new(Generic {
        origin,
        arguments,
        from_typing,
    }))
}

/// The union of types without duplicates. The union of a single type is that type.
fn union<'a>(members: impl Iterator<Item = Value<'a>>, from_typing: bool) -> Value<'a> {
    let mut flat: Vec<Value<'a>> = Vec::new();
    for member in members {
        let parts = match &member {
            Value::Union(union) => union.members.clone(),
            _ => vec![member],
        };
        for part in parts {
            if !flat.contains(&part) {
                flat.push(part);
            }
        }
    }
    match flat.as_slice() {
        [Value::None] if from_typing => Value::constant("<class 'NoneType'>", "type"),
        [only] => only.clone(),
        _ => Value::Union(Rc::new(Union {
            members: flat,
            from_typing,
        })),
    }
}
