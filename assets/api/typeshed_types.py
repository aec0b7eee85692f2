"""Writes which classes the standard library derives from others, and what its functions
return, as typeshed's stubs declare it.

    python typeshed_types.py names STUBS=3.15 STUBS=3.9 … > types.txt

The first folder holds the table of names, which says what a class is called.
Each folder holds the stubs of the standard library with their file `VERSIONS`, and is read
as the version after it sees it. Where several tell of a name, the first one counts. A line
is `CLASS : BASE, BASE`, `NAME() -> TYPE` of a call, `NAME -> TYPE` of an attribute, or
`NAME = NAME` of what has another name as well. A type is a class with the types of its
items, if they are known: `list[str]`. What may be several things is left out, but for
`None`.
Needs Python 3.9 or later.
"""

import ast
import os
import re
import sys

from typeshed import Context, Stubs

# What the names of typing stand for.
ALIASES = {
    "List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple",
    "Text": "str", "Type": "type", "Deque": "collections.deque",
    "DefaultDict": "collections.defaultdict", "OrderedDict": "collections.OrderedDict",
    "Counter": "collections.Counter", "Pattern": "re.Pattern", "Match": "re.Match",
}
# Bases that have no members of their own to look for.
PLAIN = {"object", "Generic", "Protocol", "typing.Generic", "typing.Protocol"}
# Functions with overloads of which the first is what calls mostly mean.
FIRST = {"open", "io.open"}
# What typing calls files, as they are.
FILES = {"typing.TextIO": "io.TextIOWrapper", "typing.BinaryIO": "io.BufferedReader"}
# Types whose members say nothing.
VAGUE = {
    "typing.Any", "object", "bool", "float", "complex", "typing.NoReturn", "typing.Never",
    "types.NotImplementedType", "types.EllipsisType",
}


class Module:
    """The definitions of a stub file, as one version sees them."""

    def __init__(self, context, name, is_package, tree):
        self.context, self.name, self.is_package = context, name, is_package
        self.classes, self.functions, self.values, self.imports = {}, {}, {}, {}
        self.variables = set()
        self.stars = []
        self.run(tree.body, self, "")

    def run(self, body, owner, prefix):
        for node in body:
            if isinstance(node, ast.If):
                holds = self.context.holds(node.test)
                if holds is not False:
                    self.run(node.body, owner, prefix)
                if holds is not True:
                    self.run(node.orelse, owner, prefix)
            elif isinstance(node, ast.ClassDef):
                self.classes[prefix + node.name] = node
                self.run(node.body, owner, prefix + node.name + ".")
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.functions.setdefault(prefix + node.name, []).append(node)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                self.values[prefix + node.target.id] = node.annotation
            elif isinstance(node, ast.Assign) and not prefix:
                self.assign(node)
            elif isinstance(node, ast.ImportFrom):
                self.import_from(node)
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = (alias.name, None)

    def assign(self, node):
        for target in node.targets:
            if not isinstance(target, ast.Name):
                continue
            if isinstance(node.value, ast.Name):
                self.imports[target.id] = (self.name, node.value.id)
            elif isinstance(node.value, ast.Call):
                self.variables.add(target.id)

    def import_from(self, node):
        source = node.module or ""
        if node.level:
            package = self.name.split(".")
            drop = node.level - (1 if self.is_package else 0)
            package = package[:len(package) - drop] if drop else package
            source = ".".join(package + ([node.module] if node.module else []))
        for alias in node.names:
            if alias.name == "*":
                self.stars.append(source)
            else:
                self.imports[alias.asname or alias.name] = (source, alias.name)


class Reader:
    """The stubs of a folder, as one version sees them."""

    def __init__(self, folder, at):
        self.stubs = Stubs(folder)
        self.context = Context(self.stubs, at, "linux")
        self.at = at
        self.read = {}

    def module(self, name):
        if name not in self.read:
            tree, is_package = self.stubs.tree(name) if self.stubs.has(name, self.at) else (None, False)
            self.read[name] = tree and Module(self.context, name, is_package, tree)
        return self.read[name]

    def definition(self, module, name, depth=0):
        """Where a name of a module is defined: the module and the name there."""
        found = self.module(module)
        if found is None or depth > 10:
            return None
        if name in found.classes or name in found.functions or name in found.values:
            return module, name
        if name in found.imports:
            source, inner = found.imports[name]
            if inner is None:
                return None
            if (source, inner) == (module, name):
                return None
            return self.definition(source, inner, depth + 1)
        for star in found.stars:
            result = self.definition(star, name, depth + 1)
            if result:
                return result
        return None

    def public(self):
        """Every public name with its definition."""
        for module in self.stubs.modules():
            if module.startswith("_") or "._" in module or not self.stubs.has(module, self.at):
                continue
            found = self.module(module)
            if found is None:
                continue
            names = set(found.classes) | set(found.functions) | set(found.values)
            names |= {name for name, (source, inner) in found.imports.items() if inner and (
                module != "builtins" or source == module)}
            for star in found.stars:
                inner = self.module(star)
                if inner:
                    names |= set(inner.classes) | set(inner.functions)
            for name in sorted(names):
                if "." not in name and not name.startswith("_"):
                    place = self.definition(module, name)
                    if place:
                        yield module, name, place


