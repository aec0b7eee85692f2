//! Expressions as text, spaced and quoted the way Python's own unparser does
//! it. The entry points are [`unparse`] and [`quoted`].

use ruff_python_ast::{Arguments, Expr, Number, Operator, UnaryOp};

/// A piece of an expression and how tightly it holds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub text: String,
    level: Level,
}

/// How tightly an expression holds together, loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
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
    /// A name, a constant or anything in brackets.
    pub(crate) fn atom(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            level: Level::Atom,
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Self {
        Self::atom(format!("{}.{name}", self.at(Level::Atom)))
    }

    pub(crate) fn subscript(&self, index: &str) -> Self {
        Self::atom(format!("{}[{index}]", self.at(Level::Atom)))
    }

    pub(crate) fn call(&self, arguments: &[String]) -> Self {
        Self::atom(format!(
            "{}({})",
            self.at(Level::Atom),
            arguments.join(", ")
        ))
    }

    pub(crate) fn starred(&self) -> Self {
        Self::atom(format!("*{}", self.at(Level::BitOr)))
    }

    pub(crate) fn unary(&self, op: UnaryOp) -> Self {
        if op == UnaryOp::Not {
            return Self {
                text: format!("not {}", self.at(Level::Not)),
                level: Level::Not,
            };
        }
        Self {
            text: format!("{}{}", op.as_str(), self.at(Level::Factor)),
            level: Level::Factor,
        }
    }

    pub(crate) fn binary(&self, op: Operator, right: &Self) -> Self {
        let (level, above) = match op {
            Operator::BitOr => (Level::BitOr, Level::BitXor),
            Operator::BitXor => (Level::BitXor, Level::BitAnd),
            Operator::BitAnd => (Level::BitAnd, Level::Shift),
            Operator::LShift | Operator::RShift => (Level::Shift, Level::Sum),
            Operator::Add | Operator::Sub => (Level::Sum, Level::Term),
            Operator::Pow => (Level::Power, Level::Atom),
            Operator::Mult
            | Operator::MatMult
            | Operator::Div
            | Operator::Mod
            | Operator::FloorDiv => (Level::Term, Level::Factor),
        };
        // A power groups to the right, all others to the left.
        let (left_level, right_level) = match op {
            Operator::Pow => (above, Level::Factor),
            _ => (level, above),
        };
        Self {
            text: format!(
                "{} {} {}",
                self.at(left_level),
                op.as_str(),
                right.at(right_level)
            ),
            level,
        }
    }

    /// The text, in parentheses where it would fall apart at a level.
    fn at(&self, level: Level) -> String {
        if self.level < level {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }
}

/// An expression as `ast.unparse` would write it; what has no short form here,
/// such as a comprehension, stays as `source` has it.
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
            let (level, word) = match inner.op {
                ruff_python_ast::BoolOp::And => (Level::And, " and "),
                ruff_python_ast::BoolOp::Or => (Level::Or, " or "),
            };
            let parts: Vec<String> = inner
                .values
                .iter()
                .map(|value| {
                    let part = unparse(value, source);
                    if part.level <= level {
                        format!("({})", part.text)
                    } else {
                        part.text
                    }
                })
                .collect();
            Text {
                text: parts.join(word),
                level,
            }
        }
        Expr::Compare(inner) => {
            let mut text = unparse(&inner.left, source).at(Level::BitOr);
            for (op, right) in inner.ops.iter().zip(&inner.comparators) {
                text.push_str(&format!(
                    " {} {}",
                    op.as_str(),
                    unparse(right, source).at(Level::BitOr)
                ));
            }
            Text {
                text,
                level: Level::Compare,
            }
        }
        Expr::StringLiteral(literal) => Text::atom(quoted(literal.value.to_str())),
        Expr::NumberLiteral(literal) => match number(&literal.value) {
            Some(text) => Text::atom(text),
            None => Text::atom(source(expr)),
        },
        Expr::BooleanLiteral(literal) => Text::atom(if literal.value { "True" } else { "False" }),
        Expr::NoneLiteral(_) => Text::atom("None"),
        Expr::EllipsisLiteral(_) => Text::atom("..."),
        _ => Text {
            text: source(expr),
            level: if matches!(expr, Expr::Lambda(_) | Expr::If(_) | Expr::Named(_)) {
                Level::Test
            } else {
                Level::Atom
            },
        },
    }
}

fn elements(elements: &[Expr], source: &impl Fn(&Expr) -> String, is_tuple: bool) -> String {
    let parts: Vec<String> = elements
        .iter()
        .map(|element| unparse(element, source).text)
        .collect();
    joined(&parts, is_tuple)
}

/// Elements with commas; a tuple of one keeps its comma.
pub(crate) fn joined(parts: &[String], is_tuple: bool) -> String {
    match parts {
        [only] if is_tuple => format!("{only},"),
        _ => parts.join(", "),
    }
}

/// The arguments of a call as text, in the order positional, keyword.
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

/// A number as `repr` writes it, where that is certain.
pub(crate) fn number(number: &Number) -> Option<String> {
    match number {
        Number::Int(int) => int.as_u64().map(|int| int.to_string()),
        Number::Float(float) => {
            // Beyond these bounds Python writes an exponent, and differently.
            let plain = *float == 0.0 || (1e-4..1e16).contains(&float.abs());
            plain.then(|| format!("{float:?}"))
        }
        Number::Complex { .. } => None,
    }
}

/// A string as `repr` writes it.
pub(crate) fn quoted(text: &str) -> String {
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
    fn becomes(code: &str, expected: &str) {
        let parsed = parse_expression(code).expect("an expression");
        let text = unparse(parsed.expr(), &|_| "?".to_owned());
        assert_eq!(text.text, expected);
    }

    #[test]
    fn writes_like_python() {
        becomes("dict [ str,int ]", "dict[str, int]");
        becomes("int|None", "int | None");
        becomes("a | (b | c)", "a | (b | c)");
        becomes("(a | b) . c", "(a | b).c");
        becomes("-a ** 2", "-a ** 2");
        becomes("(-a) ** -b", "(-a) ** -b");
        becomes("list['q']", "list['q']");
        becomes("\"it's\"", "\"it's\"");
        becomes("f(1, x = 2)", "f(1, x=2)");
        becomes("(1,)", "(1,)");
        becomes("x[()]", "x[()]");
        becomes("0x10", "16");
        becomes("not (a and b)", "not (a and b)");
        becomes("lambda: 1", "?");
    }

    #[test]
    fn quotes_like_repr() {
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("a'\"b"), "'a\\'\"b'");
        assert_eq!(quoted("a\n\\\u{1}"), "'a\\n\\\\\\x01'");
    }
}
