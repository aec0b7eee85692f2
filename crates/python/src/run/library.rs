//! The builtins and the standard library of each series, as far as annotations use them.
//! The entry points are [`builtin`], [`typing_name`], [`has_module`] and [`has_name`].
//!
//! The data are in [`tables`](super::tables).

use super::{
    tables::{
        CLASSES, FUNCTIONS, GENERIC_CLASSES, GENERIC_FORMS, MODULES, NAMES, NEWER_BUILTINS, OTHERS,
        PLAIN_FORMS, STANDARD_MODULES, TYPING_OTHERS,
    },
    value::{Class, Subscript, Value},
};
use std::rc::Rc;
use terms::Series;

/// Whether something that was added in `added` and removed in `removed`, with 0 for never,
/// exists in a series.
fn exists_in(added: u8, removed: u8, series: Series) -> bool {
    series.minor >= added && (removed == 0 || series.minor < removed)
}

/// Whether a list of words, each surrounded by spaces, contains a word.
fn has_word(words: &str, word: &str) -> bool {
    words.match_indices(word).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| words.as_bytes().get(at));
        before == Some(&b' ') && words.as_bytes().get(at + word.len()) == Some(&b' ')
    })
}

/// Whether a module of the standard library exists in a series. All other modules are
/// assumed to be installed.
pub(super) fn has_module(path: &str, series: Series) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    MODULES
        .iter()
        .find(|(module, ..)| *module == top)
        .is_none_or(|(_, added, removed)| exists_in(*added, *removed, series))
}

/// Whether a module is in the standard library of any version.
pub(super) fn is_standard(path: &str) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    has_word(STANDARD_MODULES, top) || MODULES.iter().any(|(module, ..)| *module == top)
}

/// Whether a class of the standard library can be subscripted; `None` if that is not known.
/// The error is the name of the class's type, for the message of the exception.
pub(super) fn subscript_external(path: &str, series: Series) -> Option<Result<(), &'static str>> {
    let name = path.strip_prefix("collections.")?;
    let type_name = match name.strip_prefix("abc.") {
        Some("Hashable" | "Sized" | "Buffer") => return None,
        Some(_) => "ABCMeta",
        None if matches!(name, "ChainMap" | "UserDict" | "UserList") => "ABCMeta",
        None if matches!(name, "Counter" | "OrderedDict" | "defaultdict" | "deque") => "type",
        None => return None,
    };
    Some(if series >= Series::python3(9) {
        Ok(())
    } else {
        Err(type_name)
    })
}

/// The name of the type of a form of `typing` in error messages of 3.8 and 3.9, which do not
/// support `|` for these forms.
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

/// Whether [`has_module`] knows for certain that a module exists or not.
pub(super) fn is_certain(path: &str) -> bool {
    let top = path.split('.').next().unwrap_or(path);
    matches!(top, "collections" | "dataclasses" | "sys" | "typing")
        || MODULES.iter().any(|(module, ..)| *module == top)
}

/// Whether a module of the standard library has a name in a series; `true` if that is not
/// known.
pub(super) fn has_name(module: &str, name: &str, series: Series) -> bool {
    let listed = NAMES
        .iter()
        .find(|(path, known, ..)| *path == module && *known == name);
    if let Some((_, _, added, removed)) = listed {
        return exists_in(*added, *removed, series);
    }
    module != "typing"
        || name.starts_with('_')
        || GENERIC_FORMS.contains(&name)
        || PLAIN_FORMS.contains(&name)
        || has_word(TYPING_OTHERS, name)
}

/// The value of a builtin, if the series has it.
pub(super) fn builtin<'a>(name: &str, series: Series) -> Option<Value<'a>> {
    let newer = NEWER_BUILTINS.iter().find(|(known, _)| *known == name);
    if newer.is_some_and(|(_, first)| series.minor < *first) {
        return None;
    }
    let path = match name {
        "IOError" | "EnvironmentError" => "OSError",
        other => other,
    };
    if has_word(CLASSES, path) {
        return Some(builtin_class(path));
    }
    if has_word(FUNCTIONS, name) {
        let repr = format!("<built-in function {name}>");
        return Some(Value::constant(repr, "builtin_function_or_method"));
    }
    match name {
        "None" => Some(Value::None),
        "Ellipsis" => Some(Value::Ellipsis),
        "True" => Some(Value::Bool(true)),
        "False" => Some(Value::Bool(false)),
        _ => has_word(OTHERS, name).then(|| Value::External(name.into())),
    }
}

/// A builtin class.
pub(super) fn builtin_class<'a>(name: &str) -> Value<'a> {
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

/// The value of a name of the module `typing`, which has to exist according to [`has_name`].
pub(super) fn typing_name<'a>(name: &str) -> Value<'a> {
    let form = GENERIC_FORMS
        .iter()
        .chain(PLAIN_FORMS)
        .find(|form| **form == name);
    match (form, name) {
        (Some(form), _) => Value::Form(form),
        (None, "TYPE_CHECKING") => Value::Bool(false),
        (None, "Text") => builtin_class("str"),
        (None, "AnyStr") => Value::TypeVar("~AnyStr".into()),
        _ => Value::External(format!("typing.{name}").into()),
    }
}

/// Whether a form of `typing` can be subscripted.
pub(super) fn is_generic_form(name: &str) -> bool {
    GENERIC_FORMS.contains(&name)
}

/// Whether a handler for a class of exceptions catches an exception. Only the exceptions
/// that this analysis raises have to be known here.
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
    fn only_whole_words_are_found() {
        assert!(
            has_word(CLASSES, "int") && has_word(CLASSES, "zip") && has_word(CLASSES, "OSError")
        );
        assert!(!has_word(CLASSES, "in") && !has_word(CLASSES, ""));
    }

    #[test]
    fn names_are_added_and_removed() {
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
    fn handlers_catch_subclasses_of_their_class() {
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
