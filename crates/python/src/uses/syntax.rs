//! Syntax that not every version of Python 3 has. The entry point is [`Feature`].

use super::bytes;
use super::names::Names;
use ruff_python_parser::{UnsupportedSyntaxError, UnsupportedSyntaxErrorKind};
use ruff_text_size::Ranged;
use terms::{Series, Versions};

/// The use of syntax that not every version has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxUse {
    /// The syntax.
    pub feature: Feature,
    /// Where, in bytes.
    pub range: std::ops::Range<u32>,
}

/// Syntax that came, went or is warned of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feature {
    /// `with a, b:`.
    SeveralContextManagers,
    /// `@`.
    MatrixMultiplication,
    /// `b"%s" % x`.
    BytesFormatting,
    /// `yield from`.
    YieldFrom,
    /// Several `*` or `**` in a call, or any in a display.
    GeneralUnpacking,
    /// `async def`, `async with`, `async for`.
    AsyncFunction,
    /// `async for` in a comprehension.
    AsyncComprehension,
    /// `yield` in an `async def`.
    AsyncGenerator,
    /// f-strings.
    FString,
    /// `x: int = 1`.
    VariableAnnotation,
    /// `1_000`.
    NumberUnderscore,
    /// `f"{x=}"`.
    FStringDebug,
    /// `x is 1`, which the compiler warns of.
    IdentityOfLiteral,
    /// `return`, `break` or `continue` that leaves a `finally` block, which the compiler
    /// warns of.
    LeavingFinally,
    /// `continue` in a `finally` block.
    ContinueInFinally,
    /// An invalid escape sequence, which the compiler warns of.
    InvalidEscape,
    /// `:=`.
    Walrus,
    /// `:=` without parentheses in an index.
    WalrusInIndex,
    /// `:=` without parentheses in a set.
    WalrusInSet,
    /// `*` in a `return` or `yield` without parentheses.
    StarTuple,
    /// Parameters before `/`.
    PositionalOnly,
    /// `f((x)=1)`.
    ParenthesizedKeyword,
    /// Any expression as a decorator.
    RelaxedDecorator,
    /// Several context managers in parentheses.
    ParenthesizedContextManagers,
    /// `for x in *a, b`.
    UnpackInFor,
    /// `match`.
    Match,
    /// `except*`.
    ExceptStar,
    /// `a[*b]`.
    StarIndex,
    /// `*args: *Ts`.
    StarAnnotation,
    /// `class C[T]`, `def f[T]()`.
    TypeParameters,
    /// `type X = int`.
    TypeAlias,
    /// An f-string with quotes, backslashes, comments or line breaks inside a replacement
    /// field.
    FStringGrammar,
    /// `class C[T = int]`.
    TypeParameterDefault,
    /// `except A, B:`.
    ExceptWithoutParentheses,
    /// t-strings.
    TemplateString,
    /// `lazy import`.
    LazyImport,
    /// `[*x for x in y]`.
    UnpackInComprehension,
    /// `case +1:`.
    SignedPattern,
}

impl Feature {
    /// The first version that has it; for what the compiler warns of, the first that warns
    /// where everybody sees it.
    ///
    /// Sources: PEPs 308 to 810 as they name their version, and the What's New documents; for
    /// `:=` in a set and context managers in parentheses, which 3.10 tells of, the
    /// interpreter of 3.9, which has them.
    pub fn since(self) -> Series {
        Series::python3(match self {
            Self::ParenthesizedKeyword => 0,
            Self::SeveralContextManagers => 1,
            Self::YieldFrom => 3,
            Self::MatrixMultiplication
            | Self::BytesFormatting
            | Self::GeneralUnpacking
            | Self::AsyncFunction => 5,
            Self::AsyncComprehension
            | Self::AsyncGenerator
            | Self::FString
            | Self::VariableAnnotation
            | Self::NumberUnderscore => 6,
            Self::FStringDebug
            | Self::IdentityOfLiteral
            | Self::ContinueInFinally
            | Self::Walrus
            | Self::StarTuple
            | Self::PositionalOnly => 8,
            Self::RelaxedDecorator
            | Self::ParenthesizedContextManagers
            | Self::UnpackInFor
            | Self::WalrusInSet => 9,
            Self::Match | Self::WalrusInIndex => 10,
            Self::ExceptStar | Self::StarIndex | Self::StarAnnotation => 11,
            Self::InvalidEscape | Self::TypeParameters | Self::TypeAlias | Self::FStringGrammar => {
                12
            }
            Self::TypeParameterDefault => 13,
            Self::ExceptWithoutParentheses | Self::TemplateString | Self::LeavingFinally => 14,
            Self::LazyImport | Self::UnpackInComprehension | Self::SignedPattern => 15,
        })
    }

    /// The first version that rejects it.
    pub fn removed(self) -> Option<Series> {
        (self == Self::ParenthesizedKeyword).then_some(Series::python3(8))
    }

    /// Whether the compiler warns of it, rather than accepting it.
    pub fn is_warning(self) -> bool {
        matches!(
            self,
            Self::IdentityOfLiteral | Self::LeavingFinally | Self::InvalidEscape
        )
    }

