//! What the interpreter and its standard library hold, as far as annotations
//! and their imports use it, in which series. The entry points are
//! [`builtin`], [`typing`], [`has_module`] and [`has_name`].
//!
//! The facts themselves stand in [`tables`](super::tables).

use super::{
    tables::{
        CLASSES, FUNCTIONS, GENERIC_CLASSES, GENERIC_FORMS, MODULES, NAMES, OTHERS, PLAIN_FORMS,
        STANDARD_MODULES, TYPING_OTHERS, YOUNGER_BUILTINS,
    },
    value::{Class, Subscript, Value},
};
use std::rc::Rc;
use terms::Series;

fn there(first: u8, gone: u8, series: Series) -> bool {
    series.minor >= first && (gone == 0 || series.minor < gone)
}

/// Whether a list of words, each between spaces, has a word.
fn lists(words: &str, word: &str) -> bool {
    words.match_indices(word).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| words.as_bytes().get(at));
        before == Some(&b' ') && words.as_bytes().get(at + word.len()) == Some(&b' ')
    })
}

/// Whether a library module exists in a series. What is no library module is
/// taken to be installed.
pub(super) fn has_module(path: &str, series: Series) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    MODULES
        .iter()
        .find(|(module, ..)| *module == top)
        .is_none_or(|(_, first, gone)| there(*first, *gone, series))
}

/// Whether a module is one of the library's, in any series.
pub(super) fn is_standard(path: &str) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    lists(STANDARD_MODULES, top) || MODULES.iter().any(|(module, ..)| *module == top)
}

/// Whether a class of the library can be subscripted, where that is known.
/// The error is the name of its type in the series that refuse it.
pub(super) fn subscript_outside(path: &str, series: Series) -> Option<Result<(), &'static str>> {
    let name = path.strip_prefix("collections.")?;
    let type_name = match name.strip_prefix("abc.") {
        Some("Hashable" | "Sized" | "Buffer") => return None,
        Some(_) => "ABCMeta",
        None if matches!(name, "ChainMap" | "Counter" | "UserDict" | "UserList") => "ABCMeta",
        None if matches!(name, "OrderedDict" | "defaultdict" | "deque") => "type",
        None => return None,
    };
    Some(if series >= Series::python3(9) {
        Ok(())
    } else {
        Err(type_name)
    })
}

/// The name of the type of a form of `typing`, as 3.8 and 3.9 give it in
/// error messages; only these cannot join such forms with `|`.
pub(super) fn form_type(form: &str, series: Series) -> &'static str {
    let is_special = matches!(
        form,
        "Any" | "ClassVar" | "Final" | "Literal" | "NoReturn" | "Optional" | "Union"
    );
    match (form, series.minor) {
        _ if is_special => "_SpecialForm",
        ("Generic", _) => "type",
        ("Protocol", _) => "_ProtocolMeta",
        ("Callable" | "Tuple", 8) => "_VariadicGenericAlias",
        (_, 8) => "_GenericAlias",
        ("Callable", _) => "_CallableType",
        ("Tuple", _) => "_TupleType",
        ("Annotated", _) => "type",
        _ => "_SpecialGenericAlias",
    }
}

/// Whether what [`has_module`] says of a module is all there is to know.
pub(super) fn is_surely_there(path: &str) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    matches!(top, "collections" | "dataclasses" | "sys" | "typing")
        || MODULES.iter().any(|(module, ..)| *module == top)
}

/// Whether a library module has a name in a series; `true` where it is not known.
pub(super) fn has_name(module: &str, name: &str, series: Series) -> bool {
    let listed = NAMES
        .iter()
        .find(|(path, known, ..)| *path == module && *known == name);
    if let Some((_, _, first, gone)) = listed {
        return there(*first, *gone, series);
    }
    module != "typing"
        || name.starts_with('_')
        || GENERIC_FORMS.contains(&name)
        || PLAIN_FORMS.contains(&name)
        || lists(TYPING_OTHERS, name)
}