class Writer:
    """What is known of all names. What is known first stays."""

    def __init__(self, table):
        self.table = table
        self.bases = {}
        self.types = {}
        self.aliases = {}

    def collect(self, reader):
        shown = {}
        public = list(reader.public())
        for module, name, place in public:
            full = name if module == "builtins" else module + "." + name
            best = shown.get(place)
            rank = (full not in self.table, name != place[1], len(full), full)
            if best is None or rank < best[0]:
                shown[place] = (rank, full)
        self.shown = {place: full for place, (_, full) in shown.items()}
        for module, name, place in public:
            full = name if module == "builtins" else module + "." + name
            known = self.shown[place]
            if full == known:
                self.name(reader, full, *place)
            elif place[1] in reader.module(place[0]).classes:
                self.aliases.setdefault(full, known)
            else:
                self.name(reader, full, *place)

    def name(self, reader, full, module, name):
        found = reader.module(module)
        if name in found.classes:
            self.class_(reader, full, found, name)
        elif name in found.functions:
            self.function(reader, full, found, found.functions[name], None)
        elif name in found.values:
            self.note(full, self.type(reader, found, found.values[name], None))

    def class_(self, reader, full, found, name):
        node = found.classes[name]
        bases = [self.type(reader, found, base, None) for base in node.bases]
        bases = [base.split("[")[0] for base in bases if base]
        bases = [base for base in bases if base not in PLAIN]
        if bases and full not in self.bases:
            self.bases[full] = bases
        prefix = name + "."
        for member, nodes in found.functions.items():
            if member.startswith(prefix) and "." not in member[len(prefix):]:
                short = member[len(prefix):]
                if not short.startswith("_") or short in ("__enter__", "__iter__", "__getitem__"):
                    self.function(reader, full + "." + short, found, nodes, full)
        for member, annotation in found.values.items():
            if member.startswith(prefix) and "." not in member[len(prefix):]:
                short = member[len(prefix):]
                if not short.startswith("_"):
                    self.note(full + "." + short, self.type(reader, found, annotation, full))

    def function(self, reader, full, found, nodes, owner):
        types = set()
        for node in nodes:
            decorators = [ast.unparse(one) for one in node.decorator_list]
            if any(one.endswith((".setter", ".deleter")) for one in decorators):
                continue
            kind = self.type(reader, found, node.returns, owner) if node.returns else None
            is_property = any(one.split(".")[-1] in ("property", "cached_property") for one in decorators)
            types.add((kind, is_property))
        if full in FIRST:
            types = {(self.type(reader, found, nodes[0].returns, owner), False)}
        kinds = {kind and kind.split("[")[0] for kind, _ in types}
        if len(kinds) != 1 or None in kinds:
            return
        if len(types) > 1:
            types = {(kinds.pop(), False)}
        (kind, is_property), = types
        if is_property:
            self.note(full, kind)
        else:
            self.note(full + "()", kind)

    def note(self, full, kind):
        if kind and kind not in VAGUE:
            self.types.setdefault(full, FILES.get(kind, kind))

    def type(self, reader, found, node, owner):
        """The qualified type of an annotation, or nothing."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                node = ast.parse(node.value, mode="eval").body
            except SyntaxError:
                return None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            sides = [side for side in (node.left, node.right) if ast.unparse(side) not in (
                "None", "Any", "MaybeNone")]
            return self.type(reader, found, sides[0], owner) if len(sides) == 1 else None
        if isinstance(node, ast.Subscript):
            return self.generic(reader, found, node, owner)
        if isinstance(node, ast.Attribute):
            module = ast.unparse(node.value)
            source = found.imports.get(module, (module, None))
            source = source[0] if source[1] is None else ".".join(source)
            place = reader.definition(source, node.attr)
            return self.shown.get(place) if place else None
        if not isinstance(node, ast.Name):
            return None
        name = node.id
        if name == "Self" or owner and name == owner.split(".")[-1]:
            return owner
        if name in ALIASES and found.imports.get(name, ("typing",))[0] in ("typing", "typing_extensions"):
            return ALIASES[name]
        # Type variables.
        if name in found.variables or re.fullmatch(r"_?[A-Z]\w{0,2}|_\w*T\w*|AnyStr|Self", name):
            return owner if name in ("_Self", "Self") else None
        place = reader.definition(found.name, name) or reader.definition("builtins", name)
        if place is None:
            return None
        module, inner = place
        if inner not in reader.module(module).classes:
            return None
        return self.shown.get(place)

    def generic(self, reader, found, node, owner):
        base = ast.unparse(node.value).split(".")[-1]
        if base == "Optional":
            return self.type(reader, found, node.slice, owner)
        if base in ("Union", "Literal", "Callable", "TypeGuard", "TypeIs", "type", "Type", "ClassVar"):
            return None
        if base in ("Final", "Annotated"):
            inner = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) else node.slice
            return self.type(reader, found, inner, owner)
        kind = self.type(reader, found, node.value, owner)
        if kind is None:
            return None
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        items = [self.type(reader, found, item, owner) for item in items]
        if all(items) and "[" not in "".join(items):
            return "%s[%s]" % (kind, ", ".join(items))
        return kind

    def lines(self):
        for name in sorted(self.bases):
            yield "%s : %s" % (name, ", ".join(self.bases[name]))
        for name in sorted(self.types):
            yield "%s -> %s" % (name, self.types[name])
        for name in sorted(self.aliases):
            yield "%s = %s" % (name, self.aliases[name])


def read_table(folder):
    """The names in the table of names."""
    names = set()
    for file in os.listdir(folder):
        with open(os.path.join(folder, file), encoding="utf-8") as lines:
            names.update(line.split("\t")[0] for line in lines)
    return names


def main(arguments):
    writer = Writer(read_table(arguments.pop(0)))
    for argument in arguments:
        folder, version = argument.rsplit("=", 1)
        writer.collect(Reader(folder, tuple(map(int, version.split(".")))))
    for line in writer.lines():
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
