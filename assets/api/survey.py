"""Writes what the standard library of the interpreter that runs this has.

    python survey.py [--candidates FILE] > survey.jsonl

The first line describes the interpreter; every further line is a JSON object about one
module, class, function, method, attribute, constant or exception, in the order of
their names, the same for every run. `FILE` has a qualified name on each line: names
that are public for reasons not visible from inside, such as being documented or being
public in another version; built-in names need no module before them. A name that is
found and public, or is a candidate, is written.

Modules are imported, each top-level one in a process of its own; nothing else of the
library is called. Runs on Python 3.6 and later on Linux and macOS, with nothing
installed.
"""

import ast
import builtins
import enum
import importlib
import inspect
import json
import os
import pkgutil
import re
import signal
import sys
import types
import warnings

# Importing one of these opens a window, prints, or is a program of its own.
NOT_IMPORTED = {
    "antigravity", "this", "idlelib", "test", "turtledemo", "lib2to3.tests",
    "lib2to3.pgen2.conv", "distutils.tests", "unittest.test", "tkinter.test",
    "ctypes.test", "sqlite3.test", "json.tests", "site", "sitecustomize",
    "usercustomize", "lib2to3.fixes", "ensurepip.__main__", "pip", "setuptools",
    "pkg_resources", "wheel", "msilib.schema", "msilib.sequence",
    "msilib.text", "pydoc_data", "site-packages", "dist-packages", "config",
    "apport_python_hook", "apt", "debpython",
}

# The longest signature that is written, and the longest default in it.
SIGNATURE_LIMIT = 400
DEFAULT_LIMIT = 40

SECONDS_A_MODULE = 120

# `list[int]`, which calls itself a type and is none.
GENERIC_ALIAS = getattr(types, "GenericAlias", ())


def main(arguments):
    candidates = []
    if arguments[:1] == ["--candidates"]:
        with open(arguments[1], encoding="utf-8") as file:
            candidates = [line.strip() for line in file if line.strip()]
    sys.stdin.close()
    leave_out_installed_packages()
    write({
        "python": "%d.%d.%d" % sys.version_info[:3],
        "platform": sys.platform,
    })
    modules = set(top_level_modules())
    by_module = {}
    for name in candidates:
        top = name.split(".")[0]
        if top not in modules and hasattr(builtins, top):
            top, name = "builtins", "builtins." + name
        by_module.setdefault(top, []).append(name)
    for top in sorted(modules | set(by_module)):
        if not top.startswith("_") or top in by_module:
            survey_apart(top, by_module.get(top, []))


def leave_out_installed_packages():
    """Packages that are installed beside the standard library are not part of it, and
    setuptools even replaces `distutils` by its own: by an instance in `sys.meta_path`,
    where the finders of Python itself are classes."""
    sys.path[:] = [
        folder for folder in sys.path
        if os.path.basename(folder) not in ("site-packages", "dist-packages")
    ]
    sys.meta_path[:] = [finder for finder in sys.meta_path if isinstance(finder, type)]


def survey_apart(top, candidates):
    """Surveys a top-level module in a process of its own."""
    sys.stdout.flush()
    read, write_to = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        signal.alarm(SECONDS_A_MODULE)
        # What a module prints when it is imported is not an answer.
        silence = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silence, descriptor)
        survey = Survey(top, candidates)
        survey.run()
        with os.fdopen(write_to, "w") as file:
            for name in sorted(survey.found):
                print(json.dumps(survey.found[name], sort_keys=True), file=file)
        # Without what a module does when its interpreter ends.
        os._exit(0)
    os.close(write_to)
    with os.fdopen(read) as file:
        lines = file.read()
    _, status = os.waitpid(child, 0)
    if status:
        write({"name": top, "kind": "module", "error": "the interpreter ended with %d" % status})
    else:
        sys.stdout.write(lines)


def write(entry):
    print(json.dumps(entry, sort_keys=True))


def top_level_modules():
    names = getattr(sys, "stdlib_module_names", None)
    if names is None:
        folder = os.path.dirname(os.__file__)
        folders = [folder, os.path.join(folder, "lib-dynload")]
        names = [info[1] for info in pkgutil.iter_modules(folders)]
        names += sys.builtin_module_names
    return [name for name in names if name not in NOT_IMPORTED]


