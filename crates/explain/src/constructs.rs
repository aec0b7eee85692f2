//! Syntax that older versions reject, as a reader sees it in a line of code. A parser would
//! need the whole program, of which an error shows one line. The entry point is
//! [`constructs`].

/// Syntax with the slug of the change that added or removed it.
struct Construct {
    /// Whether a line has it.
    is_in: fn(&str) -> bool,
    slug: &'static str,
    /// Whether it is the older versions that accept it.
    is_old: bool,
}

/// A change of the syntax that a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The slug of the change.
    pub(crate) slug: &'static str,
    /// Whether it is the older versions that accept the syntax.
    pub(crate) is_old: bool,
}

/// The newest first: a line that has two needs the newer version.
const CONSTRUCTS: &[Construct] = &[
    Construct {
        is_in: |line| line.starts_with("lazy import ") || line.starts_with("lazy from "),
        slug: "pep-810",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("except ") && line.contains(", ") && is_bare(line),
        slug: "pep-758",
        is_old: false,
    },
    Construct {
        is_in: |line| has_string(line, "t"),
        slug: "pep-750",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("type ") && line.contains(" = "),
        slug: "pep-695",
        is_old: false,
    },
    Construct {
        is_in: has_type_parameters,
        slug: "pep-695",
        is_old: false,
    },
    Construct {
        is_in: has_nested_quotes,
        slug: "pep-701",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("except*") || line.starts_with("except *"),
        slug: "pep-654",
        is_old: false,
    },
    Construct {
        is_in: |line| is_block(line, "match ") || is_block(line, "case "),
        slug: "pep-634",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("with (") || line.starts_with("async with ("),
        slug: "3.10-parenthesized-with",
        is_old: false,
    },
    Construct {
        is_in: |line| line.contains(":="),
        slug: "pep-572",
        is_old: false,
    },
    Construct {
        is_in: |line| has_string(line, "f") && (line.contains("=}") || line.contains("=!")),
        slug: "bpo-36817",
        is_old: false,
    },
    Construct {
        is_in: |line| line.contains("def ") && (line.contains(", /") || line.contains("(/")),
        slug: "pep-570",
        is_old: false,
    },
    Construct {
        is_in: |line| line.contains("lambda ") && line.contains(" /"),
        slug: "pep-570",
        is_old: false,
    },
    Construct {
        is_in: |line| has_identifier(line, "async") || has_identifier(line, "await"),
        slug: "bpo-30406",
        is_old: true,
    },
    Construct {
        is_in: |line| line.contains(" async for ") && line.contains(['[', '(', '{']),
        slug: "pep-530",
        is_old: false,
    },
    Construct {
        is_in: |line| has_string(line, "f"),
        slug: "pep-498",
        is_old: false,
    },
    Construct {
        is_in: has_grouped_digits,
        slug: "pep-515",
        is_old: false,
    },
    Construct {
        is_in: is_annotated,
        slug: "pep-526",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("async def ") || line.starts_with("await "),
        slug: "pep-492",
        is_old: false,
    },
    Construct {
        is_in: has_several_unpackings,
        slug: "pep-448",
        is_old: false,
    },
    Construct {
        is_in: |line| line.contains("yield from "),
        slug: "pep-380",
        is_old: false,
    },
    Construct {
        is_in: |line| has_string(line, "u"),
        slug: "pep-414",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("print ") || line.starts_with("print\""),
        slug: "pep-3105",
        is_old: true,
    },
    Construct {
        is_in: |line| line.starts_with("except ") && line.contains(", ") && is_bare(line),
        slug: "pep-3110",
        is_old: true,
    },
    Construct {
        is_in: |line| line.starts_with("raise ") && is_class_with_comma(line),
        slug: "pep-3109",
        is_old: true,
    },
    Construct {
        is_in: |line| has_number(line, |_, after| after == Some('L')),
        slug: "3.0-int-and-long",
        is_old: true,
    },
    Construct {
        is_in: |line| has_number(line, |digits, _| is_octal_of_python_2(digits)),
        slug: "pep-3127",
        is_old: true,
    },
    Construct {
        is_in: |line| {
            line.starts_with("exec \"") || line.starts_with("exec '") || line.contains(" <> ")
        },
        slug: "3.0-removed-syntax",
        is_old: true,
    },
    Construct {
        is_in: |line| line.contains("lambda (") || line.starts_with("def ") && has_tuple(line),
        slug: "pep-3113",
        is_old: true,
    },
];

