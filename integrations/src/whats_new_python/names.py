"""Says since when a name of the standard library is there, deprecated or gone.

The entry point is `look_up`.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from .listing import NoMatch
from .site import Module, Name, Site

QUESTIONS = ("added", "deprecated", "removed")


@dataclass(frozen=True)
class Fact:
    """An answer, and the page of the explorer that says more."""

    text: str
    link: str | None


def look_up(site: Site, question: str, qualified: str) -> Fact:
    """Answers one of the `QUESTIONS` about a name, such as `itertools.batched`.

    The names of `builtins` need no module before them.
    """
    name = qualified.strip().removesuffix("()").removeprefix("builtins.")
    modules = site.modules()
    module = _module_of(name, modules)
    names = site.module(module)
    found = names.names.get(name)
    if found is None:
        near = difflib.get_close_matches(name, [*names.names, *modules], n=1)
        hint = f"; the nearest is {near[0]}" if near else ""
        raise NoMatch(f"no version of Python has {name}{hint}")
    text = {"added": _added, "deprecated": _deprecated, "removed": _removed}[question]
    return Fact(text(found, names), site.link_to_name(module, name))


def _module_of(name: str, modules: list[str]) -> str:
    """The longest beginning of a qualified name that is a module."""
    known = set(modules)
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        if (module := ".".join(parts[:end])) in known:
            return module
    return "builtins"


def _added(name: Name, module: Module) -> str:
    if name.added is None:
        return f"Added in Python {module.oldest} or earlier"
    also = f" (and {', '.join(name.patches)})" if name.patches else ""
    return f"Added in Python {name.added}{also}"


def _deprecated(name: Name, module: Module) -> str:
    if name.deprecated is None:
        raise NoMatch(f"{name.name} is not deprecated as of Python {module.newest}")
    text = f"Deprecated in Python {name.deprecated}"
    if name.removed:
        return f"{text}, removed in {name.removed}"
    return f"{text}, scheduled for removal in {name.removal}" if name.removal else text


def _removed(name: Name, module: Module) -> str:
    if name.removed:
        return f"Removed in Python {name.removed}"
    if name.removal:
        return f"Scheduled for removal in Python {name.removal}"
    raise NoMatch(f"{name.name} is not removed as of Python {module.newest}")
