//! What the interpreter and its standard library hold, as far as annotations
//! and their imports use it, in which series. The entry points are
//! [`builtin`], [`typing`], [`has_module`] and [`has_name`].
//!
//! The tables were read from the interpreters themselves: `dir(builtins)`,
//! `dir(typing)` and `sys.stdlib_module_names` of 3.8 to 3.15.

use super::value::{Class, Subscript, Value};
use crate::terms::Series;
use std::rc::Rc;

/// Classes that can be subscripted, and the series since when.
const GENERIC_CLASSES: &[(&str, u8)] = &[
    ("BaseExceptionGroup", 11),
    ("ExceptionGroup", 11),
    ("classmethod", 14),
    ("dict", 9),
    ("enumerate", 9),
    ("frozendict", 15),
    ("frozenset", 9),
    ("list", 9),
    ("memoryview", 14),
    ("set", 9),
    ("slice", 15),
    ("staticmethod", 14),
    ("tuple", 9),
    ("type", 9),
];

const CLASSES: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "EncodingWarning",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "ImportCycleError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "PythonFinalizationError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "bool",
    "bytearray",
    "bytes",
    "classmethod",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "float",
    "frozendict",
    "frozenset",
    "int",
    "list",
    "map",
    "memoryview",
    "object",
    "property",
    "range",
    "reversed",
    "sentinel",
    "set",
    "slice",
    "staticmethod",
    "str",
    "super",
    "tuple",
    "type",
    "zip",
];

const FUNCTIONS: &[&str] = &[
    "__build_class__",
    "__import__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "breakpoint",
    "callable",
    "chr",
    "compile",
    "delattr",
    "dir",
    "divmod",
    "eval",
    "exec",
    "format",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "id",
    "input",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "locals",
    "max",
    "min",
    "next",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "repr",
    "round",
    "setattr",
    "sorted",
    "sum",
    "vars",
];

/// Names that only the `site` module adds, and what every module has.
const OTHERS: &[&str] = &[
    "NotImplemented",
    "__builtins__",
    "__cached__",
    "__debug__",
    "__doc__",
    "__file__",
    "__loader__",
    "__name__",
    "__package__",
    "__spec__",
    "copyright",
    "credits",
    "exit",
    "help",
    "license",
    "quit",
];

/// Names that are younger than 3.8, and the series they came with.
const YOUNGER_BUILTINS: &[(&str, u8)] = &[
    ("BaseExceptionGroup", 11),
    ("EncodingWarning", 10),
    ("ExceptionGroup", 11),
    ("ImportCycleError", 15),
    ("PythonFinalizationError", 13),
    ("aiter", 10),
    ("anext", 10),
    ("frozendict", 15),
    ("sentinel", 15),
];

/// Forms of `typing` that take a subscription.
const GENERIC_FORMS: &[&str] = &[
    "AbstractSet",
    "Annotated",
    "AsyncContextManager",
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Awaitable",
    "Callable",
    "ChainMap",
    "ClassVar",
    "Collection",
    "Concatenate",
    "Container",
    "ContextManager",
    "Coroutine",
    "Counter",
    "DefaultDict",
    "Deque",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Generic",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "List",
    "Literal",
    "Mapping",
    "MappingView",
    "Match",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "NotRequired",
    "Optional",
    "OrderedDict",
    "Pattern",
    "Protocol",
    "ReadOnly",
    "Required",
    "Reversible",
    "Sequence",
    "Set",
    "Tuple",
    "Type",
    "TypeForm",
    "TypeGuard",
    "TypeIs",
    "Union",
    "Unpack",
    "ValuesView",
];

const PLAIN_FORMS: &[&str] = &[
    "Any",
    "Hashable",
    "LiteralString",
    "Never",
    "NoReturn",
    "Self",
    "Sized",
    "TypeAlias",
];

