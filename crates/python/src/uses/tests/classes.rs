//! Classes of the source, their instances and bases.

use super::hold;

#[test]
fn attributes_of_instances_are_what_methods_assign() {
    hold(&[
        (
            "class A:
    def __init__(self):
        self.path = pathlib.Path()
    def use(self):
        return self.path.walk()
import pathlib",
            "import pathlib; attribute pathlib.Path; call pathlib.Path(); \
             attribute pathlib.Path(); attribute pathlib.Path().walk; call pathlib.Path().walk()",
        ),
        (
            "import pathlib
class A:
    def use(self):
        return self.path.walk()
    def __init__(self):
        self.path = pathlib.Path()
A().path.walk()",
            "import pathlib; attribute pathlib.Path; call pathlib.Path(); \
             attribute pathlib.Path(); attribute pathlib.Path().walk; call pathlib.Path().walk()",
        ),
        (
            "import pathlib
class A:
    path = pathlib.Path()
    def use(self):
        path.x
        return self.path.walk(), A.path.walk()",
            "import pathlib; attribute pathlib.Path; call in class pathlib.Path(); name path; \
             attribute path.x; attribute pathlib.Path(); attribute pathlib.Path().walk; \
             call pathlib.Path().walk(); attribute pathlib.Path(); \
             attribute pathlib.Path().walk; call pathlib.Path().walk()",
        ),
    ]);
}

#[test]
fn members_that_the_source_does_not_define_are_of_the_bases() {
    hold(&[
        (
            r#"import threading
class Worker(threading.Thread):
    def run(self):
        self.isAlive()
        super().setName("x")
        super(Worker, self).getName()
        self.run()
        self.own = 1
        self.own.real
Worker().isDaemon()"#,
            "import threading; attribute threading.Thread; base threading.Thread; \
             attribute threading.Thread().isDaemon; call threading.Thread().isDaemon(); \
             attribute threading.Thread().isAlive; call threading.Thread().isAlive(); \
             attribute threading.Thread().setName; call threading.Thread().setName('x'); \
             attribute threading.Thread().getName; call threading.Thread().getName(); \
             attribute int(); attribute int().real",
        ),
        (
            "import unittest
class Base(unittest.TestCase):
    pass
class Case(Base):
    @classmethod
    def setUpClass(cls):
        cls.assertEquals
    def __new__(cls):
        cls.failUnless
    @staticmethod
    def helper(self):
        self.assertEquals
    def test(self):
        self.assertEquals(1, 1)",
            "import unittest; attribute unittest.TestCase; base unittest.TestCase; \
             name classmethod; decorator classmethod; name staticmethod; decorator staticmethod; \
             attribute unittest.TestCase.assertEquals; attribute unittest.TestCase.failUnless; \
             attribute unittest.TestCase().assertEquals; \
             call unittest.TestCase().assertEquals(1, 1)",
        ),
        (
            "class Open:
    def __getattr__(self, name):
        return 1
    def f(self):
        self.anything
class Derived(Open):
    def f(self):
        self.anything",
            "",
        ),
        (
            "class Mine:
    def isAlive(self): pass
class Also(Mine): pass
import threading
class Worker(Also, threading.Thread): pass
Worker().isAlive()
Worker().isDaemon",
            "import threading; attribute threading.Thread; base threading.Thread; \
             attribute threading.Thread().isDaemon uncertain",
        ),
        (
            "import foreign
class A(foreign.B, dict):
    def f(self):
        self.has_key
class C(unknown()):
    def f(self):
        self.x",
            "import foreign; attribute foreign.B; base foreign.B; name dict; base dict; \
             name unknown; call unknown(); base unknown(); \
             attribute foreign.B().has_key or dict().has_key; attribute unknown()().x",
        ),
        (
            "import enum
class A(enum.Enum, metaclass=enum.EnumMeta):
    B = enum.auto()",
            "import enum; attribute enum.Enum; base enum.Enum; attribute enum.EnumMeta; \
             attribute enum.auto; call in class enum.auto()",
        ),
    ]);
}

