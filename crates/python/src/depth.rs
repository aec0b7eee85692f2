//! Checks how deeply a module nests before it is parsed: the parser and every visitor of the
//! tree are recursive, and a worker's stack is small. The entry point is [`check`].

use super::source::Module;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{Mode, lexer::lex};
use ruff_text_size::{Ranged, TextSize};

/// CPython's limit on open brackets, `MAXLEVEL` in `Parser/lexer/state.h`.
const BRACKET_LIMIT: usize = 200;

/// CPython's limit on indentation, `MAXINDENT` in `Parser/lexer/state.h`, which is 100 and
/// counts column 0 as a level.
const INDENT_LIMIT: usize = 99;

/// The nesting of operators, attributes, calls and brackets that fits on any stack.
pub(super) const CHAIN_LIMIT: usize = 600;

/// The maximum nesting where the stack can grow. CPython 3.11 to 3.15 compile chains of at most
/// some ten thousand operators.
pub(super) const GROWN_LIMIT: usize = if cfg!(target_arch = "wasm32") {
    CHAIN_LIMIT
} else {
    20_000
};

/// Why a module is not parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TooDeep {
    /// CPython rejects it as well, with this message.
    ForCpython {
        offset: usize,
        message: &'static str,
    },
    /// It is too deep for this analysis, but CPython may accept it.
    ForAnalysis { offset: usize },
}

impl TooDeep {
    /// The offset, and the message.
    pub(super) fn parts(self) -> (usize, &'static str) {
        match self {
            Self::ForCpython { offset, message } => (offset, message),
            Self::ForAnalysis { offset } => (offset, MESSAGE),
        }
    }
}

/// The message for [`TooDeep::ForAnalysis`].
pub(super) const MESSAGE: &str =
    "this expression nests too deeply for the analysis; split it into several statements";

/// Finds the first position at which a module nests too deeply: more than CPython allows, or
/// more than `levels` levels of operators.
pub(super) fn check(module: &Module, levels: usize) -> Option<TooDeep> {
    let limit = exceeded_limit(module.text, levels)?;
    let offset = exceeded_offset(module.text, levels);
    Some(match limit {
        Limit::Chain => TooDeep::ForAnalysis { offset },
        limit => TooDeep::ForCpython {
            offset,
            message: limit.message(),
        },
    })
}

/// The longest text whose nesting is measured once it is parsed, in bytes. The parser finds
/// itself a stack that is deep enough for it.
const MEASURED_LENGTH: usize = 256 << 10;

/// The maximum number of characters that may be operators in such a text.
const MEASURED_OPERATORS: usize = GROWN_LIMIT;

/// Whether a text may be parsed before its nesting is known. That takes a stack that can
/// grow, and a text that is not made to fill the memory.
pub(super) fn may_parse(text: &str) -> bool {
    let operators = || -> usize {
        let bytes = text.bytes();
        bytes
            .map(|byte| usize::from(IS_OPERATOR[usize::from(byte)]))
            .sum()
    };
    !cfg!(target_arch = "wasm32")
        && text.len() <= MEASURED_LENGTH
        && (text.len() <= MEASURED_OPERATORS || operators() <= MEASURED_OPERATORS)
}

/// Which bytes may be of an operator.
const IS_OPERATOR: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        table[byte as usize] = byte.is_ascii_punctuation()
            && !matches!(
                byte,
                b'#' | b'_' | b',' | b':' | b';' | b'"' | b'\'' | b'\\'
            );
        byte += 1;
    }
    table
};

/// How deeply a module nests that is parsed.
#[derive(Debug, Default)]
pub(super) struct Depth {
    /// The levels of the deepest expression.
    pub levels: usize,
    /// What CPython rejects first: the offset, and the message.
    pub rejected: Option<(TextSize, &'static str)>,
}

impl Depth {
    /// The nesting of the tokens of a module.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut nesting = Nesting::default();
        let mut depth = Self::default();
        for token in tokens {
            nesting.push(token.kind());
            depth.levels = depth.levels.max(nesting.total + nesting.indents);
            if depth.rejected.is_none()
                && let Some(limit) = nesting.limit_of_cpython()
            {
                depth.rejected = Some((token.start(), limit.message()));
            }
        }
        depth
    }
}

#[derive(Debug, Clone, Copy)]
enum Limit {
    Brackets,
    Indents,
    Chain,
}

impl Limit {
    fn message(self) -> &'static str {
        match self {
            Self::Brackets => "too many nested parentheses",
            Self::Indents => "too many levels of indentation",
            Self::Chain => MESSAGE,
        }
    }
}

/// The limit that a text exceeds first.
fn exceeded_limit(text: &str, levels: usize) -> Option<Limit> {
    let mut lexer = lex(text, Mode::Module);
    let mut nesting = Nesting::default();
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return None;
        }
        nesting.push(kind);
        if let Some(limit) = nesting.limit_of_cpython() {
            return Some(limit);
        }
        if nesting.total > levels {
            return Some(Limit::Chain);
        }
    }
}

