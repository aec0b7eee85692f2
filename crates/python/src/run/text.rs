//! Converts expressions to text, with the spacing, quotes and parentheses of `ast.unparse`.
//! The entry points are [`unparse`] and [`string_repr`].

use ruff_python_ast::{Arguments, Expr, Number, Operator, UnaryOp};

/// The text of an expression and its precedence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub text: String,
    precedence: Precedence,
}

/// The precedence of an expression, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Atom,
}

impl Text {
    /// An expression with the highest precedence: a name, a constant or anything in brackets.
    pub(crate) fn atom(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            precedence: Precedence::Atom,
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Self {
        Self::atom(format!("{}.{name}", self.parenthesized(Precedence::Atom)))
    }

    pub(crate) fn subscript(&self, index: &str) -> Self {
        Self::atom(format!("{}[{index}]", self.parenthesized(Precedence::Atom)))
    }

    pub(crate) fn call(&self, arguments: &[String]) -> Self {
        Self::atom(format!(
            "{}({})",
            self.parenthesized(Precedence::Atom),
            arguments.join(", ")
        ))
    }

    pub(crate) fn starred(&self) -> Self {
        Self::atom(format!("*{}", self.parenthesized(Precedence::BitOr)))
    }

    pub(crate) fn unary(&self, op: UnaryOp) -> Self {
        if op == UnaryOp::Not {
            return Self {
                text: format!("not {}", self.parenthesized(Precedence::Not)),
                precedence: Precedence::Not,
            };
        }
        Self {
            text: format!("{}{}", op.as_str(), self.parenthesized(Precedence::Factor)),
            precedence: Precedence::Factor,
        }
    }

    pub(crate) fn binary(&self, op: Operator, right: &Self) -> Self {
        let (precedence, above) = match op {
            Operator::BitOr => (Precedence::BitOr, Precedence::BitXor),
            Operator::BitXor => (Precedence::BitXor, Precedence::BitAnd),
            Operator::BitAnd => (Precedence::BitAnd, Precedence::Shift),
            Operator::LShift | Operator::RShift => (Precedence::Shift, Precedence::Sum),
            Operator::Add | Operator::Sub => (Precedence::Sum, Precedence::Term),
            Operator::Pow => (Precedence::Power, Precedence::Atom),
            Operator::Mult
            | Operator::MatMult
            | Operator::Div
            | Operator::Mod
            | Operator::FloorDiv => (Precedence::Term, Precedence::Factor),
        };
        // `**` is right-associative, all other operators are left-associative.
        let (left_level, right_level) = match op {
            Operator::Pow => (above, Precedence::Factor),
            _ => (precedence, above),
        };
        Self {
            text: format!(
                "{} {} {}",
                self.parenthesized(left_level),
                op.as_str(),
                right.parenthesized(right_level)
            ),
            precedence,
        }
    }

    /// The text, in parentheses if its precedence is lower than `precedence`.
    fn parenthesized(&self, precedence: Precedence) -> String {
        if self.precedence < precedence {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }
}

/// The text of an expression as `ast.unparse` would write it. Expressions that are not
/// supported, such as comprehensions, are written as in the source, which `source` returns.
pub(crate) fn unparse(expr: &Expr, source: &impl Fn(&Expr) -> String) -> Text {
    match expr {
        Expr::Name(name) => Text::atom(name.id.as_str()),
        Expr::Attribute(inner) => unparse(&inner.value, source).attribute(inner.attr.as_str()),
        Expr::Subscript(inner) => {
            let index = match &*inner.slice {
                Expr::Tuple(tuple) if !tuple.elts.is_empty() => elements(&tuple.elts, source, true),
                other => unparse(other, source).text,
            };
            unparse(&inner.value, source).subscript(&index)
        }
        Expr::Call(call) => {
            let arguments = call_arguments(&call.arguments, |value| unparse(value, source).text);
            unparse(&call.func, source).call(&arguments)
        }
        Expr::BinOp(inner) => {
            let right = unparse(&inner.right, source);
            unparse(&inner.left, source).binary(inner.op, &right)
        }
        Expr::UnaryOp(inner) => unparse(&inner.operand, source).unary(inner.op),
        Expr::Starred(inner) => unparse(&inner.value, source).starred(),
        Expr::Tuple(tuple) => Text::atom(format!("({})", elements(&tuple.elts, source, true))),
        Expr::List(list) => Text::atom(format!("[{}]", elements(&list.elts, source, false))),
        Expr::Set(set) if !set.elts.is_empty() => {
            Text::atom(format!("{{{}}}", elements(&set.elts, source, false)))
        }
        Expr::BoolOp(inner) => {
            let (precedence, word) = match inner.op {
                ruff_python_ast::BoolOp::And => (Precedence::And, " and "),
                ruff_python_ast::BoolOp::Or => (Precedence::Or, " or "),
            };
            let parts: Vec<String> = inner
                .values
                .iter()
                .map(|value| {
                    let part = unparse(value, source);
                    if part.precedence <= precedence {
                        format!("({})", part.text)
                    } else {
                        part.text
                    }
                })
                .collect();
            Text {
                text: parts.join(word),
                precedence,
            }
        }
        Expr::Compare(inner) => {
            let mut text = unparse(&inner.left, source).parenthesized(Precedence::BitOr);
            for (op, right) in inner.ops.iter().zip(&inner.comparators) {
                text.push_str(&format!(
                    " {} {}",
                    op.as_str(),
                    unparse(right, source).parenthesized(Precedence::BitOr)
                ));
            }
            Text {
                text,
                precedence: Precedence::Compare,
            }
        }
        Expr::StringLiteral(literal) => Text::atom(string_repr(literal.value.to_str())),
        Expr::NumberLiteral(literal) => match number_repr(&literal.value) {
            Some(text) => Text::atom(text),
            None => Text::atom(source(expr)),
        },
        Expr::BooleanLiteral(literal) => Text::atom(if literal.value { "True" } else { "False" }),
        Expr::NoneLiteral(_) => Text::atom("None"),
        Expr::EllipsisLiteral(_) => Text::atom("..."),
        _ => Text {
            text: source(expr),
            precedence: if matches!(expr, Expr::Lambda(_) | Expr::If(_) | Expr::Named(_)) {
                Precedence::Test
            } else {
                Precedence::Atom
            },
        },
    }
}

fn elements(elements: &[Expr], source: &impl Fn(&Expr) -> String, is_tuple: bool) -> String {
    let parts: Vec<String> = elements
        .iter()
        .map(|element| unparse(element, source).text)
        .collect();
    join_elements(&parts, is_tuple)
}

/// Joins elements with commas. A tuple with one element keeps its trailing comma.
pub(crate) fn join_elements(parts: &[String], is_tuple: bool) -> String {
    match parts {
        [only] if is_tuple => format!("{only},"),
        _ => parts.join(", "),
    }
}

/// The arguments of a call as text, positional ones first.
pub(crate) fn call_arguments(
    arguments: &Arguments,
    mut text: impl FnMut(&Expr) -> String,
) -> Vec<String> {
    let mut parts: Vec<String> = arguments.args.iter().map(&mut text).collect();
    for keyword in &arguments.keywords {
        let value = text(&keyword.value);
        parts.push(match &keyword.arg {
            Some(name) => format!("{name}={value}"),
            None => format!("**{value}"),
        });
    }
    parts
}

/// The `repr` of a number; `None` if it is not certain.
pub(crate) fn number_repr(number: &Number) -> Option<String> {
    match number {
        Number::Int(int) => int.as_u64().map(|int| int.to_string()),
        Number::Float(float) => {
            // Outside of this range, Python writes an exponent, in another format than Rust.
            let plain = *float == 0.0 || (1e-4..1e16).contains(&float.abs());
            plain.then(|| format!("{float:?}"))
        }
        Number::Complex { .. } => None,
    }
}

/// The `repr` of a string.
pub(crate) fn string_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruff_python_parser::parse_expression;

    #[track_caller]
    fn assert_unparses(code: &str, expected: &str) {
        let parsed = parse_expression(code).expect("an expression");
        let text = unparse(parsed.expr(), &|_| "?".to_owned());
        assert_eq!(text.text, expected);
    }

    #[test]
    fn unparses_like_python() {
        assert_unparses("dict [ str,int ]", "dict[str, int]");
        assert_unparses("int|None", "int | None");
        assert_unparses("a | (b | c)", "a | (b | c)");
        assert_unparses("(a | b) . c", "(a | b).c");
        assert_unparses("-a ** 2", "-a ** 2");
        assert_unparses("(-a) ** -b", "(-a) ** -b");
        assert_unparses("list['q']", "list['q']");
        assert_unparses("\"it's\"", "\"it's\"");
        assert_unparses("f(1, x = 2)", "f(1, x=2)");
        assert_unparses("(1,)", "(1,)");
        assert_unparses("x[()]", "x[()]");
        assert_unparses("0x10", "16");
        assert_unparses("not (a and b)", "not (a and b)");
        assert_unparses("lambda: 1", "?");
    }

    #[test]
    fn quotes_like_repr() {
        assert_eq!(string_repr("it's"), "\"it's\"");
        assert_eq!(string_repr("a'\"b"), "'a\\'\"b'");
        assert_eq!(string_repr("a\n\\\u{1}"), "'a\\n\\\\\\x01'");
    }
}
