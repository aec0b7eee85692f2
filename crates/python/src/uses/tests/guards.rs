//! Conditions on the version.

use super::hold;

#[test]
fn if_narrows_the_versions() {
    hold(&[
        (
            "import sys
if sys.version_info >= (3, 9):
    a()
else:
    b()
c()",
            "import sys; attribute sys.version_info; name a in 3.9-; call a() in 3.9-; \
             name b in 3.0-3.8; call b() in 3.0-3.8; name c; call c()",
        ),
        (
            "from sys import version_info as v
if v < (3, 8): a()
elif v[:2] == (3, 10): b()
elif (3, 12) <= v: c()
else: d()",
            "import sys; from sys.version_info; name a in 3.0-3.7; call a() in 3.0-3.7; \
             subscript sys.version_info in 3.8-; name b in 3.10; call b() in 3.10; \
             name c in 3.12-; call c() in 3.12-; name d in 3.8-3.9,3.11; call d() in 3.8-3.9,3.11",
        ),
        (
            r#"import sys
if sys.version_info[0] == 2: a()
if sys.version_info[0] >= 3 and sys.version_info[1] >= 9: b()
if sys.version_info.major < 3 or sys.version_info.minor < 7: c()
if not sys.version_info >= (3, 11): d()
if sys.version_info > (3,): e()
if sys.version_info > (3, 9): f()
if sys.version_info <= (3, 9): g()
if sys.version_info != (3, 9): h()
if sys.version_info[:2] != (3, 9): i()
if sys.version_info[:2] in ((3, 8), (3, 9)): j()
if sys.version_info[:2] not in ((3, 8),): k()
if sys.version_info[:1] < (3,): l()
if tuple(sys.version_info) >= (3, 9): m()
if sys.version_info >= (3, 9, 2): n()
if sys.version_info < (3, 9, 2): o()
if sys.version_info >= (3, 9, 0, "final", 0): p()
if sys.version_info[0:2] >= (3, 9): q()
if sys.version_info >= [3, 9]: r()
if sys.version_info >= something: s()
if sys.version_info[2:] >= (3,): t()
if sys.version_info == (3, 9): u()
if (3, 8) <= sys.version_info < (3, 12): v()
if sys.version_info[1] in (8, 9): w()"#,
            "import sys; attribute sys.version_info; subscript sys.version_info; \
             attribute sys.version_info; subscript sys.version_info; attribute sys.version_info; \
             subscript sys.version_info; name b in 3.9-; call b() in 3.9-; \
             attribute sys.version_info; attribute sys.version_info.major; \
             attribute sys.version_info; attribute sys.version_info.minor; name c in 3.0-3.6; \
             call c() in 3.0-3.6; attribute sys.version_info; name d in 3.0-3.10; \
             call d() in 3.0-3.10; attribute sys.version_info; name e; call e(); \
             attribute sys.version_info; name f in 3.9-; call f() in 3.9-; \
             attribute sys.version_info; name g in 3.0-3.8; call g() in 3.0-3.8; \
             attribute sys.version_info; name h; call h(); attribute sys.version_info; \
             subscript sys.version_info; name i in 3.0-3.8,3.10-; call i() in 3.0-3.8,3.10-; \
             attribute sys.version_info; subscript sys.version_info; name j in 3.8-3.9; \
             call j() in 3.8-3.9; attribute sys.version_info; subscript sys.version_info; \
             name k in 3.0-3.7,3.9-; call k() in 3.0-3.7,3.9-; attribute sys.version_info; \
             subscript sys.version_info; name tuple; attribute sys.version_info; \
             call tuple(sys.version_info); name m in 3.9-; call m() in 3.9-; \
             attribute sys.version_info; name n in 3.9-; call n() in 3.9-; \
             attribute sys.version_info; name o in 3.0-3.9; call o() in 3.0-3.9; \
             attribute sys.version_info; name p in 3.9-; call p() in 3.9-; \
             attribute sys.version_info; subscript sys.version_info; name q in 3.9-; \
             call q() in 3.9-; attribute sys.version_info; name r; call r(); \
             attribute sys.version_info; name something; name s; call s(); \
             attribute sys.version_info; subscript sys.version_info; name t; call t(); \
             attribute sys.version_info; attribute sys.version_info; name v in 3.8-3.11; \
             call v() in 3.8-3.11; attribute sys.version_info; subscript sys.version_info; \
             name w in 3.8-3.9; call w() in 3.8-3.9",
        ),
        (
            r#"import sys
if sys.hexversion >= 0x03090000: a()
if sys.hexversion < 0x030A00F0: b()
if sys.version[0] == "3": c()
if sys.version[:3] == "3.8": d()
if sys.version >= "3": e()
if sys.version < "3": f()
if sys.version_info[0] > 2: g()"#,
            "import sys; attribute sys.hexversion; name a in 3.9-; call a() in 3.9-; \
             attribute sys.hexversion; name b in 3.0-3.9; call b() in 3.0-3.9; \
             attribute sys.version; subscript sys.version; name c; call c(); \
             attribute sys.version; subscript sys.version; name d in 3.8; call d() in 3.8; \
             attribute sys.version; name e; call e(); attribute sys.version; \
             attribute sys.version_info; subscript sys.version_info; name g; call g()",
        ),
    ]);
}

