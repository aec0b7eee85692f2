//! What a report says that failed, with the names concerned. The entry point is
//! [`Failure::of`].

use crate::paste::Report;
use crate::template::find;

/// What failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// A module could not be found.
    Module(String),
    /// A module lacks a name that was imported from it. The module is not always known.
    Import {
        /// The module, if the message or the code names it.
        module: Option<String>,
        /// The name.
        name: String,
    },
    /// A module lacks an attribute.
    ModuleAttribute {
        /// The module.
        module: String,
        /// The attribute.
        name: String,
    },
    /// An object lacks an attribute.
    Attribute {
        /// The type, as the message gives it: with or without its module.
        owner: String,
        /// The attribute.
        name: String,
    },
    /// A function has no such parameter.
    Keyword {
        /// The function as the message gives it; `__init__` does not say of which class, and
        /// it is empty if the message does not name it.
        function: String,
        /// The parameter.
        keyword: String,
    },
    /// A function got more arguments by position than it takes.
    Positional {
        /// The function as the message gives it.
        function: String,
        /// The most that it takes, with `self`.
        most: usize,
        /// How many it got, with `self`.
        given: usize,
    },
    /// A name is not defined.
    Name(String),
    /// Anything else: only the message can tell.
    Other,
}

/// What the gaps of a template are.
#[derive(Clone, Copy)]
enum Gaps {
    Module,
    NameModule,
    Name,
    ModuleAttribute,
    Attribute,
    FunctionKeyword,
    KeywordFunction,
    Keyword,
    FunctionCount,
    FunctionCountOfRange,
    Undefined,
}

/// How CPython 3.6 to 3.15 words each failure, the more particular first. Source: the
/// interpreters.
const SHAPES: &[(&str, Gaps)] = &[
    ("No module named '{}'; '{}' is not a package", Gaps::Module),
    ("No module named '{}'", Gaps::Module),
    ("No module named \"{}\"", Gaps::Module),
    ("No module named {}", Gaps::Module),
    (
        "cannot import name '{}' from partially initialized module '{}'",
        Gaps::NameModule,
    ),
    ("cannot import name '{}' from '{}'", Gaps::NameModule),
    ("cannot import name '{}'", Gaps::Name),
    ("cannot import name {}", Gaps::Name),
    ("module '{}' has no attribute '{}'", Gaps::ModuleAttribute),
    ("type object '{}' has no attribute '{}'", Gaps::Attribute),
    ("'{}' object has no attribute '{}'", Gaps::Attribute),
    ("{} instance has no attribute '{}'", Gaps::Attribute),
    (
        "{}() got an unexpected keyword argument '{}'",
        Gaps::FunctionKeyword,
    ),
    (
        "{} got an unexpected keyword argument '{}'",
        Gaps::FunctionKeyword,
    ),
    (
        "{}() got some positional-only arguments passed as keyword arguments: '{}'",
        Gaps::FunctionKeyword,
    ),
    (
        "'{}' is an invalid keyword argument for {}()",
        Gaps::KeywordFunction,
    ),
    (
        "'{}' is an invalid keyword argument for this function",
        Gaps::Keyword,
    ),
    (
        "{}() takes from {} to {} positional arguments but {} were given",
        Gaps::FunctionCountOfRange,
    ),
    (
        "{}() takes {} positional arguments but {} were given",
        Gaps::FunctionCount,
    ),
    (
        "{}() takes {} positional argument but {} were given",
        Gaps::FunctionCount,
    ),
    ("name '{}' is not defined", Gaps::Undefined),
];