/// A name that every module sees.
pub(super) fn builtin<'a>(name: &str, series: Series) -> Option<Value<'a>> {
    let younger = YOUNGER_BUILTINS.iter().find(|(known, _)| *known == name);
    if younger.is_some_and(|(_, first)| series.minor < *first) {
        return None;
    }
    let path = match name {
        "IOError" | "EnvironmentError" => "OSError",
        other => other,
    };
    if lists(CLASSES, path) {
        return Some(class(path));
    }
    if lists(FUNCTIONS, name) {
        let repr = format!("<built-in function {name}>");
        return Some(Value::constant(repr, "builtin_function_or_method"));
    }
    match name {
        "None" => Some(Value::None),
        "Ellipsis" => Some(Value::Ellipsis),
        "True" => Some(Value::Bool(true)),
        "False" => Some(Value::Bool(false)),
        _ => lists(OTHERS, name).then(|| Value::Outside(name.into())),
    }
}

/// A builtin class.
pub(super) fn class<'a>(name: &str) -> Value<'a> {
    let generic = GENERIC_CLASSES.iter().find(|(known, _)| *known == name);
    Value::Class(Rc::new(Class {
        path: name.to_owned(),
        name: name.to_owned(),
        scope: None,
        subscript: generic.map_or(Subscript::Never, |(_, first)| {
            Subscript::Since(Series::python3(*first))
        }),
        is_type: true,
        closed: false,
    }))
}

/// A name of the module `typing`, where [`has_name`] says that it has it.
pub(super) fn typing<'a>(name: &str) -> Value<'a> {
    let form = GENERIC_FORMS
        .iter()
        .chain(PLAIN_FORMS)
        .find(|form| **form == name);
    match (form, name) {
        (Some(form), _) => Value::Form(form),
        (None, "TYPE_CHECKING") => Value::Bool(false),
        (None, "Text") => class("str"),
        (None, "AnyStr") => Value::TypeVar("~AnyStr".into()),
        _ => Value::Outside(format!("typing.{name}").into()),
    }
}

/// Whether a form of `typing` takes a subscription.
pub(super) fn is_generic_form(name: &str) -> bool {
    GENERIC_FORMS.contains(&name)
}

/// Whether an exception is caught by a handler for a class of exceptions.
/// Only the classes that this room raises itself matter here.
pub(super) fn catches(handler: &str, raised: &str) -> bool {
    let parents: &[&str] = match raised {
        "UnboundLocalError" => &["NameError"],
        "ModuleNotFoundError" => &["ImportError"],
        "KeyError" | "IndexError" => &["LookupError"],
        "ZeroDivisionError" => &["ArithmeticError"],
        "RecursionError" | "NotImplementedError" => &["RuntimeError"],
        _ => &[],
    };
    let exits = matches!(raised, "SystemExit" | "KeyboardInterrupt" | "GeneratorExit");
    handler == raised
        || handler == "BaseException"
        || (handler == "Exception" && !exits)
        || parents.contains(&handler)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_count() {
        assert!(lists(CLASSES, "int") && lists(CLASSES, "zip") && lists(CLASSES, "OSError"));
        assert!(!lists(CLASSES, "in") && !lists(CLASSES, ""));
    }

    #[test]
    fn names_come_and_go() {
        let in_series = |minor| Series::python3(minor);
        assert!(builtin("ExceptionGroup", in_series(10)).is_none());
        assert!(builtin("ExceptionGroup", in_series(11)).is_some());
        assert!(builtin("nothing", in_series(15)).is_none());
        assert!(!has_name("typing", "Self", in_series(10)));
        assert!(has_name("typing", "Self", in_series(11)));
        assert!(has_name("typing", "no_type_check_decorator", in_series(14)));
        assert!(!has_name(
            "typing",
            "no_type_check_decorator",
            in_series(15)
        ));
        assert!(!has_name("typing", "Nothing", in_series(15)));
        assert!(has_module("distutils.core", in_series(11)));
        assert!(!has_module("distutils.core", in_series(12)));
        assert!(has_module("numpy", in_series(8)));
        assert!(catches("ImportError", "ModuleNotFoundError"));
        assert!(!catches("Exception", "SystemExit"));
    }

    #[test]
    fn a_handler_catches_its_own_exceptions_and_no_others() {
        for (handler, raised) in [
            ("ValueError", "ValueError"),
            ("NameError", "UnboundLocalError"),
            ("Exception", "ValueError"),
            ("BaseException", "SystemExit"),
        ] {
            assert!(catches(handler, raised), "{handler} and {raised}");
        }
        for (handler, raised) in [
            ("KeyError", "ValueError"),
            ("UnboundLocalError", "NameError"),
            ("Exception", "SystemExit"),
        ] {
            assert!(!catches(handler, raised), "{handler} and {raised}");
        }
    }
}
