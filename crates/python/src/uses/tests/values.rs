//! What names are bound to.

use super::hold;

#[test]
fn aliases_lead_to_what_they_stand_for() {
    hold(&[
        (
            r#"import pathlib
P = pathlib.Path
here = P(".")
there = here
there.walk()"#,
            "import pathlib; attribute pathlib.Path; call pathlib.Path('.'); \
             attribute pathlib.Path().walk; call pathlib.Path().walk()",
        ),
        (
            "import os
fork = os.fork
fork()",
            "import os; attribute os.fork; call os.fork()",
        ),
    ]);
}

#[test]
fn literals_are_instances_of_builtin_types() {
    hold(&[(
        r#"text = "a"
text.removeprefix("b")
b"x".hex(":")
(1).bit_count()
1.5.is_integer()
[].sort()
{}.get(1)
{1}.add(2)
(1,).index(1)
True.real
1j.conjugate()
f"{text}".upper()"#,
        "attribute str().removeprefix; call str().removeprefix('b'); attribute bytes().hex; \
             call bytes().hex(':'); attribute int().bit_count; call int().bit_count(); \
             attribute float().is_integer; call float().is_integer(); attribute list().sort; \
             call list().sort(); attribute dict().get; call dict().get(1); attribute set().add; \
             call set().add(2); attribute tuple().index; call tuple().index(1); \
             attribute bool().real; attribute complex().conjugate; call complex().conjugate(); \
             attribute str().upper; call str().upper()",
    )]);
}

#[test]
fn context_managers_loops_and_unpacking_bind_what_they_give() {
    hold(&[
        (
            r#"with open("f") as file:
    file.read()"#,
            "name open; call open('f'); attribute open().__enter__().read; \
             call open().__enter__().read()",
        ),
        (
            r#"import tempfile, zipfile
with tempfile.TemporaryFile() as one, zipfile.ZipFile(one) as two:
    two.mkdir("d")"#,
            "import tempfile; import zipfile; attribute tempfile.TemporaryFile; \
             call tempfile.TemporaryFile(); attribute zipfile.ZipFile; \
             call zipfile.ZipFile(tempfile.TemporaryFile().__enter__()); \
             attribute zipfile.ZipFile().__enter__().mkdir; \
             call zipfile.ZipFile().__enter__().mkdir('d')",
        ),
        (
            r#"with open("f") as (a, b):
    a.x"#,
            "name open; call open('f'); attribute open().__enter__()[…].x",
        ),
        (
            r#"import os
for entry in os.scandir("."):
    entry.is_junction()"#,
            "import os; attribute os.scandir; call os.scandir('.'); \
             attribute next(os.scandir()).is_junction; call next(os.scandir()).is_junction()",
        ),
        (
            r#"for character in "abc":
    character.removeprefix("a")"#,
            "attribute next(str()).removeprefix; call next(str()).removeprefix('a')",
        ),
        (
            "for a, b in {}.items():
    a.x",
            "attribute dict().items; call dict().items(); attribute next(dict().items())[…].x",
        ),
        (
            r#"import re
for match in re.finditer("a", "b"):
    match.group(1)
else:
    re.NOFLAG"#,
            "import re; attribute re.finditer; call re.finditer('a', 'b'); \
             attribute next(re.finditer()).group; call next(re.finditer()).group(1); \
             attribute re.NOFLAG",
        ),
        (
            r#"import re
match = re.match("a", "b")
match["x"]
first, *rest = match.groups()
first.x
rest.copy()"#,
            "import re; attribute re.match; call re.match('a', 'b'); subscript re.match(); \
             attribute re.match().groups; call re.match().groups(); \
             attribute re.match().groups()[…].x; attribute list().copy; call list().copy()",
        ),
        (
            "import datetime
a, b = datetime.date.today(), datetime.UTC
a.isocalendar
b.utcoffset",
            "import datetime; attribute datetime.date; attribute datetime.date.today; \
             call datetime.date.today(); attribute datetime.UTC; \
             attribute datetime.date.today().isocalendar; attribute datetime.UTC.utcoffset",
        ),
        (
            "import datetime as dt
a = b = dt.datetime.now()
a.x; b.y",
            "import datetime; attribute datetime.datetime; attribute datetime.datetime.now; \
             call datetime.datetime.now(); attribute datetime.datetime.now().x; \
             attribute datetime.datetime.now().y",
        ),
    ]);
}