#[test]
fn a_variable_holds_a_condition() {
    hold(&[(
        "import sys
PY39 = sys.version_info >= (3, 9)
OLD = not PY39
BOTH = PY39 and sys.version_info < (3, 12)
if PY39: a()
if OLD: b()
if not PY39: c()
if BOTH: d()
def f():
    if PY39: e()
    return g() if PY39 else h()",
        "import sys; attribute sys.version_info; attribute sys.version_info in 3.9-; \
             name a in 3.9-; call a() in 3.9-; name b in 3.0-3.8; call b() in 3.0-3.8; \
             name c in 3.0-3.8; call c() in 3.0-3.8; name d in 3.9-3.11; call d() in 3.9-3.11; \
             name e in 3.9-; call e() in 3.9-; name g in 3.9-; call g() in 3.9-; \
             name h in 3.0-3.8; call h() in 3.0-3.8",
    )]);
}

#[test]
fn leaving_a_block_narrows_what_follows() {
    hold(&[
        (
            r#"import sys
def f():
    if sys.version_info < (3, 9):
        return
    a()
def g():
    if sys.version_info < (3, 9):
        raise RuntimeError()
    b()
def h():
    for x in y:
        if sys.version_info >= (3, 12):
            continue
        c()
    d()
if sys.version_info < (3, 8):
    sys.exit("too old")
e()"#,
            "import sys; attribute sys.version_info; attribute sys.exit in 3.0-3.7; \
             call sys.exit('too old') in 3.0-3.7; name e in 3.8-; call e() in 3.8-; \
             attribute sys.version_info; name a in 3.9-; call a() in 3.9-; \
             attribute sys.version_info; name RuntimeError in 3.0-3.8; \
             call RuntimeError() in 3.0-3.8; name b in 3.9-; call b() in 3.9-; name y; \
             attribute sys.version_info; name c in 3.0-3.11; call c() in 3.0-3.11; name d; \
             call d()",
        ),
        (
            "import sys, os
if sys.version_info < (3, 8):
    os._exit(1)
elif sys.version_info < (3, 9):
    exit()
a()",
            "import sys; import os; attribute sys.version_info; attribute os._exit in 3.0-3.7; \
             call os._exit(1) in 3.0-3.7; attribute sys.version_info in 3.8-; name exit in 3.8; \
             call exit() in 3.8; name a in 3.9-; call a() in 3.9-",
        ),
    ]);
}

#[test]
fn expressions_and_decorators_narrow() {
    hold(&[
        (
            "import sys
a() if sys.version_info >= (3, 9) else b()
sys.version_info >= (3, 9) and c()
sys.version_info >= (3, 9) or d()
assert sys.version_info >= (3, 7)
e()",
            "import sys; attribute sys.version_info; name a in 3.9-; call a() in 3.9-; \
             name b in 3.0-3.8; call b() in 3.0-3.8; attribute sys.version_info; name c in 3.9-; \
             call c() in 3.9-; attribute sys.version_info; name d in 3.0-3.8; \
             call d() in 3.0-3.8; attribute sys.version_info; name e in 3.7-; call e() in 3.7-",
        ),
        (
            r#"import sys, unittest, pytest
@unittest.skipIf(sys.version_info < (3, 9), "old")
def a(): one()
@unittest.skipUnless(sys.version_info >= (3, 10), "old")
class B:
    def test(self): two()
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="new")
def c(): three()
four()"#,
            "import sys; import unittest; import pytest; attribute unittest.skipIf; \
             attribute sys.version_info; call unittest.skipIf(OTHER, 'old'); \
             attribute unittest.skipUnless; attribute sys.version_info; \
             call unittest.skipUnless(OTHER, 'old'); attribute pytest.mark; \
             attribute pytest.mark.skipif; attribute sys.version_info; \
             call pytest.mark.skipif(OTHER, reason='new'); name four; call four(); \
             name one in 3.9-; call one() in 3.9-; name two in 3.10-; call two() in 3.10-; \
             name three in 3.0-3.11; call three() in 3.0-3.11",
        ),
        (
            "import sys
while sys.version_info >= (3, 9):
    a()
[b() for x in y if sys.version_info >= (3, 9)]",
            "import sys; attribute sys.version_info; name a in 3.9-; call a() in 3.9-; name y; \
             attribute sys.version_info; name b in 3.9-; call b() in 3.9-",
        ),
        (
            "import sys
try:
    if sys.version_info < (3, 9):
        raise ImportError
    a()
except ImportError:
    b()
c()",
            "import sys; attribute sys.version_info; name ImportError in 3.0-3.8; \
             name a in 3.9-; call a() in 3.9-; name ImportError; name b fallback; \
             call b() fallback; name c; call c()",
        ),
        (
            "import sys
match sys.version_info[0]:
    case 3 if sys.version_info >= (3, 10):
        a()",
            "import sys; attribute sys.version_info; subscript sys.version_info; \
             attribute sys.version_info; name a in 3.10-; call a() in 3.10-",
        ),
    ]);
}