#[test]
fn fields_of_dataclasses_and_values_in_classes() {
    hold(&[
        (
            "import dataclasses
class Unhashable:
    def __eq__(self, other):
        return True
@dataclasses.dataclass
class D:
    x: Unhashable = Unhashable()
    y: int = 1",
            "import dataclasses; attribute dataclasses.dataclass; \
             decorator dataclasses.dataclass; field default __hash__; name int in 3.0-3.13",
        ),
        (
            "from dataclasses import dataclass, field
@dataclass(frozen=True)
class F:
    x: int = 1
@dataclass
class P:
    x: int = 1
@dataclass
class D:
    f: F = F()
    p: P = P()
    l: list = field(default_factory=list)",
            "import dataclasses; from dataclasses.dataclass; from dataclasses.field; \
             call dataclasses.dataclass(frozen=True); name int in 3.0-3.13; \
             decorator dataclasses.dataclass; name int in 3.0-3.13; \
             decorator dataclasses.dataclass; field default __hash__; name list in 3.0-3.13; \
             name list; call in class dataclasses.field(default_factory=list)",
        ),
        (
            "import functools
def load(): pass
class A:
    get = functools.partial(load, 1)
    def f(self):
        get = functools.partial(load)",
            "import functools; attribute functools.partial; \
             call in class functools.partial(OTHER, 1); attribute functools.partial; \
             call functools.partial(OTHER)",
        ),
    ]);
}

#[test]
fn methods_give_what_their_annotation_says() {
    hold(&[(
        r#"class A:
    @property
    def text(self) -> str:
        return ""
    def number(self) -> int:
        return 1
    async def later(self) -> str:
        return ""
    def f(self):
        self.text.removeprefix("a")
        self.number().bit_count()
        self.later().x"#,
        "name property; decorator property; name str in 3.0-3.13; name int in 3.0-3.13; \
             name str in 3.0-3.13; attribute str(); attribute str().removeprefix; \
             call str().removeprefix('a'); attribute int().bit_count; call int().bit_count()",
    )]);
}

#[test]
fn decorators_docstrings_and_nested_classes() {
    hold(&[
        (
            r#"def f():
    """Does.

    More.
    """
def g():
    """Does."""
class C:
    """One.
        Two.
    """
f.__doc__
g.__doc__
C.__doc__"#,
            "docstring __doc__; docstring __doc__",
        ),
        (
            "class A:
    class B(list):
        def f(self):
            self.clear()
    def f(self):
        def g(self):
            self.clear()",
            "name list; base list; attribute list().clear; call list().clear()",
        ),
        (
            "import abc
@abc.abstractproperty
def f(): pass
@abc.abstractmethod()
def g(): pass",
            "import abc; attribute abc.abstractproperty; decorator abc.abstractproperty; \
             attribute abc.abstractmethod; call abc.abstractmethod()",
        ),
    ]);
}

#[test]
fn attributes_may_be_one_of_several() {
    hold(&[
        (
            "import queue
class Q:
    def __init__(self, kind):
        if kind:
            self.q = queue.Queue()
        else:
            self.q = queue.SimpleQueue()
    def f(self):
        self.q.join()",
            "import queue; attribute queue.Queue; call queue.Queue(); \
             attribute queue.SimpleQueue; call queue.SimpleQueue(); \
             attribute queue.Queue() or queue.SimpleQueue(); \
             attribute queue.Queue().join or queue.SimpleQueue().join; \
             call queue.Queue().join or queue.SimpleQueue().join()",
        ),
        (
            "import queue
class Q:
    def __init__(self):
        self.q = None
    def start(self):
        self.q = queue.Queue()
        self.q.shutdown()",
            "import queue; attribute queue.Queue; call queue.Queue(); attribute queue.Queue(); \
             attribute queue.Queue().shutdown; call queue.Queue().shutdown()",
        ),
    ]);
}
