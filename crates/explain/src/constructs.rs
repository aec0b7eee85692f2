//! Syntax that older versions reject, as a reader sees it in a line of code. A parser would
//! need the whole program, of which an error shows one line. The entry point is
//! [`constructs`].

use crate::syntax::{
    has_grouped_digits, has_identifier, has_nested_quotes, has_number, has_print_parameter,
    has_several_unpackings, has_starred_target, has_string, has_tuple, has_type_parameters,
    is_annotated, is_bare, is_block, is_class_with_comma, is_octal_of_python_2,
};

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
        is_in: |line| line.starts_with("@(") || line.starts_with('@') && line.contains('['),
        slug: "pep-614",
        is_old: false,
    },
    // What 3.7 and older show of a formatted string.
    Construct {
        is_in: |line| line.starts_with('(') && line.ends_with("=)"),
        slug: "bpo-36817",
        is_old: false,
    },
    Construct {
        is_in: |line| line.contains("def ") && (line.contains(",/") || line.contains(", /")),
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
        is_in: |line| line.starts_with("def ") && (line.contains("(*, ") || line.contains(", *, ")),
        slug: "pep-3102",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("def ") && line.contains(" -> "),
        slug: "pep-3107",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("nonlocal "),
        slug: "pep-3104",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("raise ") && line.contains(" from "),
        slug: "pep-3134",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("class ") && line.contains("metaclass="),
        slug: "pep-3115",
        is_old: false,
    },
    Construct {
        is_in: |line| has_starred_target(line),
        slug: "pep-3132",
        is_old: false,
    },
    Construct {
        is_in: |line| line.starts_with("print(") && has_print_parameter(line),
        slug: "pep-3105",
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
            line.starts_with("exec \"")
                || line.starts_with("exec '")
                || line.contains(" <> ")
                || line.contains("= `")
                || has_string(line, "ur")
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
    let quoted = code.lines().chain(code.split(['\n', '`']));
    let lines = quoted.flat_map(|line| {
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
            ("name = ur'Ada'", Some("3.0-removed-syntax")),
            ("text = `number`", Some("3.0-removed-syntax")),
            ("(size=)", Some("bpo-36817")),
            ("def area(side,/):", Some("pep-570")),
            ("@buttons[0].clicked", Some("pep-614")),
            ("def area(*, side):", Some("pep-3102")),
            ("def area(side) -> int:", Some("pep-3107")),
            ("nonlocal count", Some("pep-3104")),
            ("raise ValueError(name) from None", Some("pep-3134")),
            ("class Shape(metaclass=Registry):", Some("pep-3115")),
            ("first, *rest = items", Some("pep-3132")),
            ("print('a', file=sys.stderr)", Some("pep-3105")),
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
