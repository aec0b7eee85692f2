"""What is written in Markdown for MkDocs: the fenced block `whats-new` and the roles
`{py-added}` and others. The entry point is `WhatsNewExtension`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from re import Match
from typing import Any, Union
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from . import WhatsNewError
from .listing import Entry, Listing, list_features
from .names import QUESTIONS, look_up
from .request import Request, RequestError
from .site import Site

Log = Union[logging.Logger, "logging.LoggerAdapter[Any]"]


class WhatsNewExtension(Extension):
    """Replaces blocks and roles by what a site says of them, and logs what is wrong
    with the page that `begin` names."""

    def __init__(self, site: Site, log: Log) -> None:
        super().__init__()
        self.site = site
        self._log = log
        self.begin("", "", 0)

    def begin(self, page: str, text: str, offset: int) -> None:
        """Says which page is converted next, and how many lines precede its text."""
        self._page = page
        self._lines = text.split("\n")
        self._offset = offset

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base class's name
        """Registers the block before other fenced code, the roles after code spans."""
        md.preprocessors.register(Blocks(md, self), "whats-new", 29)
        md.inlinePatterns.register(Roles(md, self), "whats-new", 185)

    def report(self, level: int, line: int, problem: str | None = None) -> None:
        """Logs a problem, if there is one, and what the site has to say."""
        place = f"{self._page}:{self._offset + line}"
        for message in filter(None, (problem, *self.site.notices)):
            self._log.log(level, f"{place}: {message}")
        self.site.notices.clear()

    def line_of(self, text: str) -> int:
        """The number of the first line that contains a text."""
        numbered = enumerate(self._lines, start=1)
        return next((number for number, line in numbered if text in line), 1)


FENCE = re.compile(r"(?P<indent>\s*)(?P<fence>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
OPENING = re.compile(r"\{?whats-new\}?(?:\s+(?P<version>\S+))?\s*$")
OPTION = re.compile(r":?(?P<name>[\w-]+):(?:\s+|$)(?P<value>.*)$")


@dataclass(frozen=True)
class Block:
    """A fenced block: its lines from `start` up to `end`, without the fences."""

    start: int
    end: int
    indent: str
    info: str


class Blocks(Preprocessor):
    """Replaces fenced blocks `whats-new`."""

    def __init__(self, md: Markdown, extension: WhatsNewExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        result: list[str] = []
        done = 0
        for block in _blocks(lines):
            html = self._html(lines, block)
            if html is None:
                continue
            result += lines[done : block.start - 1]
            result += ["", f"{block.indent}{self.md.htmlStash.store(html)}", ""]
            done = block.end + 1
        return result + lines[done:]

    def _html(self, lines: list[str], block: Block) -> str | None:
        """The list of a block; `None` if it is another or has a mistake."""
        opening = OPENING.match(block.info)
        if not opening:
            return None
        extension, line = self._extension, block.start
        try:
            request = _request(opening["version"], lines[block.start : block.end])
        except RequestError as error:
            extension.report(logging.ERROR, line, str(error))
            return None
        listing, problem = None, None
        try:
            listing = list_features(extension.site, request)
        except WhatsNewError as error:
            problem = str(error)
        extension.report(logging.WARNING, line, problem)
        return _html(extension.site, request, listing)


class Roles(InlineProcessor):
    """Replaces `{py-added}` with the code span that follows it."""

    def __init__(self, md: Markdown, extension: WhatsNewExtension) -> None:
        # A code span is a placeholder by now.
        question = f"(?P<question>{'|'.join(QUESTIONS)})"
        super().__init__(rf"\{{py-{question}\}}\x02klzzwxh:(?P<span>\d+)\x03", md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base class's name
        self, m: Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        inline: Any = self.md.treeprocessors["inline"]
        code = inline.stashed_nodes.get(m["span"])
        if not isinstance(code, Element) or code.tag != "code" or not code.text:
            return None, None, None
        extension = self._extension
        line = extension.line_of(f"{{py-{m['question']}}}`{code.text}`")
        try:
            fact = look_up(extension.site, m["question"], code.text)
        except WhatsNewError as error:
            extension.report(logging.WARNING, line, str(error))
            return code, m.start(), m.end()
        extension.report(logging.WARNING, line)
        if not fact.link:
            return fact.text, m.start(), m.end()
        link = Element("a", href=fact.link)
        link.text = fact.text
        return link, m.start(), m.end()


def _blocks(lines: list[str]) -> Iterable[Block]:
    """All fenced blocks; what is inside of one is none."""
    start, opening = 0, None
    for index, line in enumerate(lines):
        fence = FENCE.match(line)
        if not fence:
            continue
        if opening is None:
            start, opening = index + 1, fence
        elif fence["fence"].startswith(opening["fence"]) and not fence["info"]:
            yield Block(start, index, opening["indent"], opening["info"])
            opening = None


def _request(version: str | None, lines: Iterable[str]) -> Request:
    """What the lines of a block ask for."""
    options = {"version": version} if version else {}
    for text in filter(None, map(str.strip, lines)):
        option = OPTION.match(text)
        if not option:
            raise RequestError(f'"{text}" is no option; write a line as "kind: added"')
        if option["name"] in options:
            raise RequestError(f'the option "{option["name"]}" is given twice')
        options[option["name"]] = option["value"]
    return Request.parse(options)


def _html(site: Site, request: Request, listing: Listing | None) -> str:
    """The element with the list between its tags. The division around it is what
    Markdown knows as a block."""
    if listing:
        content = f"<ul>\n{''.join(map(_item, listing.entries))}</ul>\n"
        if listing.more:
            content += f"<p>{_link(listing.more, listing.link)}</p>\n"
    else:
        link = site.link_to_filters(request.filters)
        content = f"<p>{_link('What’s new in Python', link)}</p>\n" if link else ""
    if site.url:
        pairs = request.options.items()
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in pairs)
        content = f"<whats-new{attributes}>\n{content}</whats-new>\n"
    return f'<div class="whats-new">\n{content}</div>'


def _item(entry: Entry) -> str:
    title = _link(entry.title, entry.link)
    return f"<li>{title} – {escape(f'{entry.facts}. {entry.sentence}')}</li>\n"


def _link(text: str, target: str | None) -> str:
    return f'<a href="{escape(target)}">{escape(text)}</a>' if target else escape(text)