#[test]
fn type_checking_and_python_2_are_false() {
    hold(&[
        (
            "from typing import TYPE_CHECKING
import typing as t
if TYPE_CHECKING:
    import a
else:
    import b
if t.TYPE_CHECKING:
    import c
def f(x: a.B): pass",
            "import typing; from typing.TYPE_CHECKING; import typing; \
             truth typing.TYPE_CHECKING; import b; attribute typing.TYPE_CHECKING; \
             attribute a.B in 3.0-3.13",
        ),
        (
            "import six
if six.PY2: import a
if six.PY3: import b
if PY2:
    import c
else:
    import d",
            "import six; attribute six.PY2; attribute six.PY3; import b; name PY2; truth PY2; \
             import d",
        ),
        (
            "if False: a()
if True: b()
if 0: c()
if 1: d()
while 1: e()",
            "name b; call b(); name d; call d(); name e; call e()",
        ),
    ]);
}

#[test]
fn branches_bind_one_of_several() {
    hold(&[
        (
            r#"import sys
if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
tomllib.loads("")"#,
            "import sys; attribute sys.version_info; import tomllib in 3.11-; \
             import tomli in 3.0-3.10; attribute tomllib.loads or tomli.loads; \
             call tomllib.loads or tomli.loads('')",
        ),
        (
            r#"import sys
if sys.version_info >= (3, 11):
    import tomllib
if sys.version_info >= (3, 11):
    tomllib.loads("")
tomllib.load"#,
            "import sys; attribute sys.version_info; import tomllib in 3.11-; \
             attribute sys.version_info; attribute tomllib.loads in 3.11-; \
             call tomllib.loads('') in 3.11-; attribute tomllib.load",
        ),
    ]);
}

#[test]
fn conditions_nest_and_mix() {
    hold(&[
        (
            r#"import sys
if sys.platform == "win32": a()
if sys.version_info >= (3, 9) and sys.platform == "win32": b()
if sys.version_info >= (3, 9) or sys.platform == "win32": c()
else: d()"#,
            "import sys; attribute sys.platform; name a; call a(); attribute sys.version_info; \
             attribute sys.platform in 3.9-; name b in 3.9-; call b() in 3.9-; \
             attribute sys.version_info; attribute sys.platform in 3.0-3.8; name c; call c(); \
             name d in 3.0-3.8; call d() in 3.0-3.8",
        ),
        (
            "import sys
def f(new=sys.version_info >= (3, 9)):
    if new:
        a()",
            "import sys; attribute sys.version_info; name a; call a()",
        ),
        (
            "import sys
class A:
    if sys.version_info >= (3, 9):
        def f(self): a()
    else:
        def f(self): b()",
            "import sys; attribute sys.version_info; name a in 3.9-; call a() in 3.9-; \
             name b in 3.0-3.8; call b() in 3.0-3.8",
        ),
        (
            "import sys
if (new := sys.version_info >= (3, 9)): a()",
            "import sys; attribute sys.version_info; name a in 3.9-; call a() in 3.9-",
        ),
        (
            "import sys
if sys.version_info >= (3, 9):
    if sys.version_info < (3, 12):
        a()
    b()",
            "import sys; attribute sys.version_info; attribute sys.version_info in 3.9-; \
             name a in 3.9-3.11; call a() in 3.9-3.11; name b in 3.9-; call b() in 3.9-",
        ),
        (
            r#"import platform
if platform.python_version_tuple() >= ("3", "9"): a()"#,
            "import platform; attribute platform.python_version_tuple; \
             call platform.python_version_tuple(); name a; call a()",
        ),
    ]);
}

#[test]
fn the_version_may_stand_on_the_right() {
    hold(&[(
        "from sys import version_info as v
if (3, 8) < v: a()
if (3, 8) <= v: b()
if (3, 8) > v: c()
if (3, 8) >= v: d()
if (3, 8) == v[:2]: e()
if 3 < v[0]: f()",
        "import sys; from sys.version_info; name a in 3.8-; call a() in 3.8-; name b in 3.8-; \
         call b() in 3.8-; name c in 3.0-3.7; call c() in 3.0-3.7; name d in 3.0-3.7; \
         call d() in 3.0-3.7; subscript sys.version_info; name e in 3.8; call e() in 3.8; \
         subscript sys.version_info",
    )]);
}
