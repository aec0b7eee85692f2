"""Reads the data that a site of the explorer publishes. The entry point is `Site`.

`docs/data.md` in the explorer's repository describes the data.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, TypeVar
from urllib.parse import quote, urlencode

from . import WhatsNewError

T = TypeVar("T")

DAY = 24 * 60 * 60
"""How many seconds a downloaded file is used without asking for a newer one."""

TIMEOUT = 20
"""How many seconds a host has to answer."""


class SiteError(WhatsNewError):
    """The data cannot be read."""


@dataclass(frozen=True)
class Feature:
    """Something that a version of Python added, changed, deprecated or removed."""

    slug: str
    title: str
    summary: str
    """The first paragraph of its text."""
    kind: str
    series: str
    """The version, such as 3.14."""
    module: str | None
    peps: tuple[int, ...]
    removed: str | None
    """The release that took it back."""
    removal: str | None
    """Of a deprecation, the version that the removal is planned for."""
    url: str | None
    """The passage of Python's documentation."""


@dataclass(frozen=True)
class Name:
    """A public name of the standard library; the values are versions."""

    name: str
    added: str | None
    patches: tuple[str, ...]
    """The maintenance releases of older versions that have it as well."""
    deprecated: str | None
    removal: str | None
    """The version that the removal is planned for."""
    removed: str | None


@dataclass(frozen=True)
class Module:
    """The names of a module and the versions that were searched for them."""

    names: Mapping[str, Name]
    oldest: str
    newest: str


class Site:
    """The published data of a site, each file of which is read once.

    `source` is the address or the folder to read from. Links lead to `url`, or to the
    source if that is an address. `cache` is a folder for downloaded files.
    """

    def __init__(self, source: str, url: str | None, cache: Path) -> None:
        self.source = source
        self.url = with_slash(url or (source if is_address(source) else ""))
        self.files: dict[str, Path] = {}
        """The files that were read, by their paths below `api/v1`."""
        self.notices: list[str] = []
        """What the author has to know and was not told yet."""
        self._cache = cache
        self._read: dict[str, Any] = {}

    def features(self) -> list[Feature]:
        """All features, the newest version first."""
        return self._parse("catalogue.json", _features)

    def modules(self) -> list[str]:
        """The modules of the standard library, including former ones."""
        return self._parse("modules.json", _modules)

    def module(self, module: str) -> Module:
        """The names of a module."""
        return self._parse(f"names/{module}.json", _module)

    def link_to_feature(self, feature: Feature) -> str | None:
        """The feature's page, or a passage of Python's documentation without `url`."""
        if self.url:
            return f"{self.url}feature/{quote(feature.slug)}/"
        return feature.url if feature.url and is_address(feature.url) else None

    def link_to_name(self, module: str, name: str) -> str | None:
        """The name on the page of its module."""
        return f"{self.url}module/{quote(module)}/#{quote(name)}" if self.url else None

    def link_to_filters(self, filters: Mapping[str, str]) -> str | None:
        """The explorer with filters."""
        return f"{self.url}#?{urlencode(filters, safe=',')}" if self.url else None

    def _parse(self, path: str, parse: Callable[[Any], T]) -> T:
        if path not in self._read:
            try:
                self._read[path] = parse(self._load(path))
            except SiteError as error:
                # The other directives of the build fail without another attempt.
                self._read[path] = error
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                self._read[path] = SiteError(
                    f"{self._address(path)} is not what a site publishes as {path} "
                    f"({type(error).__name__}: {error}); update the site or the package"
                )
        known = self._read[path]
        if isinstance(known, SiteError):
            raise known
        parsed: T = known
        return parsed

    def _address(self, path: str) -> str:
        if is_address(self.source):
            return f"{with_slash(self.source)}api/v1/{quote(path)}"
        return str(Path(self.source, "api", "v1", *path.split("/")))

    def _load(self, path: str) -> Any:
        address = self._address(path)
        try:
            file = self._download(address) if is_address(address) else Path(address)
            text = file.read_text(encoding="utf-8")
        # `HTTPException` is a connection that breaks off.
        except (OSError, http.client.HTTPException, UnicodeDecodeError) as error:
            raise SiteError(f"{address} cannot be read: {error}") from error
        self.files[path] = file
        return json.loads(text)

    def _download(self, address: str) -> Path:
        """The file in the cache with the contents of an address."""
        file = self._cache / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.json"
        modified = file.stat().st_mtime if file.exists() else 0.0
        if time.time() - modified < DAY:
            return file
        request = urllib.request.Request(  # noqa: S310 - `is_address` knows the schemes
            address, headers={"User-Agent": "whats-new-python"}
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                content: bytes = answer.read()
            json.loads(content)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            if not modified:
                raise
            day = time.strftime("%Y-%m-%d", time.localtime(modified))
            self.notices.append(
                f"{address} cannot be read: {error}; the copy of {day} is used"
            )
            return file
        _write(file, content)
        return file


def is_address(text: str) -> bool:
    """Whether a text is an address rather than a path."""
    return text.startswith(("https://", "http://"))


def with_slash(url: str) -> str:
    """An address that paths can be appended to."""
    return url if not url or url.endswith("/") else f"{url}/"


def _write(file: Path, content: bytes) -> None:
    """Writes a file at once, as several processes may do it at the same time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    os.replace(temporary, file)


def _features(catalogue: Any) -> list[Feature]:
    return [
        Feature(
            slug=feature["slug"],
            title=feature["title"],
            # A site that is older than the property has the beginning alone.
            summary=feature.get("summary", feature["lead"]),
            kind=feature["kind"],
            series=feature["series"],
            module=feature["module"],
            peps=tuple(feature["peps"]),
            removed=feature["removed"],
            removal=feature["removal"],
            url=feature["url"],
        )
        for feature in catalogue["features"]
    ]


def _modules(modules: Any) -> list[str]:
    return [module["module"] for module in modules["modules"]]


def _module(module: Any) -> Module:
    versions = [".".join(text.split(".")[:2]) for text in module["interpreters"]]
    names = [
        Name(
            name=name["name"],
            added=name["added"],
            patches=tuple(name["patches"]),
            deprecated=name["deprecated"],
            removal=name["removal"],
            removed=name["removed"],
        )
        for name in module["names"]
    ]
    by_name = {name.name: name for name in names}
    return Module(names=by_name, oldest=versions[0], newest=versions[-1])
