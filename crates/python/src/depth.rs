//! Checks how deeply a module nests before it is parsed: the parser and every visitor of the
//! tree are recursive, and a worker's stack is small. The entry point is [`check`].

use super::source::Module;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer::lex};

/// CPython's limit on open brackets, `MAXLEVEL` in `Parser/lexer/state.h`.
const BRACKET_LIMIT: usize = 200;

/// CPython's limit on indentation, `MAXINDENT` in `Parser/lexer/state.h`, which is 100 and
/// counts column 0 as a level.
const INDENT_LIMIT: usize = 99;

/// The maximum nesting of operators, attributes, calls and brackets in this analysis.
/// CPython's limit is some thousands, depending on the series.
const CHAIN_LIMIT: usize = 600;

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
pub(super) const MESSAGE: &str = "this expression nests more than 600 levels deep, which is too \
    deep for the analysis; split it into several statements";

/// Finds the first position at which a module nests too deeply.
pub(super) fn check(module: &Module) -> Option<TooDeep> {
    let limit = exceeded_limit(module.text)?;
    let offset = exceeded_offset(module.text);
    Some(match limit {
        Limit::Brackets => TooDeep::ForCpython {
            offset,
            message: "too many nested parentheses",
        },
        Limit::Indents => TooDeep::ForCpython {
            offset,
            message: "too many levels of indentation",
        },
        Limit::Chain => TooDeep::ForAnalysis { offset },
    })
}

#[derive(Debug, Clone, Copy)]
enum Limit {
    Brackets,
    Indents,
    Chain,
}

/// The limit that a text exceeds first.
fn exceeded_limit(text: &str) -> Option<Limit> {
    let mut lexer = lex(text, Mode::Module);
    let mut nesting = Nesting::default();
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return None;
        }
        nesting.push(kind);
        if nesting.brackets() > BRACKET_LIMIT {
            return Some(Limit::Brackets);
        }
        if nesting.indents > INDENT_LIMIT {
            return Some(Limit::Indents);
        }
        if nesting.total > CHAIN_LIMIT {
            return Some(Limit::Chain);
        }
    }
}

/// The offset of the last character of the shortest prefix that exceeds a limit. The lexer
/// does not expose the positions of its tokens, so this is a binary search. Only texts that
/// are rejected pay for it.
fn exceeded_offset(text: &str) -> usize {
    let (mut within, mut beyond) = (0, text.len());
    while let Some(middle) = boundary_between(text, within, beyond) {
        let prefix = text.get(..middle).unwrap_or_default();
        if exceeded_limit(prefix).is_some() {
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
    fn brackets(&self) -> usize {
        self.chains.len() - 1
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
        source.modules.first().and_then(check)
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
    fn long_texts_are_not_deep() {
        assert_eq!(found(&"x = a.b + c(d)\n".repeat(5000)), None);
        assert_eq!(found(&format!("[{}]", "-a.b(c), ".repeat(5000))), None);
        assert_eq!(found(&"a and b or ".repeat(5000)), None);
    }
}
