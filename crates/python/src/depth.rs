//! How deeply a module nests, found before it is parsed: the parser and every
//! walk over its tree recurse, and a worker's stack is small. The entry point
//! is [`check`].

use super::source::Module;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer::lex};

/// CPython's own limit on open brackets, `MAXLEVEL` of its tokenizer.
const BRACKET_LIMIT: usize = 200;

/// CPython's own limit on indentation, `MAXINDENT` of its tokenizer, which
/// counts the margin as a level.
const INDENT_LIMIT: usize = 99;

/// How many operators, attributes, calls and brackets may stand within each
/// other here. CPython follows some thousands, depending on the series.
const CHAIN_LIMIT: usize = 600;

/// Why a module is not parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TooDeep {
    /// CPython refuses it as well, with this message.
    Everywhere {
        offset: usize,
        message: &'static str,
    },
    /// CPython may accept it.
    Here { offset: usize },
}

/// What is said about a text that is too deep only for this room.
pub(super) const MESSAGE: &str = "the expression here nests more than 600 levels deep, which is not \
    followed; split it into several statements";

/// Finds the first place at which a module nests too deeply.
pub(super) fn check(module: &Module) -> Option<TooDeep> {
    let limit = exceeded(module.text)?;
    let offset = exceeded_at(module.text);
    Some(match limit {
        Limit::Brackets => TooDeep::Everywhere {
            offset,
            message: "too many nested parentheses",
        },
        Limit::Indents => TooDeep::Everywhere {
            offset,
            message: "too many levels of indentation",
        },
        Limit::Chain => TooDeep::Here { offset },
    })
}

#[derive(Debug, Clone, Copy)]
enum Limit {
    Brackets,
    Indents,
    Chain,
}

/// The limit that a text exceeds first.
fn exceeded(text: &str) -> Option<Limit> {
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

/// The last character of the shortest beginning that exceeds a limit. The
/// lexer keeps the places of its tokens to itself, so they are found by
/// halving; only a text that is refused pays for it.
fn exceeded_at(text: &str) -> usize {
    let (mut within, mut beyond) = (0, text.len());
    while let Some(middle) = boundary_between(text, within, beyond) {
        let beginning = text.get(..middle).unwrap_or_default();
        if exceeded(beginning).is_some() {
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

/// What is open at a token.
#[derive(Debug)]
struct Nesting {
    /// For the statement and each open bracket, how long the chain in it is.
    chains: Vec<Chain>,
    indents: usize,
    /// The sum of all chains.
    total: usize,
}

#[derive(Debug, Default, Clone, Copy)]
struct Chain {
    operators: usize,
    /// A lambda's parameters have commas, so a comma does not end its chain.
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

/// Whether an operator makes the tree one level deeper. Comparisons, `and` and
/// `or` do not: their operands stand side by side.
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
    fn brackets_end_where_cpython_ends_them() {
        let nested = |depth: usize| "(".repeat(depth) + &")".repeat(depth);
        assert_eq!(found(&nested(200)), None);
        let everywhere = found(&nested(201));
        assert!(matches!(
            everywhere,
            Some(TooDeep::Everywhere { offset: 200, .. })
        ));
        assert!(found(&"(".repeat(100_000)).is_some());
    }

    #[test]
    fn chains_are_followed_a_long_way() {
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
            assert!(matches!(found, Some(TooDeep::Here { .. })), "{chain}");
        }
    }

    #[test]
    fn long_is_not_deep() {
        assert_eq!(found(&"x = a.b + c(d)\n".repeat(5000)), None);
        assert_eq!(found(&format!("[{}]", "-a.b(c), ".repeat(5000))), None);
        assert_eq!(found(&"a and b or ".repeat(5000)), None);
    }
}