#[test]
fn operators_give_what_their_left_side_is() {
    hold(&[
        (
            r#"import pathlib
path = pathlib.Path("a") / "b" / "c"
path.is_junction()"#,
            "import pathlib; attribute pathlib.Path; call pathlib.Path('a'); \
             attribute pathlib.Path() / … / ….is_junction; \
             call pathlib.Path() / … / ….is_junction()",
        ),
        (
            r#"x = "a" + str(1)
x.removesuffix("b")
y = "%s" % 1
y.casefold
z = b"%s" % b"1"
z.hex"#,
            "name str; call str(1); attribute str().removesuffix; call str().removesuffix('b'); \
             attribute str().casefold; attribute bytes().hex",
        ),
        (
            "x = 1
x += 2
x.bit_count()",
            "attribute int().bit_count; call int().bit_count()",
        ),
        (
            "d = {}
d |= {}
{} | {}",
            "merge dict() or dict(); merge dict() or dict()",
        ),
    ]);
}

#[test]
fn a_value_may_be_one_of_several() {
    hold(&[
        (
            r#"if unknown:
    x = "a"
else:
    x = b"a"
x.isascii()"#,
            "name unknown; truth unknown; attribute str().isascii or bytes().isascii; \
             call str().isascii or bytes().isascii()",
        ),
        (
            r#"x = "a"
if input():
    x = something()
x.isascii()"#,
            "name input; call input(); truth input(); name something; call something(); \
             attribute something().isascii or str().isascii; \
             call something().isascii or str().isascii()",
        ),
        (
            r#"x = "a"
while input():
    x = 1
x.real"#,
            "name input; call input(); truth input(); attribute int().real or str().real",
        ),
        (
            r#"x = None
x.y
def f(x=None):
    x = x or "text"
    x.removeprefix("a")"#,
            "attribute str().removeprefix uncertain; call str().removeprefix('a') uncertain",
        ),
    ]);
}

#[test]
fn what_is_assigned_or_deleted_is_not_used() {
    hold(&[
        (
            r#"import os
os.environ["A"] = "b"
os.environ["A"] += "c""#,
            "import os; attribute os.environ; attribute os.environ",
        ),
        (
            "import os
del os.x
del os",
            "import os",
        ),
        (
            r#"x = 1 if input() else "a"
x.real"#,
            "name input; call input(); truth input(); attribute int().real or str().real",
        ),
        (
            r#"x = "a".split()[0]
y = "a"[1:]
x.upper; y.lower"#,
            "attribute str().split; call str().split(); subscript str().split(); \
             subscript str(); attribute str().split()[…].upper; attribute str().lower",
        ),
        (
            r#"import os
os.environ["A"].removeprefix("x")"#,
            "import os; attribute os.environ; subscript os.environ; \
             attribute os.environ[…].removeprefix; call os.environ[…].removeprefix('x')",
        ),
        (
            "import sys
sys.stdout.buffer = None
sys.stdout.buffer.write",
            "import sys; attribute sys.stdout; attribute sys.stdout; \
             attribute sys.stdout.buffer guard sys.stdout.buffer; \
             attribute sys.stdout.buffer.write guard sys.stdout.buffer",
        ),
        (
            "import collections
collections.Mapping = collections.abc.Mapping
collections.Mapping",
            "import collections; attribute collections.abc; attribute collections.abc.Mapping; \
             attribute collections.Mapping guard collections.Mapping",
        ),
        (
            r#"x = 1
x = 2 if x else "a"
x = [] if x else {}
x = () if x else set()
x.copy"#,
            "truth int(); truth int() or str(); truth list() or dict(); name set; call set(); \
             attribute tuple().copy or set().copy",
        ),
        (
            "async def f():
    import asyncio
    value = await asyncio.wait_for(x, 1)
    async with asyncio.timeout(1) as t:
        t.when()",
            "import asyncio; attribute asyncio.wait_for; name x; call asyncio.wait_for(x, 1); \
             attribute asyncio.timeout; call asyncio.timeout(1); \
             attribute asyncio.timeout().__enter__().when; \
             call asyncio.timeout().__enter__().when()",
        ),
    ]);
}