impl Failure {
    /// What a report says.
    pub(crate) fn of(report: &Report) -> Self {
        let found = SHAPES
            .iter()
            .find_map(|(template, gaps)| Some((*gaps, find(template, &report.message)?)));
        let Some((kind, gaps)) = found else {
            return Self::Other;
        };
        let gap = |index: usize| {
            let text = gaps.get(index).copied().unwrap_or_default();
            let name = text.split_whitespace().next().unwrap_or_default();
            let is_name = |letter: char| letter.is_alphanumeric() || "_.".contains(letter);
            name.trim_matches(|letter| !is_name(letter))
                .trim_matches('.')
                .to_owned()
        };
        match kind {
            Gaps::Module => Self::Module(imported(&report.code, &gap(0)).unwrap_or_else(|| gap(0))),
            Gaps::NameModule => Self::Import {
                module: Some(gap(1)),
                name: gap(0),
            },
            Gaps::Name => Self::Import {
                module: imported_from(&report.code, &gap(0)),
                name: gap(0),
            },
            Gaps::ModuleAttribute => Self::ModuleAttribute {
                module: gap(0),
                name: gap(1),
            },
            // Python 3.4 and older do not say of which module.
            Gaps::Attribute if gap(0) == "module" => match owner_in(&report.code, &gap(1)) {
                Some(module) => Self::ModuleAttribute {
                    module,
                    name: gap(1),
                },
                None => Self::Attribute {
                    owner: gap(0),
                    name: gap(1),
                },
            },
            Gaps::Attribute => Self::Attribute {
                owner: gap(0),
                name: gap(1),
            },
            Gaps::FunctionKeyword => Self::Keyword {
                function: gap(0),
                keyword: gap(1),
            },
            Gaps::KeywordFunction => Self::Keyword {
                function: gap(1),
                keyword: gap(0),
            },
            Gaps::Keyword => Self::Keyword {
                function: String::new(),
                keyword: gap(0),
            },
            Gaps::FunctionCount => Self::positional(gap(0), &gap(1), &gap(2)),
            Gaps::FunctionCountOfRange => Self::positional(gap(0), &gap(2), &gap(3)),
            Gaps::Undefined => Self::Name(gap(0)),
        }
    }

    fn positional(function: String, most: &str, given: &str) -> Self {
        match (most.parse(), given.parse()) {
            (Ok(most), Ok(given)) => Self::Positional {
                function,
                most,
                given,
            },
            _ => Self::Other,
        }
    }

    /// The module that it names.
    pub(crate) fn module(&self) -> Option<&str> {
        match self {
            Self::Module(module) | Self::ModuleAttribute { module, .. } => Some(module),
            Self::Import { module, .. } => module.as_deref(),
            _ => None,
        }
    }

    /// Whether a text has the wording of a failure in it, even without a class.
    pub(crate) fn is_in(text: &str) -> bool {
        SHAPES
            .iter()
            // Without quotes words of anybody would match.
            .filter(|(template, _)| template.contains('\''))
            .any(|(template, _)| find(template, text).is_some())
    }
}

/// The module that a line of code imports, of which Python 2 names the last part only.
fn imported(code: &str, last: &str) -> Option<String> {
    code.lines().rev().find_map(|line| {
        let line = line.trim_start();
        let rest = line
            .strip_prefix("import ")
            .or(line.strip_prefix("from "))?;
        let module = rest.split([' ', ',']).next()?;
        let is_whole = module
            .rsplit_once('.')
            .is_some_and(|(_, name)| name == last);
        is_whole.then(|| module.to_owned())
    })
}

/// What stands before a name and a dot in some code, in its last line first.
fn owner_in(code: &str, name: &str) -> Option<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    code.lines().rev().find_map(|line| {
        let mut words = line.split(|letter| !is_name(letter));
        words.find_map(|word| {
            let at = word.find(&format!(".{name}"))?;
            let rest = word.get(at + 1 + name.len()..)?;
            let owner = word.get(..at)?;
            let is_whole = rest.is_empty() || rest.starts_with('.');
            (is_whole && !owner.is_empty()).then(|| owner.to_owned())
        })
    })
}

