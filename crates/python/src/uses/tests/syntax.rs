//! Syntax that not every version has.

use crate::uses::uses;

/// The syntax of a program with the line and column where it begins.
fn found(source: &str) -> String {
    let uses = uses(source).unwrap_or_else(|error| panic!("{source}\n{error}"));
    assert_eq!(uses.errors, [], "{source}");
    let place = |at: u32| {
        let before = &source[..at as usize];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let line_number = before.matches('\n').count() + 1;
        format!("{line_number}:{}", line.chars().count() + 1)
    };
    let found = uses
        .syntax
        .iter()
        .map(|one| format!("{:?} {}", one.feature, place(one.range.start)));
    found.collect::<Vec<String>>().join("; ")
}

#[test]
fn syntax_is_found_where_it_begins() {
    let cases = [
        ("with a, b: pass", "SeveralContextManagers 1:9"),
        ("a @ b", "MatrixMultiplication 1:1"),
        (r#"b"%s" % x"#, "BytesFormatting 1:1"),
        (
            "def f():
    yield from x",
            "YieldFrom 2:5",
        ),
        (
            "f(*a, *b)
f(**a, **b)
f(*a, **b)",
            "GeneralUnpacking 1:7; GeneralUnpacking 2:8",
        ),
        (
            "[*a], (*a, b), {*a}, {**a}",
            "GeneralUnpacking 1:2; GeneralUnpacking 1:8; GeneralUnpacking 1:17; GeneralUnpacking 1:25",
        ),
        (
            "async def f():
    yield 1
    def g(): yield 2",
            "AsyncFunction 1:11; AsyncGenerator 2:5",
        ),
        (
            "async def f():
    async with a: pass
    async for b in c: pass
    [d async for d in e]
    await g",
            "AsyncFunction 1:11; AsyncFunction 2:5; AsyncComprehension 4:8",
        ),
        (
            r#"f"{x}"
f"{x=}""#,
            "FString 1:1; FString 2:1; FStringDebug 2:3",
        ),
        (
            "x: int = 1
y: int
class C:
    z: int",
            "VariableAnnotation 1:1; VariableAnnotation 2:1; VariableAnnotation 4:5",
        ),
        (
            "1_000, 0x_ff, 1.0_0",
            "NumberUnderscore 1:1; NumberUnderscore 1:8; NumberUnderscore 1:15",
        ),
        (
            r#"x is 1
x is not "a"
x is ()
x is None
x is True"#,
            "IdentityOfLiteral 1:1; IdentityOfLiteral 2:1; IdentityOfLiteral 3:1",
        ),
        (
            "def f():
    try: pass
    finally:
        return",
            "LeavingFinally 4:9",
        ),
        (
            "while x:
    try: pass
    finally:
        continue",
            "LeavingFinally 4:9; ContinueInFinally 4:9",
        ),
        (
            "while x:
    try: pass
    finally:
        break",
            "LeavingFinally 4:9",
        ),
        (
            "try: pass
finally:
    def f(): return 1
    for x in y: break",
            "",
        ),
        (
            r#""\d", b"\d", r"\d", "\n", "\N{BULLET}"
f"\d{x}""#,
            "InvalidEscape 1:2; InvalidEscape 1:9; FString 2:1; InvalidEscape 2:3",
        ),
        (r#""\400""#, "InvalidEscape 1:2"),
        ("(x := 1)", "Walrus 1:2"),
        (
            "{x := 1}
a[x := 1]",
            "Walrus 1:2; WalrusInSet 1:2; Walrus 2:3; WalrusInIndex 2:3",
        ),
        (
            "def f():
    return *a, b
def g():
    yield *a, b
def h():
    return (*a, b)",
            "GeneralUnpacking 2:12; StarTuple 2:12; GeneralUnpacking 4:11; StarTuple 4:11; GeneralUnpacking 6:13",
        ),
        (
            "def f(a, /): pass
lambda a, /: a",
            "PositionalOnly 1:10; PositionalOnly 2:11",
        ),
        ("f((a)=1)", "ParenthesizedKeyword 1:3"),
        (
            "@a[0].b
def f(): pass
@a.b(c)
def g(): pass",
            "RelaxedDecorator 1:2",
        ),
        (
            "with (a as b, c as d): pass",
            "ParenthesizedContextManagers 1:6; SeveralContextManagers 1:15",
        ),
        (
            "with (a, b): pass
with (a): pass",
            "ParenthesizedContextManagers 1:6; SeveralContextManagers 1:10",
        ),
        (
            "for x in *a, b: pass",
            "GeneralUnpacking 1:10; UnpackInFor 1:10",
        ),
        (
            "match x:
    case 1: pass
match = 1
case = match",
            "Match 1:1",
        ),
        (
            "try: pass
except* ValueError: pass",
            "ExceptStar 2:7",
        ),
        (
            "a[*b]
a[*b, c]",
            "GeneralUnpacking 1:3; StarIndex 1:3; GeneralUnpacking 2:3; StarIndex 2:3",
        ),
        ("def f(*args: *Ts): pass", "StarAnnotation 1:14"),
        (
            "class C[T]: pass
def f[T: int, *Ts, **P](): pass",
            "TypeParameters 1:8; TypeParameters 2:6",
        ),
        (
            "type X = int
type Y[T] = list[T]
type = 1",
            "TypeAlias 1:1; TypeAlias 2:1",
        ),
        (
            r#"f"{"a"}"
f'{x:{y}}'"#,
            "FString 1:1; FStringGrammar 1:4; FString 2:1",
        ),
        (r#"f"{'\n'.join(x)}""#, "FString 1:1; FStringGrammar 1:5"),
        (
            r#"f"{x # comment
}""#,
            "FString 1:1; FStringGrammar 1:6",
        ),
        (
            "class C[T = int]: pass",
            "TypeParameters 1:8; TypeParameterDefault 1:11",
        ),
        (
            "try: pass
except A, B: pass",
            "ExceptWithoutParentheses 2:8",
        ),
        (r#"t"{x}""#, "TemplateString 1:1"),
        (
            "lazy import a
lazy from b import c
lazy = 1",
            "LazyImport 1:1; LazyImport 2:1",
        ),
        (
            "[*x for x in y]
{**x for x in y}
(*x for x in y)",
            "UnpackInComprehension 1:2; UnpackInComprehension 2:2; UnpackInComprehension 3:2",
        ),
        (
            "match x:
    case +1: pass",
            "Match 1:1; SignedPattern 2:10",
        ),
        (
            "match x:
    case -1: pass",
            "Match 1:1",
        ),
        (
            "print(1 if 1 else 2)
1if x else 2",
            "",
        ),
        (
            r#"import sys
if sys.version_info >= (3, 12):
    f"{x}""#,
            "FString 3:5",
        ),
        (
            "def f():
    global x
    x = 1",
            "",
        ),
        (
            r#"assert (x, "y")
x = "a"[1] "#,
            "",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(found(source), expected, "{source}");
    }
}

#[test]
fn errors_do_not_end_the_search() {
    let found = uses("import os\nx = = 1\nos.fork()\n").expect("a source");
    let [error] = found.errors.as_slice() else {
        panic!("{:?}", found.errors);
    };
    assert_eq!((error.position.line, error.position.column), (2, 5));
    assert_eq!(found.uses.len(), 3);
}

#[test]
fn what_cannot_be_read_says_where() {
    let nul = uses("x = 1\ny\0").expect_err("a null byte");
    assert_eq!((nul.position.line, nul.position.column), (2, 2));
    let deep = uses(&format!(
        "x = {}1{}",
        "(".repeat(50_000),
        ")".repeat(50_000)
    ));
    assert!(deep.expect_err("too deep").message.contains("nest"));
}
