"""Selects features and words them. The entry point is `list_features`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import WhatsNewError
from .request import Request, version
from .site import Feature, Site


class NoMatch(WhatsNewError):
    """The data has nothing of what is asked for."""


@dataclass(frozen=True)
class Entry:
    """A feature as an author's page shows it."""

    title: str
    link: str | None
    facts: str
    """Such as `changed in Python 3.14 (PEP 758)`."""
    sentence: str


@dataclass(frozen=True)
class Listing:
    """The features up to the limit."""

    entries: Sequence[Entry]
    more: str | None
    """What to say of the features beyond the limit."""
    link: str | None
    """The explorer with all of them."""


def list_features(site: Site, request: Request) -> Listing:
    """The features that pass all filters, in the order of the explorer.

    A feature passes a filter that has any of its values.
    """
    features = site.features()
    found = [feature for feature in features if _passes(feature, request)]
    if not found:
        raise NoMatch(_nothing(site, features, request))
    shown = found[: request.limit]
    link = site.link_to_filters(request.filters)
    left = len(found) - len(shown)
    more = f"{left} more in the explorer" if link else f"{left} more"
    return Listing(
        entries=[_entry(site, feature) for feature in shown],
        more=more if left else None,
        link=link,
    )


def _passes(feature: Feature, request: Request) -> bool:
    slugs, kinds = request.values("feature"), request.values("kind")
    modules, peps = request.values("module"), request.values("pep")
    first, last = request.versions()
    number = version(feature.series) or ()
    return (
        (not slugs or feature.slug in slugs)
        and (not kinds or feature.kind in kinds)
        and (not modules or any(_is_in(feature.module, module) for module in modules))
        and (not peps or any(str(pep) in peps for pep in feature.peps))
        and (first is None or first <= number)
        and (last is None or number <= last)
    )


def _is_in(module: str | None, package: str) -> bool:
    """Whether a module is the other one or belongs to it."""
    return module is not None and f"{module}.".startswith(f"{package}.")


def _entry(site: Site, feature: Feature) -> Entry:
    facts = f"{feature.kind} in Python {feature.series}"
    if feature.peps:
        facts += f" ({', '.join(f'PEP {pep}' for pep in feature.peps)})"
    if feature.removed:
        facts += f", removed in {feature.removed}"
    if feature.removal:
        facts += f", scheduled for removal in {feature.removal}"
    return Entry(
        title=feature.title,
        link=site.link_to_feature(feature),
        facts=facts,
        sentence=first_sentence(feature.summary),
    )


def first_sentence(text: str) -> str:
    """The text up to the first full stop that a space follows."""
    found = re.match(r".*?(?<!\.\.)[.!?](?=\s)", text, re.DOTALL)
    # A colon leads to a list or code, which is left out.
    return found.group() if found else re.sub(r":$", ".", text)


def _nothing(site: Site, features: Sequence[Feature], request: Request) -> str:
    """What to say if no feature passes, with what may have been meant."""
    asked = ", ".join(f"{name} {value}" for name, value in request.filters.items())
    said = f"nothing in {site.source} matches {asked}"
    slugs = [feature.slug for feature in features]
    modules = [feature.module for feature in features if feature.module]
    for option, known in (("feature", slugs), ("module", modules)):
        for value in request.values(option):
            if any(_is_in(one, value) for one in known):
                continue
            near = difflib.get_close_matches(value, known, n=1)
            said += f"; there is no {option} {value}" + (
                f", the nearest is {near[0]}" if near else ""
            )
    versions = sorted({version(feature.series) or () for feature in features})
    if "version" in request.options and versions:
        ends = [".".join(map(str, end)) for end in (versions[0], versions[-1])]
        said += f"; there are versions {ends[0]} to {ends[1]}"
    return said