class Survey:
    def __init__(self, top, candidates):
        self.top = top
        self.candidates = set(candidates)
        self.found = {}
        self.modules = {}
        # Classes that have been entered, against those that contain themselves.
        self.entered = set()

    def run(self):
        self.load(self.top)
        self.load_submodules(self.top)
        for name in sorted(self.candidates):
            # `os.path` is a module that no folder shows.
            if name.count(".") and name not in self.modules:
                if isinstance(sys.modules.get(name), types.ModuleType):
                    self.load(name)
        for name in sorted(self.modules):
            self.survey_module(name, self.modules[name])
        for name in sorted(self.candidates):
            self.look_up(name)

    def load(self, name):
        if name in NOT_IMPORTED or name.split(".")[-1] in ("__main__", "tests", "test"):
            return
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                module = importlib.import_module(name)
            except BaseException as error:
                if not isinstance(error, ImportError) or not is_missing(error, name):
                    self.found[name] = {
                        "name": name, "kind": "module", "error": one_line(error),
                    }
                return
        self.modules[name] = module
        entry = {"name": name, "kind": "module"}
        told = [one_line(one.message) for one in caught
                if is_deprecation(one.category) and name in str(one.message)]
        if told:
            entry["deprecated"] = told[0]
        if is_public_path(name) or name in self.candidates:
            self.found[name] = entry

    def load_submodules(self, name):
        path = getattr(self.modules.get(name), "__path__", None)
        if path is None:
            return
        for info in sorted(pkgutil.iter_modules(path), key=lambda info: info[1]):
            if info[1].startswith("_"):
                continue
            child = name + "." + info[1]
            # A codec's module is not for programs, unless it is documented.
            is_codec = name == "encodings" and child not in self.candidates
            if child in NOT_IMPORTED or is_codec:
                continue
            self.load(child)
            self.load_submodules(child)

    def survey_module(self, name, module):
        listed = getattr(module, "__all__", None)
        listed = set(listed) if isinstance(listed, (list, tuple, set)) else set()
        source = Source.of(module)
        names = set(vars(module)) | listed
        for attribute in sorted(str(one) for one in names):
            qualified = name + "." + attribute
            # Candidates are looked up one by one.
            if qualified in self.candidates or not is_public_path(name):
                continue
            value = vars(module).get(attribute, self)
            if value is self or isinstance(value, types.ModuleType):
                continue
            if attribute not in listed:
                if attribute.startswith("_") or is_imported(name, attribute, value, source):
                    continue
            self.add(qualified, name, value, source, attribute in listed)

    def look_up(self, name):
        """Adds a name that is to be there if it can be resolved."""
        module, path = self.split(name)
        if module is None or not path:
            return
        holder, value, told = self.resolve(module, path)
        if value is Missing:
            return
        if name not in self.found:
            source = Source.of(self.modules[module])
            if isinstance(holder, type):
                self.add_member(name, module, holder, value, source)
            elif len(path) == 1 and not isinstance(value, types.ModuleType):
                listed = getattr(self.modules[module], "__all__", ())
                self.add(name, module, value, source, path[0] in listed)
        if told and name in self.found:
            self.found[name].setdefault("deprecated", told)

    def resolve(self, module, path):
        """What a path leads to, what has it, and what reading it from a module warned."""
        holder, value, told = None, self.modules[module], None
        for attribute in path:
            holder, told = value, None
            if isinstance(holder, types.ModuleType):
                value, told = read(holder, attribute)
            elif isinstance(holder, type):
                value = member(holder, attribute)
            else:
                value = Missing
            if value is Missing:
                break
        return holder, value, told

    def split(self, name):
        """The longest module that a name begins with, and the rest."""
        parts = name.split(".")
        for end in range(len(parts), 0, -1):
            module = ".".join(parts[:end])
            if module in self.modules:
                return module, parts[end:]
        return None, parts

    def add(self, name, module, value, source, is_listed):
        kind = kind_of(value)
        entry = self.enter(name, module, kind, value, source)
        if is_listed:
            entry["all"] = True
        defined = getattr(value, "__module__", None)
        if kind != "constant" and isinstance(defined, str) and defined != module:
            entry["defined"] = defined
        if isinstance(value, type):
            self.survey_class(name, module, value, source)

    def add_member(self, name, module, cls, value, source):
        if name in self.found:
            return
        self.enter(name, module, member_kind(value), value, source)
        if isinstance(value, type) and value.__module__ == cls.__module__:
            self.survey_class(name, module, value, source)

    def enter(self, name, module, kind, value, source):
        """Writes down a name, how it is called, and whether it is deprecated."""
        entry = {"name": name, "module": module, "kind": kind}
        self.found[name] = entry
        is_member = name.count(".") > module.count(".") + 1
        if kind == "method" or not is_member and kind in ("function", "class", "exception"):
            has_self = kind == "method" and not isinstance(value, staticmethod)
            text = signature(value, has_self)
            if text:
                entry["signature"] = text
        if kind != "constant":
            told = deprecation(value, source)
            if told:
                entry["deprecated"] = told
        return entry

    def survey_class(self, name, module, cls, source):
        if (name, id(cls)) in self.entered or name.count(".") > 8:
            return
        self.entered.add((name, id(cls)))
        for attribute, value in sorted(own_members(cls).items()):
            if not attribute.startswith("_"):
                self.add_member(name + "." + attribute, module, cls, value, source)