/// The offset of the last character of the shortest prefix that exceeds a limit. The lexer
/// does not expose the positions of its tokens, so this is a binary search. Only texts that
/// are rejected pay for it.
fn exceeded_offset(text: &str, levels: usize) -> usize {
    let (mut within, mut beyond) = (0, text.len());
    while let Some(middle) = boundary_between(text, within, beyond) {
        let prefix = text.get(..middle).unwrap_or_default();
        if exceeded_limit(prefix, levels).is_some() {
            beyond = middle;
        } else {
            within = middle;
        }
    }
    within
}

/// A character boundary strictly between two others, near their middle.
fn boundary_between(text: &str, low: usize, high: usize) -> Option<usize> {
    let middle = low + (high - low) / 2;
    (middle..high)
        .chain((low + 1..middle).rev())
        .find(|&offset| offset > low && text.is_char_boundary(offset))
}

/// The nesting at a token.
#[derive(Debug)]
struct Nesting {
    /// The chain of the statement and those of all open brackets.
    chains: Vec<Chain>,
    indents: usize,
    /// The total length of all chains.
    total: usize,
}

/// Operators that are nested in each other.
#[derive(Debug, Default, Clone, Copy)]
struct Chain {
    operators: usize,
    /// Counted separately because a comma, which ends a chain of operators, may be in the
    /// parameters of a lambda.
    lambdas: usize,
}

impl Default for Nesting {
    fn default() -> Self {
        Self {
            chains: vec![Chain::default()],
            indents: 0,
            total: 0,
        }
    }
}

impl Nesting {
    fn limit_of_cpython(&self) -> Option<Limit> {
        if self.chains.len() - 1 > BRACKET_LIMIT {
            Some(Limit::Brackets)
        } else if self.indents > INDENT_LIMIT {
            Some(Limit::Indents)
        } else {
            None
        }
    }

    fn push(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Indent => self.indents += 1,
            TokenKind::Dedent => self.indents = self.indents.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi => {
                self.chains.truncate(1);
                self.chains.fill(Chain::default());
                self.total = 0;
            }
            TokenKind::Comma => {
                if let Some(chain) = self.chains.last_mut() {
                    self.total -= chain.operators;
                    chain.operators = 0;
                }
            }
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                self.add_operator();
                self.chains.push(Chain::default());
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => self.close(),
            TokenKind::Lambda => {
                if let Some(chain) = self.chains.last_mut() {
                    chain.lambdas += 1;
                    self.total += 1;
                }
            }
            kind if nests(kind) => self.add_operator(),
            _ => {}
        }
    }

    fn add_operator(&mut self) {
        if let Some(chain) = self.chains.last_mut() {
            chain.operators += 1;
            self.total += 1;
        }
    }

    fn close(&mut self) {
        if self.chains.len() > 1
            && let Some(chain) = self.chains.pop()
        {
            self.total -= chain.operators + chain.lambdas;
        }
    }
}

/// Whether an operator makes the tree one level deeper. Comparisons, `and` and `or` do not,
/// because a chain of them is a single node.
fn nests(kind: TokenKind) -> bool {
    kind.as_binary_operator().is_some()
        || kind.as_unary_operator().is_some()
        || matches!(
            kind,
            TokenKind::Dot
                | TokenKind::If
                | TokenKind::Else
                | TokenKind::Await
                | TokenKind::Yield
                | TokenKind::ColonEqual
                | TokenKind::Rarrow
        )
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::*;

    fn found(code: &str) -> Option<TooDeep> {
        let source = Source::new(code);
        let module = source.modules.first();
        module.and_then(|module| check(module, CHAIN_LIMIT))
    }

    #[test]
    fn the_limit_of_brackets_is_that_of_cpython() {
        let nested = |depth: usize| "(".repeat(depth) + &")".repeat(depth);
        assert_eq!(found(&nested(200)), None);
        let too_deep = found(&nested(201));
        assert!(matches!(
            too_deep,
            Some(TooDeep::ForCpython { offset: 200, .. })
        ));
        assert!(found(&"(".repeat(100_000)).is_some());
    }

    #[test]
    fn long_chains_are_too_deep_for_the_analysis() {
        assert_eq!(found(&"a + ".repeat(500)), None);
        for chain in [
            "a + ",
            "not ",
            "- ",
            "lambda a, b: ",
            "a if b else ",
            "a.",
            "a ** ",
            "a().",
        ] {
            let found = found(&chain.repeat(2000));
            assert!(
                matches!(found, Some(TooDeep::ForAnalysis { .. })),
                "{chain}"
            );
        }
    }

    #[test]
    fn what_could_fill_the_memory_is_measured_before_it_is_parsed() {
        let nested = |depth: usize| "(".repeat(depth) + &")".repeat(depth);
        assert!(may_parse(&nested(5_000)));
        assert!(!may_parse(&nested(20_000)), "operators");
        assert!(!may_parse(&"not ".repeat(100_000)), "length");
        let text = "# Long lines of words, with full stops.\n".repeat(2_000);
        assert!(may_parse(&text));
    }

    #[test]
    fn long_texts_are_not_deep() {
        assert_eq!(found(&"x = a.b + c(d)\n".repeat(5000)), None);
        assert_eq!(found(&format!("[{}]", "-a.b(c), ".repeat(5000))), None);
        assert_eq!(found(&"a and b or ".repeat(5000)), None);
    }
}