/// Other public names of `typing`.
const TYPING_OTHERS: &[&str] = &[
    "AnyStr",
    "BinaryIO",
    "ByteString",
    "ForwardRef",
    "IO",
    "NamedTuple",
    "NewType",
    "NoDefault",
    "NoExtraItems",
    "ParamSpec",
    "ParamSpecArgs",
    "ParamSpecKwargs",
    "SupportsAbs",
    "SupportsBytes",
    "SupportsComplex",
    "SupportsFloat",
    "SupportsIndex",
    "SupportsInt",
    "SupportsRound",
    "TYPE_CHECKING",
    "Text",
    "TextIO",
    "TypeAliasType",
    "TypeVar",
    "TypeVarTuple",
    "TypedDict",
    "assert_never",
    "assert_type",
    "cast",
    "clear_overloads",
    "dataclass_transform",
    "disjoint_base",
    "evaluate_forward_ref",
    "final",
    "get_args",
    "get_origin",
    "get_overloads",
    "get_protocol_members",
    "get_type_hints",
    "is_protocol",
    "is_typeddict",
    "no_type_check",
    "no_type_check_decorator",
    "overload",
    "override",
    "reveal_type",
    "runtime_checkable",
];

/// Names of library modules that not all series have: the first series with
/// it, and the first without it again.
const NAMES: &[(&str, &str, u8, u8)] = &[
    ("collections.abc", "Buffer", 12, 0),
    ("collections.abc", "ByteString", 0, 15),
    ("dataclasses", "KW_ONLY", 10, 0),
    ("typing", "Annotated", 9, 0),
    ("typing", "ByteString", 0, 15),
    ("typing", "Concatenate", 10, 0),
    ("typing", "LiteralString", 11, 0),
    ("typing", "Never", 11, 0),
    ("typing", "NoDefault", 13, 0),
    ("typing", "NoExtraItems", 15, 0),
    ("typing", "NotRequired", 11, 0),
    ("typing", "ParamSpec", 10, 0),
    ("typing", "ParamSpecArgs", 10, 0),
    ("typing", "ParamSpecKwargs", 10, 0),
    ("typing", "ReadOnly", 13, 0),
    ("typing", "Required", 11, 0),
    ("typing", "Self", 11, 0),
    ("typing", "TypeAlias", 10, 0),
    ("typing", "TypeAliasType", 12, 0),
    ("typing", "TypeForm", 15, 0),
    ("typing", "TypeGuard", 10, 0),
    ("typing", "TypeIs", 13, 0),
    ("typing", "TypeVarTuple", 11, 0),
    ("typing", "Unpack", 11, 0),
    ("typing", "assert_never", 11, 0),
    ("typing", "assert_type", 11, 0),
    ("typing", "clear_overloads", 11, 0),
    ("typing", "dataclass_transform", 11, 0),
    ("typing", "disjoint_base", 15, 0),
    ("typing", "evaluate_forward_ref", 14, 0),
    ("typing", "get_overloads", 11, 0),
    ("typing", "get_protocol_members", 13, 0),
    ("typing", "is_protocol", 13, 0),
    ("typing", "is_typeddict", 10, 0),
    ("typing", "no_type_check_decorator", 0, 15),
    ("typing", "override", 12, 0),
    ("typing", "reveal_type", 11, 0),
];

/// Library modules that not all series have, likewise.
const MODULES: &[(&str, u8, u8)] = &[
    ("_bootlocale", 0, 10),
    ("aifc", 0, 13),
    ("annotationlib", 14, 0),
    ("asynchat", 0, 12),
    ("asyncore", 0, 12),
    ("audioop", 0, 13),
    ("binhex", 0, 11),
    ("cgi", 0, 13),
    ("cgitb", 0, 13),
    ("chunk", 0, 13),
    ("compression", 14, 0),
    ("crypt", 0, 13),
    ("distutils", 0, 12),
    ("dummy_threading", 0, 9),
    ("_dummy_thread", 0, 9),
    ("formatter", 0, 10),
    ("graphlib", 9, 0),
    ("imghdr", 0, 13),
    ("imp", 0, 12),
    ("lib2to3", 0, 13),
    ("mailcap", 0, 13),
    ("msilib", 0, 13),
    ("nis", 0, 13),
    ("nntplib", 0, 13),
    ("ossaudiodev", 0, 13),
    ("parser", 0, 10),
    ("pipes", 0, 13),
    ("profiling", 15, 0),
    ("smtpd", 0, 12),
    ("sndhdr", 0, 13),
    ("spwd", 0, 13),
    ("sre_compile", 0, 15),
    ("sre_constants", 0, 15),
    ("sre_parse", 0, 15),
    ("sunau", 0, 13),
    ("symbol", 0, 10),
    ("telnetlib", 0, 13),
    ("tomllib", 11, 0),
    ("uu", 0, 13),
    ("xdrlib", 0, 13),
    ("zoneinfo", 9, 0),
];

