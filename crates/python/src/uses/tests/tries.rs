//! Exception handlers, and context managers that catch.

use super::hold;

#[test]
fn imports_may_fail() {
    hold(&[
        (
            r#"try:
    import tomllib
except ImportError:
    import tomli as tomllib
tomllib.loads("")"#,
            "import tomllib caught; name ImportError; import tomli fallback; \
             attribute tomllib.loads or tomli.loads; call tomllib.loads or tomli.loads('')",
        ),
        (
            r#"try:
    import tomllib
except ModuleNotFoundError:
    tomllib = None
if tomllib is not None:
    tomllib.loads("")
tomllib.load"#,
            "import tomllib caught; name ModuleNotFoundError; \
             attribute tomllib.loads guard tomllib; call tomllib.loads('') guard tomllib; \
             attribute tomllib.load guard tomllib",
        ),
        (
            "try:
    from collections.abc import Mapping
except ImportError:
    from collections import Mapping
Mapping.get",
            "import collections.abc caught; from collections.abc.Mapping caught; \
             name ImportError; import collections fallback; from collections.Mapping fallback; \
             attribute collections.abc.Mapping.get or collections.Mapping.get",
        ),
        (
            "try:
    import imp
except:
    imp = None
if imp: imp.find_module",
            "import imp caught; truth imp guard imp; attribute imp.find_module guard imp",
        ),
    ]);
}

#[test]
fn a_handler_that_gives_up_catches_nothing() {
    hold(&[
        (
            "try:
    import imp
except Exception as error:
    raise",
            "import imp; name Exception",
        ),
        (
            r#"try:
    import imp
except ImportError:
    raise RuntimeError("no imp")"#,
            "import imp; name ImportError; name RuntimeError fallback; \
             call RuntimeError('no imp') fallback",
        ),
        (
            "import sys
try:
    import imp
except ImportError:
    sys.exit(1)",
            "import sys; import imp; name ImportError; attribute sys.exit fallback; \
             call sys.exit(1) fallback",
        ),
        (
            r#"import unittest
try:
    import imp
except ImportError:
    raise unittest.SkipTest("no imp")"#,
            "import unittest; import imp caught; name ImportError; \
             attribute unittest.SkipTest fallback; call unittest.SkipTest('no imp') fallback",
        ),
    ]);
}

#[test]
fn each_exception_catches_its_kind_of_absence() {
    hold(&[
        (
            "try:
    import imp
except ValueError:
    pass",
            "import imp; name ValueError",
        ),
        (
            "try:
    import imp
except (KeyError, ImportError):
    pass",
            "import imp caught; name KeyError; name ImportError",
        ),
        (
            "try:
    import imp
finally:
    pass",
            "import imp",
        ),
        (
            "try:
    aiter
    anext()
except NameError:
    aiter = None
aiter",
            "name aiter caught; name anext caught; call anext() guard anext; name NameError",
        ),
        (
            "import os
try:
    os.fork()
except AttributeError:
    os.spawnl()",
            "import os; attribute os.fork caught; call os.fork() guard os.fork; \
             name AttributeError; attribute os.spawnl fallback; call os.spawnl() fallback",
        ),
        (
            "import os
try:
    fork = os.fork
except AttributeError:
    fork = None
fork()",
            "import os; attribute os.fork caught; name AttributeError; \
             call os.fork() guard os.fork",
        ),
        (
            r#"import glob
try:
    glob.glob("*", root_dir=".")
except TypeError:
    glob.glob("*")"#,
            "import glob; attribute glob.glob; call glob.glob('*', root_dir='.') caught; \
             name TypeError; attribute glob.glob fallback; call glob.glob('*') fallback",
        ),
        (
            "import random
try:
    random.sample({1}, 1)
except ValueError:
    pass",
            "import random; attribute random.sample; call random.sample(SET, 1) caught; \
             name ValueError",
        ),
        (
            "import builtins
try:
    import a
except builtins.ImportError:
    pass",
            "import builtins; import a caught; attribute builtins.ImportError",
        ),
    ]);
}

#[test]
fn context_managers_suppress_and_expect() {
    hold(&[
        (
            "from contextlib import suppress
with suppress(ImportError):
    import imp
    imp.x
after()",
            "import contextlib; from contextlib.suppress; name ImportError; \
             call contextlib.suppress(ImportError); import imp caught; \
             attribute imp.x guard imp; name after; call after()",
        ),
        (
            "import contextlib, os
with contextlib.suppress(AttributeError, OSError):
    os.fork
with contextlib.suppress(OSError):
    os.kill",
            "import contextlib; import os; attribute contextlib.suppress; name AttributeError; \
             name OSError; call contextlib.suppress(AttributeError, OSError); \
             attribute os.fork caught; attribute contextlib.suppress; name OSError; \
             call contextlib.suppress(OSError); attribute os.kill",
        ),
        (
            r#"import unittest, pytest, os
class T(unittest.TestCase):
    def test(self):
        with self.assertRaises(AttributeError):
            os.fork
        with pytest.raises(ImportError):
            import imp
        with self.assertRaisesRegex(TypeError, "x"):
            len(1, 2)"#,
            "import unittest; import pytest; import os; attribute unittest.TestCase; \
             base unittest.TestCase; attribute unittest.TestCase().assertRaises; \
             name AttributeError; call unittest.TestCase().assertRaises(AttributeError); \
             attribute os.fork caught; attribute pytest.raises; name ImportError; \
             call pytest.raises(ImportError); import imp caught; \
             attribute unittest.TestCase().assertRaisesRegex; name TypeError; \
             call unittest.TestCase().assertRaisesRegex(TypeError, 'x'); name len; \
             call len(1, 2) caught",
        ),
    ]);
}

#[test]
fn tries_nest_and_functions_run_outside() {
    hold(&[
        (
            "try:
    import a
except ImportError:
    try:
        import b
    except ImportError:
        import c
else:
    import d
finally:
    import e",
            "import a caught; import d where a; name ImportError; import b caught fallback; \
             name ImportError fallback; import c fallback; import e",
        ),
        (
            "import os
try:
    def f():
        os.fork()
except AttributeError:
    pass
f()",
            "import os; name AttributeError; attribute os.fork; call os.fork()",
        ),
        (
            "try:
    import a
except ImportError:
    def f(): import b",
            "import a caught; name ImportError; import b fallback",
        ),
        (
            "try:
    int | str
    list[int]
except TypeError:
    pass",
            "name int; name str; union int or str caught; name list; name int; \
             subscript list caught; name TypeError",
        ),
        (
            "try:
    import imp
except* ImportError:
    pass",
            "import imp caught; name ImportError",
        ),
        (
            "import os
def f():
    try:
        return os.fork()
    except AttributeError:
        return None
    os.kill",
            "import os; attribute os.fork caught; call os.fork() guard os.fork; \
             name AttributeError",
        ),
    ]);
}

#[test]
fn lookups_by_a_literal_may_fail() {
    hold(&[
        (
            r#"try:
    getattr(str, "removeprefix")
except AttributeError:
    pass"#,
            "name str; attribute str.removeprefix caught; name AttributeError",
        ),
        (
            r#"try:
    module = __import__("imp")
except ImportError:
    module = None
if module: module.x"#,
            "import imp caught; name ImportError; truth imp guard imp; attribute imp.x guard imp",
        ),
        (
            r#"import importlib
try:
    module = importlib.import_module("imp")
except ImportError:
    module = None
module.x"#,
            "import importlib; import imp caught; name ImportError; attribute imp.x guard imp",
        ),
    ]);
}
