"""Says what packages lack that the table of names calls backports: `backport=PACKAGE:NAME`.

    python check_backports.py names/*.txt

Run it with interpreters that lack some of the names, where the packages are installed: an
old one for what was added, a new one for what was removed. Names that the interpreter has,
and packages that are not installed, are left out.
"""

import importlib
import sys


def find(path):
    """What a qualified name leads to, or None."""
    parts = path.split(".")
    for end in range(len(parts), -1, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]) if end else "builtins")
        except Exception:
            continue
        try:
            for part in parts[end:]:
                found = getattr(found, part)
        except AttributeError:
            return None
        return found
    return None


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def check(paths):
    checked = 0
    for path in paths:
        for name, *columns in rows(path):
            for column in columns:
                if not column.startswith("backport="):
                    continue
                package, _, other = column[len("backport=") :].partition(":")
                # A package for a removed module has it under the same name.
                is_there = name != other and find(name) is not None
                is_shared = other.startswith("backports.")
                first = ".".join(other.split(".")[: 2 if is_shared else 1])
                if is_there or find(first) is None:
                    continue
                checked += 1
                if find(other) is None:
                    print(f"{name}: {package} has no {other}")
    print(f"{checked} backports checked")


check(sys.argv[1:])