/// The modules of the library that all series have.
const STANDARD_MODULES: &[&str] = &[
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "bdb",
    "binascii",
    "bisect",
    "builtins",
    "bz2",
    "cProfile",
    "calendar",
    "cmath",
    "cmd",
    "code",
    "codecs",
    "codeop",
    "collections",
    "colorsys",
    "compileall",
    "concurrent",
    "configparser",
    "contextlib",
    "contextvars",
    "copy",
    "copyreg",
    "csv",
    "ctypes",
    "curses",
    "dataclasses",
    "datetime",
    "dbm",
    "decimal",
    "difflib",
    "dis",
    "doctest",
    "email",
    "encodings",
    "ensurepip",
    "enum",
    "errno",
    "faulthandler",
    "fcntl",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "ftplib",
    "functools",
    "gc",
    "getopt",
    "getpass",
    "gettext",
    "glob",
    "grp",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "imaplib",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "mailbox",
    "marshal",
    "math",
    "mimetypes",
    "mmap",
    "modulefinder",
    "multiprocessing",
    "netrc",
    "nturl2path",
    "numbers",
    "opcode",
    "operator",
    "optparse",
    "os",
    "pathlib",
    "pdb",
    "pickle",
    "pickletools",
    "pkgutil",
    "platform",
    "plistlib",
    "poplib",
    "pprint",
    "profile",
    "pstats",
    "pty",
    "pwd",
    "py_compile",
    "pyclbr",
    "pydoc",
    "pyexpat",
    "queue",
    "quopri",
    "random",
    "re",
    "readline",
    "reprlib",
    "resource",
    "rlcompleter",
    "runpy",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "site",
    "smtplib",
    "socket",
    "socketserver",
    "sqlite3",
    "ssl",
    "stat",
    "statistics",
    "string",
    "stringprep",
    "struct",
    "subprocess",
    "symtable",
    "sys",
    "sysconfig",
    "syslog",
    "tabnanny",
    "tarfile",
    "tempfile",
    "termios",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "tkinter",
    "token",
    "tokenize",
    "trace",
    "traceback",
    "tracemalloc",
    "tty",
    "turtle",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uuid",
    "venv",
    "warnings",
    "wave",
    "weakref",
    "webbrowser",
    "wsgiref",
    "xml",
    "xmlrpc",
    "zipapp",
    "zipfile",
    "zipimport",
    "zlib",
];

fn there(first: u8, gone: u8, series: Series) -> bool {
    series.minor >= first && (gone == 0 || series.minor < gone)
}

/// Whether a sorted list has a word.
fn lists(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
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
        || lists(GENERIC_FORMS, name)
        || lists(PLAIN_FORMS, name)
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
    lists(GENERIC_FORMS, name)
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
    fn lists_are_sorted() {
        for words in [
            CLASSES,
            FUNCTIONS,
            OTHERS,
            TYPING_OTHERS,
            STANDARD_MODULES,
            GENERIC_FORMS,
            PLAIN_FORMS,
        ] {
            assert!(words.is_sorted(), "{words:?}");
        }
    }

    #[test]
    fn names_come_and_go() {
        let in_series = |minor| Series::python3(minor);
        assert!(builtin("ExceptionGroup", in_series(10)).is_none());
        assert!(builtin("ExceptionGroup", in_series(11)).is_some());
        assert!(builtin("nothing", in_series(15)).is_none());
        assert!(!has_name("typing", "Self", in_series(10)));
        assert!(has_name("typing", "Self", in_series(11)));
        assert!(!has_name("typing", "ByteString", in_series(15)));
        assert!(!has_name("typing", "Nothing", in_series(15)));
        assert!(has_module("distutils.core", in_series(11)));
        assert!(!has_module("distutils.core", in_series(12)));
        assert!(has_module("numpy", in_series(8)));
        assert!(catches("ImportError", "ModuleNotFoundError"));
        assert!(!catches("Exception", "SystemExit"));
    }
}
