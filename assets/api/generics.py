"""Prints the classes of the standard library that can be subscripted: `list[int]`.

    python generics.py CLASSES

`CLASSES` is a file with the qualified names of classes, one a line. Run it with each
version, and put the results together with `generics.py --merge VERSION=FILE …`, oldest
first, which writes `generics.txt`.
"""

import importlib
import sys
import warnings


def find(path):
    """What a qualified name leads to."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except BaseException:  # Some modules exit.
            continue
        break
    else:
        found, end = importlib.import_module("builtins"), 0
    for part in parts[end:]:
        found = getattr(found, part)
    return found


def survey(file):
    warnings.simplefilter("ignore")
    with open(file) as lines:
        names = lines.read().split()
    for name in names:
        if name.startswith(("idlelib.", "test.", "antigravity", "this", "turtledemo.", "typing.")):
            continue
        try:
            found = find(name)
        except BaseException:  # Some modules exit.
            continue
        if isinstance(found, type) and (
                hasattr(found, "__class_getitem__") or hasattr(type(found), "__getitem__")):
            print(name)
    if sys.version_info >= (3, 9):
        print("type")


def merge(arguments):
    versions = []
    names = {}
    for argument in arguments:
        version, _, file = argument.partition("=")
        versions.append(version)
        with open(file) as lines:
            for name in lines.read().split():
                names.setdefault(name, []).append(version)
    for name in sorted(names):
        has = names[name]
        runs = []
        for version in versions:
            if version in has:
                if runs and runs[-1][1] == versions[versions.index(version) - 1]:
                    runs[-1][1] = version
                else:
                    runs.append([version, version])
        texts = [first + "-" + ("" if last == versions[-1] else last) for first, last in runs]
        print(name, ",".join(texts))


if __name__ == "__main__":
    if sys.argv[1] == "--merge":
        merge(sys.argv[2:])
    else:
        survey(sys.argv[1])