/// The syntax that is also recognized in a sentence.
const IN_SENTENCES: &[&str] = &[
    "pep-750",
    "pep-701",
    "pep-572",
    "bpo-36817",
    "pep-498",
    "pep-448",
    "pep-414",
];

/// The change of the syntax that a sentence quotes.
pub(crate) fn in_sentence(sentence: &str) -> Option<Found> {
    constructs(sentence).find(|found| IN_SENTENCES.contains(&found.slug))
}

/// The changes of the syntax that a text of code has, the newest first. Backticks,
/// the prompt and a sentence that ends in a colon are not code.
pub(crate) fn constructs(code: &str) -> impl Iterator<Item = Found> {
    let lines = code.split(['\n', '`']).flat_map(|line| {
        let after_colon = line.split_once(": ").map(|(_, rest)| rest);
        [Some(line), after_colon].into_iter().flatten()
    });
    let lines: Vec<&str> = lines
        .map(|line| line.trim().trim_start_matches(">>> ").trim())
        .collect();
    let found = CONSTRUCTS
        .iter()
        .filter(move |construct| lines.iter().any(|line| (construct.is_in)(line)));
    found.map(|construct| Found {
        slug: construct.slug,
        is_old: construct.is_old,
    })
}

/// Whether the exceptions of an `except` are not in parentheses.
fn is_bare(line: &str) -> bool {
    !line.contains('(')
}

/// Whether a line begins a block with a soft keyword, or has such a beginning in a sentence.
fn is_block(line: &str, keyword: &str) -> bool {
    let is_line = line.starts_with(keyword) && line.trim_end().ends_with(':');
    let is_quoted = |(at, _): (usize, &str)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let rest = line.get(at + keyword.len()..).unwrap_or_default();
        let subject = rest.split(' ').next().unwrap_or_default();
        before == Some(' ') && subject.len() > 1 && subject.ends_with(':')
    };
    is_line || line.match_indices(keyword).any(is_quoted)
}

/// Whether a line has a string with this prefix, in either case.
fn has_string(line: &str, prefix: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    ['"', '\''].iter().any(|quote| {
        lower
            .match_indices(&format!("{prefix}{quote}"))
            .any(|(at, _)| {
                let before = lower.get(..at).and_then(|text| text.chars().next_back());
                before.is_none_or(|letter| {
                    !letter.is_alphanumeric() && letter != '_' && letter != *quote
                })
            })
    })
}

/// Whether a line begins a function or class with type parameters.
fn has_type_parameters(line: &str) -> bool {
    let rest = line
        .strip_prefix("def ")
        .or_else(|| line.strip_prefix("async def "))
        .or_else(|| line.strip_prefix("class "));
    rest.is_some_and(|rest| {
        let name = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
        name.and_then(|end| rest.get(end..))
            .is_some_and(|rest| rest.starts_with('['))
    })
}

/// Whether a field of a formatted string has the quotes of the string in it.
fn has_nested_quotes(line: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        let Some(at) = line.find(&format!("f{quote}")) else {
            return false;
        };
        let rest = line.get(at + 2..).unwrap_or_default();
        let field = rest.find('{').and_then(|start| {
            let quote_before = rest.get(..start)?.contains(*quote);
            (!quote_before).then(|| rest.get(start..)).flatten()
        });
        let end = field.and_then(|field| field.find('}'));
        field
            .zip(end)
            .and_then(|(field, end)| field.get(..end))
            .is_some_and(|field| field.contains(*quote))
    })
}

/// Whether a line uses a keyword as the name of a function, a parameter, an attribute or a
/// module.
fn has_identifier(line: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let after = line.get(at + name.len()..).unwrap_or_default();
        let is_word = !before.ends_with(is_name) && !after.starts_with(is_name);
        let is_declared = [".", "def ", "import ", "as ", "class "]
            .iter()
            .any(|words| before.ends_with(words));
        let is_value = after.trim_start().starts_with(['=', ',', ')', ':']);
        is_word && (is_declared || is_value)
    })
}

/// Whether a display or a call unpacks a mapping in braces, or two of a kind.
fn has_several_unpackings(line: &str) -> bool {
    let is_call = !line.starts_with("def ") && !line.starts_with("lambda ");
    line.contains("{**")
        || line.contains("[*")
        || is_call && line.contains("(**") && line.contains(", **")
        || is_call && line.contains("(*") && line.contains(", *")
}

