//! Annotations, scopes, patterns and arguments.

use super::hold;

#[test]
fn annotations_are_evaluated_until_3_13() {
    hold(&[
        (
            r#"import os
x: os.PathLike[str] = 1
def f(a: os.PathLike = None, *, b: "os.sep") -> os.PathLike:
    y: os.nothing = 1
    a.__fspath__"#,
            "import os; attribute os.PathLike in 3.0-3.13; name str in 3.0-3.13; \
             subscript os.PathLike in 3.0-3.13; attribute os.PathLike in 3.0-3.13; \
             attribute os.PathLike in 3.0-3.13; attribute os.PathLike().__fspath__",
        ),
        (
            "from __future__ import annotations
import os
x: os.PathLike = 1
def f(a: os.PathLike):
    a.__fspath__",
            "import __future__; from __future__.annotations; import os; \
             attribute os.PathLike().__fspath__",
        ),
        (
            r#"def f(a: int | None, b: "int | str") -> list[int]: pass"#,
            "name int in 3.0-3.13; union in annotation type in 3.0-3.13; name list in 3.0-3.13; \
             name int in 3.0-3.13; subscript list in 3.0-3.13",
        ),
        (
            "x = int | str
x = int | None
y = 1 | 2
isinstance(y, int | str)",
            "name int; name str; union int or str; name int; union int; merge int() or int(); \
             name isinstance; name int; name str; union int or str; call isinstance(int(), OTHER)",
        ),
    ]);
}

#[test]
fn annotations_say_what_a_name_is() {
    hold(&[
        (
            "from typing import Optional, Union, Annotated, Type
import datetime
def f(a: Optional[datetime.date], b: Union[str, bytes], c: Annotated[str, 1], d: Type[str]):
    a.fromisocalendar
    b.removeprefix
    c.removesuffix
    d.maketrans",
            "import typing; from typing.Optional; from typing.Union; from typing.Annotated; \
             from typing.Type; import datetime; attribute datetime.date in 3.0-3.13; \
             subscript typing.Optional in 3.0-3.13; name str in 3.0-3.13; \
             name bytes in 3.0-3.13; subscript typing.Union in 3.0-3.13; name str in 3.0-3.13; \
             subscript typing.Annotated in 3.0-3.13; name str in 3.0-3.13; \
             subscript typing.Type in 3.0-3.13; attribute datetime.date().fromisocalendar; \
             attribute str().removeprefix or bytes().removeprefix; attribute str().removesuffix; \
             attribute str.maketrans",
        ),
        (
            "def f(a: list[str], *args, **kwargs):
    a.copy()
    args.index
    kwargs.get",
            "name list in 3.0-3.13; name str in 3.0-3.13; subscript list in 3.0-3.13; \
             attribute list().copy; call list().copy(); attribute tuple().index; \
             attribute dict().get",
        ),
        (
            r#"import typing
def f() -> "typing.Self": pass
x: typing.Final = "text"
x.isascii"#,
            "import typing; attribute typing.Final in 3.0-3.13; attribute typing.Final().isascii",
        ),
        (
            r#"def f() -> str: pass
f().removeprefix("x")
def g(): pass
g().x"#,
            "name str in 3.0-3.13; attribute str().removeprefix; call str().removeprefix('x')",
        ),
    ]);
}

#[test]
fn comprehensions_and_lambdas_have_scopes() {
    hold(&[
        (
            r#"[x.removeprefix("a") for x in ["b"] if x.isascii()]"#,
            "attribute next(list()).isascii; call next(list()).isascii(); \
             truth next(list()).isascii(); attribute next(list()).removeprefix; \
             call next(list()).removeprefix('a')",
        ),
        (
            r#"{k: v.real for k, v in {}.items()}
{n for n in "abc"}.add
(str(n) for n in range(3))
[n for n in []].copy()"#,
            "attribute dict().items; call dict().items(); \
             attribute next(dict().items())[…].real; attribute set().add; name range; \
             call range(3); name str; call str(next(range())); attribute list().copy; \
             call list().copy()",
        ),
        (
            r#"x = "a"
[x for x in [1]]
x.isascii
[y := 1 for _ in "a"]
y.real"#,
            "attribute str().isascii; attribute int().real",
        ),
        (
            "import json
(lambda data, default=json.dumps: json.loads(data))(1)",
            "import json; attribute json.dumps; attribute json.loads; call json.loads(OTHER)",
        ),
        (
            "(lambda json: json.x)(1)
import json",
            "import json",
        ),
    ]);
}

