"""Writes since when what the oldest surveyed version has exists: names and parameters. Of later
ones there are attributes of which the documentation says the same as the interpreters, so that
instances had them no earlier than classes, and parameters that no signature shows.

    python older.py names directives.tsv VERSIONS NOTES STUBS … > older.txt

The first argument is the folder with the table of names, the second what the documentation
says was added and changed, the third typeshed's file of the versions that have a module.
`NOTES` is a folder with What's New of each version as `3.4.txt`. The others are folders
with stubs of typeshed from when it still knew versions before the oldest one, newest first:
`3`, `3.4` and so on are folders in them. What only these say counts if What's New of that
version mentions it. A line is a name or a parameter, and a version: `pathlib 3.4`, `open(opener) 3.3`.
Needs Python 3.9 or later.
"""

import csv
import os
import re
import sys

from typeshed import Context, Stubs

OLDEST = (3, 6)
# The kinds of names that take parameters.
CALLED = ("class", "exception", "function", "method")

# The maximum number of names that are documented together.
SHARED = 8

# The classes of PEP 3151.
OS_ERRORS = (
    "BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError "
    "ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError "
    "IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError").split()

# What interpreters show, but not their signatures, or what the documentation says of several
# classes together.
SHOWN = {
    **{name: 3 for name in OS_ERRORS},
    **{"%s.hex(%s)" % (owner, name): 8
       for owner in ("bytes", "bytearray", "memoryview") for name in ("sep", "bytes_per_sep")},
    **{"hashlib.%s(usedforsecurity)" % name: 9
       for name in "sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256".split()},
    **{"collections.abc.%s.index(%s)" % (owner, name): 5
       for owner in ("ByteString", "Sequence") for name in ("start", "stop")},
    "argparse.ArgumentParser.add_subparsers(required)": 7,
    "functools.reduce(initial)": 14,
    "mmap.mmap(trackfd)": 13,
}

SENTENCE = re.compile(r"(?<=[.;:])\s+")


class OldStubs(Stubs):
    """Stubs in folders by version, as one version sees them."""

    def __init__(self, folder, at):
        self.folder = folder
        self.trees = {}
        self.places = {}
        names = ["2and3", "3"] + ["3.%d" % minor for minor in range(at[1] + 1)]
        for name in names:
            top = os.path.join(folder, name)
            if not os.path.isdir(top):
                continue
            self.folder = top
            for module in super().modules():
                self.places[module] = top

    def modules(self):
        return sorted(self.places)

    def has(self, module, at):
        return module in self.places

    def tree(self, module):
        self.folder = self.places.get(module, self.folder)
        try:
            return super().tree(module)
        except SyntaxError:
            self.trees[module] = (None, False)
            return self.trees[module]


def read_table(folder):
    """The names that the oldest version has, with their facts and signatures."""
    names = {}
    for file in sorted(os.listdir(folder)):
        with open(os.path.join(folder, file), encoding="utf-8") as lines:
            for line in lines:
                name, kind, versions, *rest = line.rstrip("\n").split("\t")
                names[name] = (kind, versions, rest)
    return names


def from_stubs(folder, table):
    """The version that added a name: the first in which the stubs declare it, if an older
    version lacks it there but has its owner."""
    by_version = {}
    for minor in range(2, OLDEST[1] + 1):
        names = {}
        Context(OldStubs(folder, (3, minor)), (3, minor), "linux").collect(names)
        by_version[minor] = {strip(name) for name in names}
    for name, (_, versions, rest) in table.items():
        if not versions.startswith("3.6") or any(one.startswith("added=") for one in rest):
            continue
        having = [minor for minor in by_version if name in by_version[minor]]
        if not having or OLDEST[1] not in having or having[0] == 2:
            continue
        first = having[0]
        owner = name.rpartition(".")[0]
        # A module or class that the stubs did not know at all says nothing of its members.
        is_known = not owner or owner in by_version[first - 1]
        if name.count(".") == 0 or is_known:
            yield name, first


def strip(name):
    return name[len("builtins."):] if name.startswith("builtins.") else name


def from_directives(file, table):
    """The versions that added parameters, and names that the table has no version of."""
    with open(file, encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) < 5 or row[1] not in ("versionchanged", "versionadded"):
                continue
            match = re.match(r"3\.(\d+)", row[2])
            if not match:
                continue
            minor = int(match.group(1))
            for name in row[0].split(","):
                name = strip(re.sub(r"^module-|\(\)$|\.__init__$", "", name))
                for attribute in attributes(row[4]):
                    whole = "%s.%s" % (name, attribute)
                    first = re.match(r"3\.(\d+)", table.get(whole, ("", ""))[1])
                    if whole in table and (not first or int(first.group(1)) in (OLDEST[1], minor)):
                        yield whole, minor
                called = method(name, row[4], table)
                if called == name and re.search(r"\bmethods\b", row[4]):
                    continue
                for name in aliases(called):
                    if name in table and table[name][0] in CALLED:
                        for parameter in added(row[4], *parameters(table[name][2])):
                            yield "%s(%s)" % (name, parameter), minor