/// Whether the first word after `raise` is followed by a comma, as in `raise E, "words"`.
fn is_class_with_comma(line: &str) -> bool {
    let rest = line.trim_start_matches("raise ");
    let end = rest.find(|letter: char| !(letter.is_alphanumeric() || "_.".contains(letter)));
    end.and_then(|end| rest.get(end..))
        .is_some_and(|rest| rest.starts_with(", "))
}

/// Whether a line has a number of which its digits and the letter after it tell something.
fn has_number(line: &str, tells: impl Fn(&str, Option<char>) -> bool) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    line.split(|letter| !is_part(letter)).any(|word| {
        let end = word.find(|letter: char| !letter.is_ascii_digit());
        let digits = word.get(..end.unwrap_or(word.len())).unwrap_or_default();
        let rest = word.get(digits.len()..).unwrap_or_default();
        let mut after = rest.chars();
        let next = after.next();
        !digits.is_empty() && after.next().is_none() && tells(digits, next)
    })
}

/// Whether digits are an octal number as Python 2 writes it: `0755`.
fn is_octal_of_python_2(digits: &str) -> bool {
    digits.len() > 1
        && digits.starts_with('0')
        && digits.contains(|digit| digit != '0')
        && digits.chars().all(|digit| ('0'..'8').contains(&digit))
}

/// Whether the parameters of a function have one in parentheses.
fn has_tuple(line: &str) -> bool {
    let parameters = line.split_once('(').map_or("", |(_, rest)| rest);
    parameters.starts_with('(') || parameters.contains(", (") && !parameters.contains('=')
}

/// Whether a line has a number with underscores between its digits.
fn has_grouped_digits(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find('_')) {
        let at = from + at;
        let digits = line.get(..at).map(|before| {
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let is_number = start < at;
            let first = before
                .get(..start)
                .and_then(|text| text.chars().next_back());
            is_number && first.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
        });
        let is_followed = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if digits == Some(true) && is_followed {
            return true;
        }
        from = at + 1;
    }
    false
}

/// Whether a line annotates a variable and gives it a value.
fn is_annotated(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(": ") else {
        return false;
    };
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_.".contains(letter));
    let is_keyword = ["else", "try", "finally", "lambda", "SyntaxError"].contains(&name);
    is_name && !is_keyword && rest.contains(" = ") | !rest.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_what_it_needs() {
        for (line, slug) in [
            ("if (ids := get()) is not None:", Some("pep-572")),
            ("    age: int = 5", Some("pep-526")),
            ("raise ValueError(f\"{kind} is not\")", Some("pep-498")),
            ("LIMIT = 500_000  # bytes", Some("pep-515")),
            ("def foo(name, /, **kwds):", Some("pep-570")),
            ("match command.split():", Some("pep-634")),
            ("def __init__(self, fifo, async=False):", Some("bpo-30406")),
            ("except ValueError, TypeError:", Some("pep-758")),
            ("print \"hello\"", Some("pep-3105")),
            ("type Point = tuple[int, int]", Some("pep-695")),
            ("def first[T](items): ...", Some("pep-695")),
            ("name = t'{x}'", Some("pep-750")),
            ("f'{data['key']}'", Some("pep-701")),
            ("f\"{var=}\"", Some("bpo-36817")),
            ("lazy import json", Some("pep-810")),
            (
                "invalid syntax at match answer.lower(): why?",
                Some("pep-634"),
            ),
            ("it fails on: type Mode = Literal['a']", Some("pep-695")),
            ("except (ValueError, TypeError):", None),
            ("x = y_1 + a1_2", None),
            ("else: x", None),
            ("    def async(self, job):", Some("bpo-30406")),
            ("import asyncio", None),
            ("loop.run(async=True)", Some("bpo-30406")),
            ("from spam import async", Some("bpo-30406")),
            ("both = {**first, **second}", Some("pep-448")),
            ("draw(*points, *corners)", Some("pep-448")),
            ("def draw(self, *points, **style):", None),
            ("name = u'Ada'", Some("pep-414")),
            ("if size < 1 << 32L:", Some("3.0-int-and-long")),
            ("os.chmod(path, 0755)", Some("pep-3127")),
            ("raise ValueError, 'too small'", Some("pep-3109")),
            ("if a <> b:", Some("3.0-removed-syntax")),
            ("exec 'x = 1'", Some("3.0-removed-syntax")),
            ("points.sort(key=lambda (x, y): x)", Some("pep-3113")),
            ("def move(self, (x, y)):", Some("pep-3113")),
            ("    yield from rows", Some("pep-380")),
            ("import os", None),
        ] {
            let found = constructs(line).next().map(|found| found.slug);
            assert_eq!(found, slug, "{line}");
        }
    }
}