class Missing:
    """In the place of a member that a class does not have."""


class Source:
    """What the source of a module says of its names."""

    known = {}

    def __init__(self, tree, package):
        self.package = package
        # Where the names come from that an import binds.
        self.imported = {}
        # What `from … import *` takes everything from.
        self.starred = []
        self.bound = set()
        # Functions that warn of their deprecation whatever they are given.
        self.warns = set()
        if tree is not None:
            self.read_names(tree.body)
            self.read_functions(tree.body, "")

    @classmethod
    def of(cls, module):
        name = module.__name__
        if name not in cls.known:
            tree = None
            path = getattr(module, "__file__", None) or ""
            if path.endswith(".py"):
                try:
                    with open(path, "rb") as file:
                        tree = ast.parse(file.read())
                except (OSError, SyntaxError, ValueError):
                    tree = None
            cls.known[name] = cls(tree, getattr(module, "__package__", None) or name)
        return cls.known[name]

    def origin(self, node):
        """The module that a `from … import` names, in full."""
        if not node.level:
            return node.module or ""
        package = self.package.split(".")
        package = package[:len(package) - node.level + 1]
        return ".".join(package + ([node.module] if node.module else []))

    def read_names(self, body):
        for node in body:
            if isinstance(node, ast.ImportFrom):
                source = self.origin(node)
                for alias in node.names:
                    if alias.name == "*":
                        self.starred.append(source)
                    self.imported[alias.asname or alias.name] = source
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    self.imported[(alias.asname or alias.name).split(".")[0]] = alias.name
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self.bound.add(node.name)
            elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
                targets = getattr(node, "targets", None) or [node.target]
                for target in targets:
                    self.bound.update(
                        part.id for part in ast.walk(target) if isinstance(part, ast.Name))
            for field in ("body", "orelse", "finalbody"):
                if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                    self.read_names(getattr(node, field, None) or [])
            for handler in getattr(node, "handlers", None) or []:
                self.read_names(handler.body)

    def read_functions(self, body, prefix):
        for node in body:
            if isinstance(node, ast.ClassDef):
                self.read_functions(node.body, prefix + node.name + ".")
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if any(warns_of_deprecation(statement) for statement in node.body):
                    self.warns.add(prefix + node.name)
            elif isinstance(node, (ast.If, ast.Try)):
                self.read_functions(node.body, prefix)
                self.read_functions(node.orelse, prefix)


def warns_of_deprecation(statement):
    """Whether a statement of a function's body is `warnings.warn(…, DeprecationWarning)`."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return False
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return False
    call = statement.value
    function = call.func
    name = getattr(function, "attr", None) or getattr(function, "id", None)
    if name == "_deprecated":
        return True
    given = list(call.args) + [keyword.value for keyword in call.keywords]
    names = {getattr(one, "id", None) for one in given}
    return name == "warn" and bool(
        names & {"DeprecationWarning", "PendingDeprecationWarning"})


def is_imported(module, name, value, source):
    """Whether a module merely imports a name that it does not list."""
    if isinstance(value, types.ModuleType):
        return True
    if type(value).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple", "_Feature"):
        return True
    if name in source.bound:
        return False
    origin = source.imported.get(name)
    if origin is not None:
        return not is_part_of(module, origin)
    for origin in source.starred:
        if not is_part_of(module, origin):
            if vars(sys.modules.get(origin, object)).get(name, Missing) is value:
                return True
    defined = getattr(value, "__module__", None)
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        if isinstance(defined, str):
            return not is_part_of(module, defined)
    return False


def is_part_of(module, origin):
    """Whether what comes from `origin` counts as a module's own: it is of the module's
    file, of a file below it, or of an implementation that is private."""
    if origin == "__future__":
        return False
    is_below = origin == module or origin.startswith(module + ".")
    return is_below or not is_public_path(origin)


def is_public_path(name):
    return not any(part.startswith("_") for part in name.split("."))


def is_missing(error, name):
    """Whether an import failed because there is no such module."""
    absent = getattr(error, "name", None)
    return isinstance(error, ModuleNotFoundError) and (
        absent == name or name.startswith(str(absent) + "."))


def is_deprecation(category):
    return issubclass(category, (DeprecationWarning, PendingDeprecationWarning))


def one_line(message):
    return " ".join(str(message).split())[:300]


def kind_of(value):
    if isinstance(value, type):
        return "exception" if issubclass(value, BaseException) else "class"
    if inspect.isroutine(value) or hasattr(value, "__wrapped__") and callable(value):
        return "function"
    return "constant"


def member_kind(value):
    if isinstance(value, type) and not isinstance(value, GENERIC_ALIAS):
        return "exception" if issubclass(value, BaseException) else "class"
    if isinstance(value, (staticmethod, classmethod)):
        return "method"
    if inspect.isroutine(value) and not inspect.isdatadescriptor(value):
        return "method"
    if type(value).__name__ in ("partialmethod", "singledispatchmethod"):
        return "method"
    return "attribute"


def own_members(cls):
    """The members of a class, with those that it has from bases that are private."""
    members = {}
    for base in reversed(cls.__mro__):
        is_private = base.__name__.startswith("_") or not is_public_path(base.__module__)
        if base is cls or (is_private and base is not object):
            members.update(vars(base))
    if isinstance(cls, enum.EnumMeta):
        members.update(cls.__members__)
    annotated = vars(cls).get("__dataclass_fields__") or {}
    for field in annotated:
        members.setdefault(field, None)
    return {str(name): value for name, value in members.items()}


def read(module, attribute):
    """What a module has by a name, and what reading it warned."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = getattr(module, attribute)
        except BaseException:
            return Missing, None
    told = [one_line(one.message) for one in caught if is_deprecation(one.category)]
    return value, told[0] if told else None