/// The module in a line `from MODULE import …, NAME, …` of some code.
fn imported_from(code: &str, name: &str) -> Option<String> {
    code.lines().rev().find_map(|line| {
        let at = line.find("from ")?;
        let (module, names) = line.get(at + 5..)?.split_once(" import ")?;
        let mut names = names.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
        names
            .any(|one| one == name)
            .then(|| module.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paste::Paste;

    fn failure(text: &str) -> Failure {
        let paste = Paste::parse(text);
        Failure::of(paste.reports.last().expect(text))
    }

    #[test]
    fn a_failure_to_import_names_its_module() {
        for (text, module) in [
            ("ModuleNotFoundError: No module named 'imp'", Some("imp")),
            (
                "ImportError: cannot import name 'a' from 'b' (/b.py)",
                Some("b"),
            ),
            ("AttributeError: module 'c' has no attribute 'd'", Some("c")),
            ("NameError: name 'e' is not defined", None),
        ] {
            assert_eq!(failure(text).module(), module, "{text}");
        }
    }

    #[test]
    fn names_are_read_from_the_wording_of_every_version() {
        let module = |name: &str| Failure::Module(name.to_owned());
        let import = |module: Option<&str>, name: &str| Failure::Import {
            module: module.map(str::to_owned),
            name: name.to_owned(),
        };
        let keyword = |function: &str, keyword: &str| Failure::Keyword {
            function: function.to_owned(),
            keyword: keyword.to_owned(),
        };
        for (text, expected) in [
            (
                "ModuleNotFoundError: No module named 'distutils.core'",
                module("distutils.core"),
            ),
            ("ImportError: No module named imp", module("imp")),
            (
                "ModuleNotFoundError: No module named 'a.b'; 'a' is not a package",
                module("a.b"),
            ),
            (
                "ImportError: cannot import name 'Mapping' from 'collections' (/usr/lib/x.py)",
                import(Some("collections"), "Mapping"),
            ),
            (
                "    from collections import deque, Mapping\nImportError: cannot import name 'Mapping'",
                import(Some("collections"), "Mapping"),
            ),
            (
                "ImportError: cannot import name 'Mapping'",
                import(None, "Mapping"),
            ),
            (
                "TypeError: glob() got an unexpected keyword argument 'root_dir'",
                keyword("glob", "root_dir"),
            ),
            (
                "TypeError: Popen.__init__() got an unexpected keyword argument 'x'. Did you mean 'y'?",
                keyword("Popen.__init__", "x"),
            ),
            (
                "TypeError: 'strict' is an invalid keyword argument for zip()",
                keyword("zip", "strict"),
            ),
            (
                "NameError: name 'aiter' is not defined. Did you mean: 'iter'?",
                Failure::Name("aiter".to_owned()),
            ),
            (
                "AttributeError: 'str' object has no attribute 'removeprefix'",
                Failure::Attribute {
                    owner: "str".to_owned(),
                    name: "removeprefix".to_owned(),
                },
            ),
            (
                "    import urllib.request\nImportError: No module named request",
                module("urllib.request"),
            ),
            (
                "    x = time.perf_counter()\nAttributeError: 'module' object has no attribute \
                 'perf_counter'",
                Failure::ModuleAttribute {
                    module: "time".to_owned(),
                    name: "perf_counter".to_owned(),
                },
            ),
            (
                "TypeError: 'flush' is an invalid keyword argument for this function",
                keyword("", "flush"),
            ),
            (
                "TypeError: f() takes from 1 to 3 positional arguments but 7 were given",
                Failure::Positional {
                    function: "f".to_owned(),
                    most: 3,
                    given: 7,
                },
            ),
            (
                "TypeError: f() takes 1 positional argument but 2 were given",
                Failure::Positional {
                    function: "f".to_owned(),
                    most: 1,
                    given: 2,
                },
            ),
            ("SyntaxError: invalid syntax", Failure::Other),
        ] {
            assert_eq!(failure(text), expected, "{text}");
        }
    }
}
