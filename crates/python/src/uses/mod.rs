//! What a program uses of Python: which names, called how, under which conditions, and which
//! syntax. The entry point is [`uses`].
//!
//! This knows the source alone. What a path such as `pathlib.Path().walk` is, and which
//! versions have it, is for others to look up.

mod calls;
mod classes;
mod condition;
mod expressions;
mod flow;
mod guards;
mod imports;
mod names;
mod operations;
mod path;
mod patterns;
mod scope;
mod statements;
mod syntax;
#[cfg(test)]
mod tests;
mod value;

pub use path::{PathId, Paths, Step};
pub use syntax::{Feature, SyntaxUse};

use super::depth::{self, Depth, TooDeep};
use super::report::Position;
use super::source::{Module, Source};
use super::syntax::SIGNED_PATTERN;
use super::warnings;
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};
use smallvec::SmallVec;
use terms::{Series, Versions};

/// What a program uses.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    /// The paths that the uses refer to.
    pub paths: Paths,
    /// The uses, in the order in which the program is followed.
    pub uses: Vec<Use>,
    /// Syntax that not every version of Python 3 has, in the order of the text.
    pub syntax: Vec<SyntaxUse>,
    /// Errors that no version accepts, in the order of the text. What follows an error is
    /// read as far as possible.
    pub errors: Vec<SourceError>,
    /// The `try` statements: the uses in the body of each that its handlers catch, as
    /// indices.
    pub tries: Vec<Vec<usize>>,
    /// The comparisons with the version of Python that older versions alone decide, in the order
    /// of the text.
    pub comparisons: Vec<VersionComparison>,
}

/// A comparison with the version of Python, such as `sys.version_info >= (3, 11)`, whose result
/// is the same in some version and all later ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionComparison {
    /// Where it is, in bytes.
    pub range: std::ops::Range<u32>,
    /// The first version with that result.
    pub version: Series,
    /// The result from there on.
    pub holds: bool,
}

/// An error that no version accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceError {
    /// Where it is.
    pub position: Position,
    /// What is wrong.
    pub message: String,
}

/// One use of something.
#[derive(Debug, Clone)]
pub struct Use {
    /// How it is used.
    pub kind: UseKind,
    /// What is used; several if it depends on what runs.
    pub targets: SmallVec<[PathId; 1]>,
    /// Where, in bytes.
    pub range: std::ops::Range<u32>,
    /// The versions that reach it.
    pub versions: Versions,
    /// The paths that exist wherever this is reached.
    pub present: SmallVec<[PathId; 1]>,
    /// The paths that are missing wherever this is reached.
    pub absent: SmallVec<[PathId; 1]>,
    /// Whether an exception handler catches that it is missing.
    pub is_caught: bool,
    /// The `try` statement whose handler has this, as an index into [`Uses::tries`]: it runs
    /// where something in that statement is missing.
    pub fallback: Option<usize>,
    /// Whether the value may be something else that the source does not tell.
    pub is_uncertain: bool,
    /// The function that has this, as a number; 0 is the module.
    pub function: u32,
}

/// How something is used.
#[derive(Debug, Clone, PartialEq)]
pub enum UseKind {
    /// A module is imported.
    Import,
    /// A name is imported from a module.
    FromImport,
    /// A built-in name is read.
    Name,
    /// An attribute is read.
    Attribute,
    /// Something is called.
    Call(Box<Call>),
    /// A class is subscripted, as in `list[int]`.
    Subscript,
    /// The targets are operands of `|`, and classes if it makes a union: `int | None`.
    Union {
        /// Whether it is in an annotation, where it is one in any case.
        in_annotation: bool,
    },
    /// It decorates something, without being called.
    Decorator,
    /// A value is derived from: it is the base of a class.
    Base,
    /// Two values are the operands of `|` or `|=`: the targets, in this order.
    Merge,
    /// The docstring of a function or class of the source is read, whose lines are indented.
    Docstring,
    /// The exception is raised in a generator.
    RaisedInGenerator,
    /// It is the value of a field of a dataclass.
    FieldDefault,
    /// Its truth is asked for.
    Truth,
    /// It is the operand of `~`.
    Inverted,
}