def member(cls, name):
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    if isinstance(cls, enum.EnumMeta) and name in cls.__members__:
        return cls.__members__[name]
    if name in (vars(cls).get("__dataclass_fields__") or {}):
        return None
    for base in type(cls).__mro__:
        if name in vars(base) and base not in (type, object):
            return vars(base)[name]
    return Missing


def deprecation(value, source):
    """The message of `@warnings.deprecated`, or that calling warns."""
    value = getattr(value, "__func__", value)
    if isinstance(value, property):
        value = value.fget
    try:
        told = inspect.getattr_static(value, "__deprecated__")
    except AttributeError:
        told = None
    if isinstance(told, str):
        return one_line(told)
    if isinstance(value, types.FunctionType):
        own = source if value.__module__ is None else source_of(value.__module__, source)
        if value.__qualname__ in own.warns:
            return "calling it warns"
    elif isinstance(value, type):
        own = source_of(value.__module__, source)
        if value.__qualname__ + ".__init__" in own.warns and "__init__" in vars(value):
            return "calling it warns"
    return None


def source_of(module, otherwise):
    module = sys.modules.get(module)
    return Source.of(module) if module is not None else otherwise


def signature(value, drops_first):
    """The signature without annotations, or the one that the docstring begins with."""
    function = getattr(value, "__func__", value)
    try:
        read = inspect_signature(function)
    except BaseException:
        return from_docstring(function)
    parameters = list(read.parameters.values())
    if drops_first and parameters and parameters[0].kind in (
            inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    kinds = [one.kind for one in parameters]
    if isinstance(value, type) and kinds == [
            inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD]:
        return from_docstring(function)
    plain = []
    for one in parameters:
        default = one.default
        if default is not inspect.Parameter.empty:
            default = Default(default)
        plain.append(one.replace(annotation=inspect.Parameter.empty, default=default))
    try:
        text = str(inspect.Signature(plain))
    except BaseException:
        return None
    return text if len(text) <= SIGNATURE_LIMIT else None


def inspect_signature(function):
    if sys.version_info >= (3, 14):
        import annotationlib
        return inspect.signature(function, annotation_format=annotationlib.Format.STRING)
    return inspect.signature(function)


class Default:
    """Shows a default as it could be written, the same on every machine."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        value = self.value
        if isinstance(value, enum.Enum):
            return "%s.%s" % (type(value).__name__, value.name)
        if isinstance(value, type):
            return value.__qualname__
        if inspect.isroutine(value):
            return getattr(value, "__qualname__", "...")
        try:
            text = repr(value)
        except BaseException:
            return "..."
        if isinstance(value, str) and os.sep in value and len(value) > 1:
            return "..."
        if isinstance(value, (set, frozenset)):
            return "..."
        is_plain = len(text) <= DEFAULT_LIMIT and " at 0x" not in text and "\n" not in text
        return text if is_plain and not text.startswith("<") else "..."


def from_docstring(function):
    """The signature in the first line of a docstring, such as `dict.get(k[, d])`."""
    text = getattr(function, "__doc__", None)
    name = getattr(function, "__name__", None)
    if not isinstance(text, str) or not isinstance(name, str):
        return None
    first = text.strip().split("\n\n")[0].split("\n")[0]
    match = re.match(r"(?:[\w.]+\.)?" + re.escape(name) + r"(\(.*?\))(?:\s*(?:->|--|$))", first)
    if match is None or match.group(1).count("(") != match.group(1).count(")"):
        return None
    return match.group(1) if len(match.group(1)) <= SIGNATURE_LIMIT else None


if __name__ == "__main__":
    main(sys.argv[1:])
