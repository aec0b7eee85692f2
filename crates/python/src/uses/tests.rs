//! What [`uses`] records for small programs, as text.

mod classes;
mod expressions;
mod guards;
mod imports;
mod presence;
mod syntax;
mod tries;
mod values;

use super::{Argument, Call, PathId, Paths, Use, UseKind, Uses, uses};
use terms::{Series, Versions};

/// Programs with what they use, in the form of [`describe`].
type Cases = [(&'static str, &'static str)];

/// Holds programs against what they are expected to use, and shows all that differ.
fn hold(cases: &Cases) {
    let differing: Vec<String> = cases
        .iter()
        .filter_map(|(source, expected)| {
            let found = found(source);
            (found != *expected)
                .then(|| format!("{source}\n  expected: {expected}\n  found:    {found}"))
        })
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

/// What a program uses, with `; ` between the uses.
fn found(source: &str) -> String {
    let uses = uses(source).unwrap_or_else(|error| panic!("{source}\n{error}"));
    assert_eq!(uses.errors, [], "{source}");
    let found: Vec<String> = uses.uses.iter().map(|one| describe(&uses, one)).collect();
    found.join("; ")
}

/// A use as text: `attribute os.fork in 3.9- caught`. Further targets stand after `or`; what
/// is not the usual case comes at the end: the versions, `guard PATH` for what it rests
/// on itself, `where PATH`, `without PATH`, `caught`, `fallback`,
/// `uncertain`.
fn describe(uses: &Uses, one: &Use) -> String {
    let targets: Vec<String> = one
        .targets
        .iter()
        .map(|one| uses.paths.text(*one))
        .collect();
    let mut text = format!("{} {}", word(&one.kind), targets.join(" or "));
    if let UseKind::Call(call) = &one.kind {
        text.push_str(&arguments(&uses.paths, call));
    }
    if one.versions != Versions::ALL {
        let newest = Series::python3(Versions::MAX_MINOR);
        text.push_str(&format!(" in {}", one.versions.to_text(newest)));
    }
    for guard in &one.present {
        let mut targets = one.targets.iter();
        let is_own = targets.any(|target| uses.paths.ancestors(*target).any(|path| path == *guard));
        let word = if is_own { "guard" } else { "where" };
        text.push_str(&format!(" {word} {}", uses.paths.text(*guard)));
    }
    for absent in &one.absent {
        text.push_str(&format!(" without {}", uses.paths.text(*absent)));
    }
    for (is_so, word) in [
        (one.is_caught, " caught"),
        (one.fallback.is_some(), " fallback"),
        (one.is_uncertain, " uncertain"),
    ] {
        if is_so {
            text.push_str(word);
        }
    }
    text
}

fn word(kind: &UseKind) -> &'static str {
    match kind {
        UseKind::Import => "import",
        UseKind::FromImport => "from",
        UseKind::Name => "name",
        UseKind::Attribute => "attribute",
        UseKind::Call(call) if call.is_class_attribute => "call in class",
        UseKind::Call(_) => "call",
        UseKind::Subscript => "subscript",
        UseKind::Union {
            in_annotation: true,
        } => "union in annotation",
        UseKind::Union {
            in_annotation: false,
        } => "union",
        UseKind::Decorator => "decorator",
        UseKind::Base => "base",
        UseKind::Merge => "merge",
        UseKind::Docstring => "docstring",
        UseKind::RaisedInGenerator => "raised in generator",
        UseKind::FieldDefault => "field default",
        UseKind::Truth => "truth",
        UseKind::Inverted => "inverted",
    }
}

fn arguments(paths: &Paths, call: &Call) -> String {
    let mut all: Vec<String> = call
        .positional
        .iter()
        .map(|one| argument(paths, one))
        .collect();
    if call.has_starred {
        all.push("*".to_owned());
    }
    let keywords = call.keywords.iter();
    all.extend(keywords.map(|(name, value)| format!("{name}={}", argument(paths, value))));
    if call.has_double_starred {
        all.push("**".to_owned());
    }
    format!("({})", all.join(", "))
}

fn argument(paths: &Paths, argument: &Argument) -> String {
    let path = |path: &PathId| paths.text(*path);
    match argument {
        Argument::Text(text) => format!("'{text}'"),
        Argument::Integer(number) => number.to_string(),
        Argument::Float => "FLOAT".to_owned(),
        Argument::Boolean(value) => (if *value { "True" } else { "False" }).to_owned(),
        Argument::None => "None".to_owned(),
        Argument::Set => "SET".to_owned(),
        Argument::Path(found) => path(found),
        Argument::BoundMethod => "BOUND".to_owned(),
        Argument::Other => "OTHER".to_owned(),
    }
}

#[test]
fn what_nests_deeply_is_followed_and_so_is_the_rest() {
    for chain in [
        "a + ",
        "not ",
        "a.b",
        "a if b else ",
        "lambda: ",
        "a().",
        "-",
    ] {
        let source = format!("x = {}a\nimport imp", chain.repeat(5_000));
        let uses = uses(&source).unwrap_or_else(|error| panic!("{chain}: {error}"));
        let last = uses.uses.last().map(|one| &one.kind);
        assert_eq!(last, Some(&UseKind::Import), "{chain}");
    }
}

#[test]
fn what_only_cpython_finds_too_deep_is_an_error_and_the_rest_is_read() {
    let source = format!("x = {}{}\nimport imp", "(".repeat(300), ")".repeat(300));
    let uses = uses(&source).expect("it can be parsed");
    let errors = uses.errors.iter();
    let errors: Vec<(u32, u32)> = errors
        .map(|error| (error.position.line, error.position.column))
        .collect();
    assert_eq!(errors, [(1, 205)], "the first bracket too many");
    assert_eq!(uses.uses.len(), 1, "the import");
}
