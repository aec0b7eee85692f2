"""Prints every text that this Python may say, one a line.

These are the string constants of its library's modules and the character strings in its
binaries. Nothing of the library is imported or run. `whatsnew messages` runs this with
interpreters to compare the table of messages with them.
"""

import ast
import os
import re
import sys
import sysconfig

SKIPPED = {"__pycache__", "ensurepip", "idlelib", "lib2to3", "site-packages", "test", "tests"}
PRINTABLE = re.compile(rb"[\t\n\x20-\x7e]{6,}")


def constants(tree):
    for node in ast.walk(tree):
        text = constant(node)
        if text is not None:
            yield text


def constant(node):
    """A string constant, also one that is added from several."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = constant(node.left), constant(node.right)
        return None if left is None or right is None else left + right
    # Before 3.8 there are nodes of a class of their own.
    value = getattr(node, "value", getattr(node, "s", None))
    return value if isinstance(value, str) else None


def modules(folder):
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - SKIPPED)
        yield from (os.path.join(place, name) for name in sorted(files) if name.endswith(".py"))


def binaries():
    yield os.path.realpath(sys.executable)
    names = sysconfig.get_config_vars("LIBDIR", "LDLIBRARY", "DESTSHARED")
    folder, library, extensions = names
    if folder and library and ".so" in library:
        yield os.path.join(folder, library)
    if extensions and os.path.isdir(extensions):
        yield from (os.path.join(extensions, name) for name in sorted(os.listdir(extensions)))


def main():
    found = set()
    for path in modules(sysconfig.get_path("stdlib")):
        with open(path, "rb") as file:
            source = file.read()
        try:
            found.update(constants(ast.parse(source)))
        except (SyntaxError, ValueError):
            print("cannot be read: " + path, file=sys.stderr)
    for path in binaries():
        if os.path.isfile(path):
            with open(path, "rb") as file:
                found.update(run.decode("ascii") for run in PRINTABLE.findall(file.read()))
    for text in sorted(found):
        line = text.replace("\n", " ") + "\n"
        sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass"))


main()