/// The arguments of a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Call {
    /// The positional ones that are written one by one.
    pub positional: Vec<Argument>,
    /// Those with a keyword.
    pub keywords: Vec<(String, Argument)>,
    /// Whether there is `*args`.
    pub has_starred: bool,
    /// Whether there is `**kwargs`.
    pub has_double_starred: bool,
    /// Whether the result is the value of a name in a class body.
    pub is_class_attribute: bool,
}

impl Call {
    /// Whether there are no arguments.
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty()
            && self.keywords.is_empty()
            && !self.has_starred
            && !self.has_double_starred
    }
}

/// The value of an argument, as far as the source tells.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A string literal of at most 200 bytes.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A number with a fraction or exponent.
    Float,
    /// `True` or `False`.
    Boolean(bool),
    /// `None`.
    None,
    /// A set display or comprehension.
    Set,
    /// What a path leads to.
    Path(PathId),
    /// A method of an instance of a class of the source.
    BoundMethod,
    /// Anything else.
    Other,
}

/// Why a source could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {}, column {}: {message}", .position.line, .position.column)]
pub struct Unreadable {
    /// Where.
    pub position: Position,
    /// What is wrong, and what to do.
    pub message: String,
    /// Whether CPython rejects it as well.
    pub is_rejected: bool,
}

/// Finds what a program of any length uses.
///
/// # Errors
///
/// If it nests too deeply to be parsed, which natively is some ten thousand levels.
pub fn uses(text: &str) -> Result<Uses, Unreadable> {
    let source = Source::single(text);
    let Some(module) = source.modules.first() else {
        return Ok(Uses::default());
    };
    if let Some(offset) = module.text.find('\0') {
        return Err(Unreadable {
            position: source.position(module, offset),
            message: "source code cannot contain null bytes".to_owned(),
            is_rejected: true,
        });
    }
    if !depth::may_parse(module.text)
        && let Some(too_deep) = depth::check(module, depth::GROWN_LIMIT)
    {
        let (offset, message) = too_deep.parts();
        return Err(Unreadable {
            position: source.position(module, offset),
            message: message.to_owned(),
            is_rejected: matches!(too_deep, TooDeep::ForCpython { .. }),
        });
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY37);
    let Some(parsed) = parse_unchecked(module.text, options).try_into_module() else {
        return Ok(Uses::default());
    };
    let depth = Depth::of(parsed.tokens());
    if depth.levels <= depth::CHAIN_LIMIT {
        return Ok(found(&source, module, parsed, &depth));
    }
    // The tree is followed and taken down level by level.
    let size = depth.levels.saturating_mul(LEVEL_SIZE);
    Ok(stacker::grow(size, || {
        found(&source, module, parsed, &depth)
    }))
}

/// The size of the stack for one level of nesting, in bytes. Only what is used takes memory.
const LEVEL_SIZE: usize = if cfg!(debug_assertions) {
    64 << 10
} else {
    16 << 10
};

fn found(source: &Source, module: &Module, parsed: Parsed<ModModule>, depth: &Depth) -> Uses {
    let mut found = names::find(module.text, parsed.syntax());
    for error in parsed.unsupported_syntax_errors() {
        found.syntax.push(SyntaxUse::of_parser(error));
    }
    let rejected = depth.rejected.map(|(offset, message)| SourceError {
        position: source.position(module, offset),
        message: message.to_owned(),
    });
    found.errors.extend(rejected);
    for error in parsed.errors() {
        let message = error.error.to_string();
        if message.contains(SIGNED_PATTERN) {
            let feature = Feature::SignedPattern;
            found.syntax.push(SyntaxUse::new(feature, error.location));
            continue;
        }
        found.errors.push(SourceError {
            position: source.position(module, error.location.start()),
            message,
        });
    }
    found.comparisons.sort_by_key(|one| one.range.start);
    found.comparisons.dedup();
    found.errors.sort_by_key(|error| error.position);
    let warnings = warnings::syntax(module, parsed.syntax());
    found.syntax.extend(warnings);
    found.syntax.sort_by_key(|one| one.range.start);
    found
}

fn bytes(ranged: impl Ranged) -> std::ops::Range<u32> {
    let range: TextRange = ranged.range();
    range.start().into()..range.end().into()
}