#[test]
fn functions_see_what_is_bound_later() {
    hold(&[
        (
            "import os
def f():
    global os
    os = None
os.fork",
            "import os; attribute os.fork",
        ),
        (
            r#"def f():
    x = "a"
    def g():
        nonlocal x
        x = 1
    x.real"#,
            "attribute str().real",
        ),
        (
            "def f():
    print(later.x)
import os as later",
            "import os; name print; attribute os.x; call print(os.x)",
        ),
        (
            "def f(list):
    list.x
    print(len)
list.copy",
            "name list; attribute list.copy; name print; name len; call print(len)",
        ),
    ]);
}

#[test]
fn patterns_bind_unknown_values() {
    hold(&[
        (
            r#"if (m := __import__("re").match("a", "b")) is not None:
    m.group(1)"#,
            "import re; attribute re.match; call re.match('a', 'b'); attribute re.match().group; \
             call re.match().group(1)",
        ),
        (
            r#"match input():
    case str() as text:
        text.x
    case {"a": n, **rest}:
        rest.y
    case [1, *others]:
        others.z
    case -1 | 2 if len(""):
        pass
    case foreign.CONSTANT:
        pass"#,
            "name input; call input(); name str; name len; call len(''); truth len(); \
             name foreign; attribute foreign.CONSTANT",
        ),
        (
            "match 1:
    case 1:
        import os
    case _:
        import posix as os
os.fork",
            "import os; import posix; attribute os.fork or posix.fork",
        ),
    ]);
}

#[test]
fn exceptions_truth_and_inversion() {
    hold(&[
        (
            "def generate():
    yield 1
    raise StopIteration
def plain():
    raise StopIteration
def expression():
    x = yield
    raise StopIteration(1)",
            "name StopIteration; raised in generator StopIteration; name StopIteration; \
             name StopIteration; call StopIteration(1); raised in generator StopIteration()",
        ),
        (
            "if not NotImplemented: pass",
            "name NotImplemented; truth NotImplemented",
        ),
        (
            "~True
~(1 == 1)
~1",
            "inverted bool(); inverted int()",
        ),
    ]);
}

#[test]
fn arguments_are_recorded() {
    hold(&[
        (
            r#"print("a", 1, -1, 1.5, True, None, {1}, open, print, *[], sep="", **{})"#,
            "name print; name open; name print; \
             call print('a', 1, int(), FLOAT, True, None, SET, open, print, *, sep='', **)",
        ),
        (
            r#"def f(): pass
class A:
    def g(self): pass
print(f, A.g, A().g)
print("x" * 2)"#,
            "name print; call print(OTHER, OTHER, BOUND); name print; call print(OTHER)",
        ),
        (
            "import os
os.fork and os.kill or os.wait",
            "import os; attribute os.fork; attribute os.kill; attribute os.wait",
        ),
        (
            r#"f"{len('a'):>{min(1, 2)}}""#,
            "name len; call len('a'); name min; call min(1, 2)",
        ),
        (
            r#"import os
x = os.environ.get("A", "b").removeprefix("c")"#,
            "import os; attribute os.environ; attribute os.environ.get; \
             call os.environ.get('A', 'b'); attribute os.environ.get().removeprefix; \
             call os.environ.get().removeprefix('c')",
        ),
        (
            "x = super().y",
            "name super; call super(); attribute super().y",
        ),
        (
            "import threading as t
t.Thread(target=lambda: t.currentThread()).start()",
            "import threading; attribute threading.Thread; attribute threading.currentThread; \
             call threading.currentThread(); call threading.Thread(target=OTHER); \
             attribute threading.Thread().start; call threading.Thread().start()",
        ),
        (
            r#"exec("x = 1")
def f():
    exec("x = 1")
    locals()"#,
            "name exec; call exec('x = 1'); name exec; call exec('x = 1'); name locals; \
             call locals()",
        ),
    ]);
}