def names_from_directives(file, table):
    """The versions that added names: what the oldest version has, and later attributes."""
    # A class is no younger than its members: what is said below it may be of one of them.
    of_members = {}
    for name, (_, _, rest) in table.items():
        for one in rest:
            added = re.match(r"added=3\.(\d+)", one)
            if added:
                owner = name.rpartition(".")[0]
                of_members[owner] = min(int(added.group(1)), of_members.get(owner, 99))
    with open(file, encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            # A text after a colon says what was added later, such as a parameter.
            if len(row) < 5 or row[1] != "versionadded" or ":" in row[4]:
                continue
            minors = [int(minor) for minor in re.findall(r"\b3\.(\d+)(?!\.?\d)", row[2])]
            # Many names before a directive are a list of which it concerns the last.
            names = row[0].split(",")
            for name in names if minors and len(names) <= SHARED else ():
                name = strip(re.sub(r"\(\)$", "", name))
                kind, versions, rest = table.get(name, ("", "", []))
                first = re.match(r"3\.(\d+)", versions)
                is_oldest = first and int(first.group(1)) == OLDEST[1] >= min(minors)
                is_same = kind == "attribute" and first and int(first.group(1)) == min(minors)
                is_known = any(one.startswith("added=") for one in rest)
                is_known |= of_members.get(name, 99) < min(minors)
                if (is_oldest or is_same) and not is_known:
                    yield name, min(minors)


def aliases(name):
    """The names in the table of what the documentation calls otherwise."""
    if name.startswith("asyncio.loop."):
        rest = name[len("asyncio.loop."):]
        return ["asyncio.AbstractEventLoop." + rest, "asyncio.BaseEventLoop." + rest]
    return [name]


def parameters(rest):
    """The parameters with a default in any signature, and whether there may be others."""
    signatures = [one for one in rest if "(" in one]
    names = set()
    for one in signatures:
        names.update(re.findall(r"[(,] *(\w+)=", one))
    is_open = any("**" in one or "[" in one for one in signatures)
    # Signatures that end early say nothing of later parameters.
    is_known = any(one.split(" ")[0].endswith("-") for one in signatures)
    return names, is_open or not is_known


# What stands before "parameter" and is none.
OTHER_WORDS = set(
    "a added additional all an and any arbitrary argument arguments as by default each extra first following for "
    "from is its keyword mode named new no of only optional or other positional second several "
    "parameter parameters single some support supports takes accepts the these third this those two with".split())
LISTED = r"((?:\w+(?:, and |, | and | or ))*\w+)"
NAMED = re.compile(LISTED + r" (?:keyword |optional |keyword-only )?(?:parameters?|arguments?|keywords?|options?)\b")
GIVEN = re.compile(r"[Aa]dded (?:the )?" + LISTED + r" attributes?\b")
GAINED = re.compile(LISTED + r" attributes? (?:was|were|is|are)? ?added")
METHOD = re.compile(r"\b[Tt]he (\w+)(?:\(\))? method\b")
BARE = re.compile(LISTED + r" (?:was|were|is) added")
VERB = re.compile(r"\b[aA]dd(?:ed)?\b|\badds\b|\bnew\b|\bintroduced\b|\bnow (?:supports|accepts|takes)\b")


def attributes(text):
    """The attributes that a class was given."""
    for match in [*GIVEN.finditer(text), *GAINED.finditer(text)]:
        for word in re.split(r", and |, | and | or ", match.group(1)):
            if word not in OTHER_WORDS:
                yield word


def method(name, text, table):
    """The method of a class that a text is about, else the name itself."""
    match = METHOD.search(text)
    longer = match and "%s.%s" % (name, match.group(1))
    return longer if longer in table else name


def added(text, known, is_open):
    text = re.sub(r"^(Changed|Added) in version [\d.]+:?", "", text).replace("...", "")
    for sentence in SENTENCE.split(text):
        if not VERB.search(sentence):
            continue
        # The parameter may take more kinds of values, without being new.
        if re.search(r"parameters? (?:can|may|now|accepts|is now)|arguments? (?:can|may|now)", sentence):
            continue
        for match in [*NAMED.finditer(sentence), *BARE.finditer(sentence)]:
            for word in re.split(r", and |, | and | or ", match.group(1)):
                is_word = word.islower() and word.isidentifier() and word not in OTHER_WORDS
                if word in known or is_open and is_word:
                    yield word


def from_versions(file, table):
    """The versions that added modules."""
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            match = re.match(r"([\w.]+): 3\.(\d+)-", line)
            if match and match.group(1) in table and 0 < int(match.group(2)) <= OLDEST[1]:
                yield match.group(1), int(match.group(2))


def read_notes(folder):
    """The words of What's New by version."""
    notes = {}
    for minor in range(1, OLDEST[1] + 1):
        with open(os.path.join(folder, "3.%d.txt" % minor), encoding="utf-8") as file:
            notes[minor] = set(re.findall(r"\w+", file.read()))
    return notes


def main(arguments):
    names, directives, versions, notes, *stubs = arguments
    table = read_table(names)
    notes = read_notes(notes)
    found = dict(SHOWN)
    for source in (from_directives, names_from_directives):
        for name, minor in source(directives, table):
            found[name] = min(minor, found.get(name, minor))
    for name, minor in from_versions(versions, table):
        found.setdefault(name, minor)
    for folder in stubs:
        for name, minor in from_stubs(folder, table):
            if name.rpartition(".")[2] in notes[minor]:
                found.setdefault(name, minor)
    for name in sorted(found):
        print(name, "3.%d" % found[name])


if __name__ == "__main__":
    main(sys.argv[1:])
