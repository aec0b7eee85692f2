"""Parses what an author asks for. The entry point is `Request.parse`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable

from . import WhatsNewError

KINDS = ("added", "changed", "deprecated", "removed")
THEMES = ("light", "dark", "auto")


class RequestError(WhatsNewError, ValueError):
    """The author asks for something that does not exist."""


@dataclass(frozen=True)
class Request:
    """The options of a directive, which are attributes of `<whats-new>` as well."""

    options: Mapping[str, str]

    @classmethod
    def parse(cls, options: Mapping[str, str]) -> Request:
        """Checks options and brings their values into the form of attributes."""
        parsed = {name: parse_option(name, value) for name, value in options.items()}
        filters = [name for name in parsed if name not in ("limit", "theme")]
        if not filters:
            raise RequestError(
                "there is nothing to select: give a version, or one of the options "
                "module, pep, kind and feature"
            )
        others = [name for name in parsed if name not in ("feature", "theme")]
        if "feature" in parsed and others:
            raise RequestError(
                f"feature selects a single feature: leave out {' and '.join(others)}"
            )
        return cls({name: parsed[name] for name in OPTIONS if name in parsed})

    @property
    def filters(self) -> dict[str, str]:
        """The options that select features."""
        rest = ("limit", "theme")
        return {key: text for key, text in self.options.items() if key not in rest}

    @property
    def limit(self) -> int | None:
        """The most features to show."""
        return int(self.options["limit"]) if "limit" in self.options else None

    def values(self, option: str) -> list[str]:
        """The values of an option; empty if it is not set."""
        return self.options[option].split(",") if option in self.options else []

    def versions(self) -> tuple[Version | None, Version | None]:
        """The first and the last version, `None` where there is no limit."""
        first, dots, last = self.options.get("version", "..").partition("..")
        ends = version(first), version(last if dots else first)
        if ends[0] and ends[1] and ends[0] > ends[1]:
            return ends[1], ends[0]
        return ends


Version = tuple[int, ...]


def version(text: str) -> Version | None:
    """A version as numbers, which can be compared; `None` if the text is empty."""
    return tuple(int(part) for part in text.split(".")) if text else None


def unknown_option(name: str) -> RequestError:
    """The error for an option that does not exist, which says which there are."""
    return RequestError(
        f'there is no option "{name}"; the options are {", ".join(OPTIONS)}'
    )


def parse_option(name: str, value: str | None) -> str:
    """The value of an option in the form of an attribute."""
    if name not in OPTIONS:
        raise unknown_option(name)
    text = re.sub(r"\s*(,|\.\.)\s*", r"\1", (value or "").strip())
    if not text:
        raise RequestError(f'the option "{name}" has no value')
    return OPTIONS[name](text)


def _version(text: str) -> str:
    one = r"\d+\.\d+"
    if not re.fullmatch(rf"{one}|{one}\.\.({one})?|\.\.{one}", text, re.ASCII):
        raise RequestError(
            f'"{text}" is no version; write 3.14 or a range: 3.12..3.14, 3.12.., ..3.9'
        )
    return text


def _list_of(pattern: str, problem: str) -> Callable[[str], str]:
    """A parser of lists separated by commas."""

    def parse(text: str) -> str:
        for word in text.split(","):
            if not re.fullmatch(pattern, word, re.ASCII):
                raise RequestError(f'"{word}" is no {problem}')
        return text

    return parse


def _feature(text: str) -> str:
    if not re.fullmatch(r"[^\s,]+", text):
        raise RequestError(f'"{text}" is no slug of a feature, such as pep-758')
    return text


def _limit(text: str) -> str:
    if not re.fullmatch(r"0*[1-9]\d{0,8}", text, re.ASCII):
        raise RequestError(f'the limit "{text}" is no number above 0')
    return text


def _theme(text: str) -> str:
    if text not in THEMES:
        raise RequestError(f'the theme "{text}" is none of {", ".join(THEMES)}')
    return text


OPTIONS: dict[str, Callable[[str], str]] = {
    "version": _version,
    "module": _list_of(r"[\w.]+", "module, such as asyncio or os.path"),
    "pep": _list_of(r"[1-9]\d{0,5}", "number of a PEP, such as 649"),
    "kind": _list_of("|".join(KINDS), f"kind; the kinds are {', '.join(KINDS)}"),
    "feature": _feature,
    "limit": _limit,
    "theme": _theme,
}
"""The parsers of all options, in the order in which attributes are written."""