    /// The versions that accept it.
    pub fn versions(self) -> Versions {
        if self.is_warning() {
            return Versions::ALL;
        }
        match self.removed() {
            Some(removed) => Versions::ALL.without(Versions::since(removed)),
            None => Versions::since(self.since()),
        }
    }

    /// What it is called in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::SeveralContextManagers => "several context managers in a `with`",
            Self::MatrixMultiplication => "the operator `@`",
            Self::BytesFormatting => "formatting of bytes with `%`",
            Self::YieldFrom => "`yield from`",
            Self::GeneralUnpacking => "unpacking in displays, or several times in a call",
            Self::AsyncFunction => "`async` and `await`",
            Self::AsyncComprehension => "asynchronous comprehensions",
            Self::AsyncGenerator => "asynchronous generators",
            Self::FString => "f-strings",
            Self::VariableAnnotation => "annotations of variables",
            Self::NumberUnderscore => "underscores in numbers",
            Self::FStringDebug => "`=` in f-strings",
            Self::IdentityOfLiteral => "`is` with a literal",
            Self::LeavingFinally => "leaving a `finally` block",
            Self::ContinueInFinally => "`continue` in a `finally` block",
            Self::InvalidEscape => "an invalid escape sequence",
            Self::Walrus => "assignment expressions (`:=`)",
            Self::WalrusInIndex => "`:=` without parentheses in an index",
            Self::WalrusInSet => "`:=` without parentheses in a set",
            Self::StarTuple => "unpacking without parentheses in `return` or `yield`",
            Self::PositionalOnly => "positional-only parameters (`/`)",
            Self::ParenthesizedKeyword => "the keyword of an argument in parentheses",
            Self::RelaxedDecorator => "any expression as a decorator",
            Self::ParenthesizedContextManagers => "context managers in parentheses",
            Self::UnpackInFor => "unpacking without parentheses in `for`",
            Self::Match => "the `match` statement",
            Self::ExceptStar => "`except*`",
            Self::StarIndex => "unpacking in an index",
            Self::StarAnnotation => "unpacking in the annotation of `*args`",
            Self::TypeParameters => "type parameters in brackets",
            Self::TypeAlias => "the `type` statement",
            Self::FStringGrammar => "f-strings with quotes, backslashes or comments inside braces",
            Self::TypeParameterDefault => "defaults of type parameters",
            Self::ExceptWithoutParentheses => "`except` without parentheses",
            Self::TemplateString => "t-strings",
            Self::LazyImport => "`lazy` imports",
            Self::UnpackInComprehension => "unpacking in comprehensions",
            Self::SignedPattern => "`+` in a pattern",
        }
    }
}

impl SyntaxUse {
    pub(crate) fn new(feature: Feature, at: impl Ranged) -> Self {
        Self {
            feature,
            range: bytes(at),
        }
    }

    /// What ruff's parser finds for the oldest version that it knows, 3.7.
    pub(super) fn of_parser(error: &UnsupportedSyntaxError) -> Self {
        use UnsupportedSyntaxErrorKind as Found;
        let feature = match error.kind {
            Found::Match => Feature::Match,
            Found::Walrus => Feature::Walrus,
            Found::ExceptStar => Feature::ExceptStar,
            // The parser does not export the kind.
            Found::UnparenthesizedNamedExpr(_) if error.to_string().contains("index") => {
                Feature::WalrusInIndex
            }
            Found::UnparenthesizedNamedExpr(_) => Feature::WalrusInSet,
            Found::ParenthesizedKeywordArgumentName => Feature::ParenthesizedKeyword,
            Found::StarTuple(_) => Feature::StarTuple,
            Found::RelaxedDecorator(_) => Feature::RelaxedDecorator,
            Found::PositionalOnlyParameter => Feature::PositionalOnly,
            Found::TypeParameterList => Feature::TypeParameters,
            Found::LazyImportStatement => Feature::LazyImport,
            Found::TypeAliasStatement => Feature::TypeAlias,
            Found::TypeParamDefault => Feature::TypeParameterDefault,
            Found::Pep701FString(_) => Feature::FStringGrammar,
            Found::ParenthesizedContextManager => Feature::ParenthesizedContextManagers,
            Found::StarExpressionInIndex => Feature::StarIndex,
            Found::StarAnnotation => Feature::StarAnnotation,
            Found::UnparenthesizedUnpackInFor => Feature::UnpackInFor,
            Found::UnparenthesizedExceptionTypes => Feature::ExceptWithoutParentheses,
            Found::TemplateStrings => Feature::TemplateString,
            Found::UnpackingInComprehension(_) => Feature::UnpackInComprehension,
        };
        Self::new(feature, error.range)
    }
}

impl Names<'_> {
    /// Records syntax.
    pub(super) fn feature(&mut self, feature: Feature, at: impl Ranged) {
        if !self.is_quiet {
            self.uses.syntax.push(SyntaxUse::new(feature, at));
        }
    }
}
