"""Writes what typeshed's stubs declare, by version and platform.

    python typeshed.py FOLDER=3.9-3.15 FOLDER=3.7-3.8 … > typeshed.jsonl

Each folder holds the stubs of the standard library with their file `VERSIONS`, and is
asked about the versions after it. A line is a JSON object about one public name: its
module, kind, the versions in which each platform has it, and those in which it is
deprecated, with the message. Nothing is imported; needs Python 3.9 or later.
"""

import ast
import json
import os
import sys

PLATFORMS = ["linux", "darwin", "win32"]

# The modules of codecs that are for programs.
DOCUMENTED_CODECS = {"encodings.idna", "encodings.mbcs", "encodings.utf_8_sig"}


def main(arguments):
    names = {}
    for argument in arguments:
        folder, versions = argument.rsplit("=", 1)
        first, last = versions.split("-")
        stubs = Stubs(folder)
        for minor in range(int(first.split(".")[1]), int(last.split(".")[1]) + 1):
            for platform in PLATFORMS:
                Context(stubs, (3, minor), platform).collect(names)
    for name in sorted(names):
        print(json.dumps(dict(names[name], name=name), sort_keys=True))


class Stubs:
    """The stub files of a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.versions = {}
        self.trees = {}
        with open(os.path.join(folder, "VERSIONS"), encoding="utf-8") as file:
            for line in file:
                module, _, versions = line.split("#")[0].strip().partition(":")
                if versions:
                    first, _, last = versions.strip().partition("-")
                    self.versions[module] = (version(first), version(last) or (9, 9))

    def modules(self):
        for folder, folders, files in os.walk(self.folder):
            folders.sort()
            for file in sorted(files):
                if file.endswith(".pyi"):
                    path = os.path.relpath(os.path.join(folder, file[:-4]), self.folder)
                    name = path.replace(os.sep, ".")
                    if name.endswith(".__init__"):
                        name = name[:-len(".__init__")]
                    is_codec = name.startswith("encodings.") and name not in DOCUMENTED_CODECS
                    # Stubs of Python 2 stand in folders that begin with an @.
                    # What `nt` has, `os` has; it is declared only since 3.10.
                    is_python = not name.startswith("@") and name not in ("nt", "typing_extensions")
                    if is_python and not is_codec:
                        yield name

    def has(self, module, at):
        parts = module.split(".")
        for end in range(len(parts), 0, -1):
            known = self.versions.get(".".join(parts[:end]))
            if known is not None:
                return known[0] <= at <= known[1]
        return False

    def tree(self, module):
        if module not in self.trees:
            path = os.path.join(self.folder, *module.split("."))
            is_package = os.path.isdir(path)
            path = os.path.join(path, "__init__.pyi") if is_package else path + ".pyi"
            tree = None
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    tree = ast.parse(file.read())
            self.trees[module] = (tree, is_package)
        return self.trees[module]


class Context:
    """One version on one platform."""

    def __init__(self, stubs, at, platform):
        self.stubs = stubs
        self.at = at
        self.platform = platform
        self.read = {}

    def collect(self, names):
        for module in self.stubs.modules():
            if module.startswith("_") or "._" in module or not self.stubs.has(module, self.at):
                continue
            self.note(names, module, module, "module", None)
            for name, (kind, told, members) in self.module(module).items():
                self.note(names, module, module + "." + name, kind, told)
                self.note_members(names, module, module + "." + name, members)

    def note_members(self, names, module, path, members):
        for name, (kind, told, inner) in members.items():
            if not name.startswith("_"):
                self.note(names, module, path + "." + name, kind, told)
                self.note_members(names, module, path + "." + name, inner)

    def note(self, names, module, name, kind, told):
        entry = names.setdefault(name, {"module": module, "platforms": {}})
        entry["kind"] = kind
        at = "%d.%d" % self.at
        versions = entry["platforms"].setdefault(self.platform, [])
        if at not in versions:
            versions.append(at)
        if told:
            entry.setdefault("deprecated", {})[at] = told

    def module(self, name):
        """The public names of a module."""
        if name in self.read:
            return self.read[name]
        self.read[name] = {}
        tree, is_package = self.stubs.tree(name)
        if tree is None:
            return {}
        scope = Scope(self, name, is_package)
        scope.run(tree.body)
        public = {}
        for one, what in scope.names.items():
            if one in scope.listed or not one.startswith("_"):
                public[one] = what
        self.read[name] = public
        return public

    def holds(self, test):
        """Whether a condition on the version or the platform holds; `None` for others."""
        if isinstance(test, ast.BoolOp):
            values = [self.holds(value) for value in test.values]
            if None in values:
                return None
            return all(values) if isinstance(test.op, ast.And) else any(values)
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            value = self.holds(test.operand)
            return None if value is None else not value
        if not isinstance(test, ast.Compare):
            return None
        left, operator, right = ast.unparse(test.left), test.ops[0], test.comparators[0]
        try:
            right = ast.literal_eval(right)
        except ValueError:
            return None
        if left == "sys.platform":
            return (self.platform == right) == isinstance(operator, ast.Eq)
        if left.startswith("sys.version_info"):
            at = self.at[0] if left.endswith("[0]") else self.at[:len(right)] + (0,) * (
                len(right) - 2)
            compare = {ast.GtE: at >= right, ast.Gt: at > right, ast.Lt: at < right,
                       ast.LtE: at <= right, ast.Eq: at == right}
            return compare.get(type(operator))
        return None


class Scope:
    """The names of a module or class, with kind, deprecation and members."""

    def __init__(self, context, module, is_package, in_class=False):
        self.context = context
        self.module = module
        self.is_package = is_package
        self.in_class = in_class
        self.names = {}
        self.listed = set()

    def run(self, body):
        for node in body:
            self.statement(node)

    def statement(self, node):
        if isinstance(node, ast.If):
            holds = self.context.holds(node.test)
            if holds is not False:
                self.run(node.body)
            if holds is not True:
                self.run(node.orelse)
        elif isinstance(node, ast.Try):
            self.run(node.body)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.function(node)
        elif isinstance(node, ast.ClassDef):
            inner = Scope(self.context, self.module, self.is_package, True)
            inner.run(node.body)
            bases = [ast.unparse(base) for base in node.bases]
            is_exception = any(
                base.split(".")[-1].endswith(("Error", "Exception", "Warning")) for base in bases)
            kind = "exception" if is_exception else "class"
            self.names[node.name] = (kind, told(node), inner.names)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            self.assignment(node)
        elif isinstance(node, ast.AugAssign) and ast.unparse(node.target) == "__all__":
            self.list(node.value)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname == alias.name:
                    self.names.pop(alias.name, None)
        elif isinstance(node, ast.ImportFrom):
            self.imports(node)

    def function(self, node):
        decorators = [ast.unparse(one) for one in node.decorator_list]
        is_property = any(one.split("(")[0].split(".")[-1] in (
            "property", "cached_property", "setter", "getter", "deleter")
            for one in decorators)
        kind = "attribute" if is_property else "method" if self.in_class else "function"
        message = told(node)
        if any(one.split(".")[-1] == "overload" for one in decorators):
            # One of several signatures may be deprecated without the others.
            message = None
        self.names[node.name] = (kind, message, {})

    def assignment(self, node):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if not isinstance(target, ast.Name):
                continue
            if target.id == "__all__":
                self.list(node.value)
            elif is_alias(node, self.names):
                self.names[target.id] = self.names[node.value.id]
            elif not is_type_variable(node):
                kind = "attribute" if self.in_class else "constant"
                self.names[target.id] = (kind, None, {})

    def list(self, value):
        if isinstance(value, (ast.List, ast.Tuple)):
            self.listed.update(
                one.value for one in value.elts if isinstance(one, ast.Constant))

    def imports(self, node):
        source = node.module or ""
        if node.level:
            package = self.module.split(".")
            drop = node.level - (1 if self.is_package else 0)
            package = package[:len(package) - drop] if drop else package
            source = ".".join(package + ([node.module] if node.module else []))
        for alias in node.names:
            if alias.name == "*":
                if source != self.module:
                    self.names.update(self.context.module(source))
            elif alias.asname == alias.name or alias.name in self.listed:
                known = self.context.module(source).get(alias.name)
                if known:
                    self.names[alias.name] = known


def is_alias(node, names):
    return isinstance(node.value, ast.Name) and node.value.id in names


def is_type_variable(node):
    value = node.value
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in ("TypeVar", "ParamSpec", "TypeVarTuple", "NewType")
    annotation = getattr(node, "annotation", None)
    return annotation is not None and ast.unparse(annotation) == "TypeAlias"


def told(node):
    """The message of `@deprecated`."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) in (
                "deprecated", "typing_extensions.deprecated", "warnings.deprecated"):
            if decorator.args and isinstance(decorator.args[0], ast.Constant):
                return " ".join(str(decorator.args[0].value).split())
            return "deprecated"
    return None


def version(text):
    major, _, minor = text.strip().partition(".")
    return (int(major), int(minor)) if minor else None


if __name__ == "__main__":
    main(sys.argv[1:])
