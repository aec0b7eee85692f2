"""The extension for Sphinx: the directive `whats-new`, and the roles `py-added`,
`py-deprecated` and `py-removed`. The entry point is `setup`."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Callable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from . import WhatsNewError
from .listing import Entry, list_features
from .names import QUESTIONS, look_up
from .request import OPTIONS, Request, RequestError, parse_option, unknown_option
from .site import Site, is_address

logger = logging.getLogger(__name__)


class whats_new(nodes.container):  # noqa: N801 - writers look for a method of its name
    """A list of features. `live` holds the attributes of `<whats-new>`, if there is a
    site that can show it."""


class Options(dict[str, Callable[[str], Any]]):
    """The options of the directive; of an unknown one it says which there are."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        raise unknown_option(name)


class WhatsNewDirective(SphinxDirective):
    """`.. whats-new:: 3.14` with options that select features."""

    optional_arguments = 1
    option_spec = Options((name, partial(parse_option, name)) for name in OPTIONS)

    def run(self) -> list[nodes.Node]:
        options = dict(self.options)
        if self.arguments:
            if "version" in options:
                raise self.error("the version is given twice")
            options["version"] = self.arguments[0]
        try:
            request = Request.parse(options)
        except RequestError as error:
            raise self.error(str(error)) from error
        site = site_of(self.env)
        node = whats_new(classes=["whats-new"], support_smartquotes=False)
        node["live"] = dict(request.options) if site.url else None
        self.set_source_info(node)
        try:
            listing = list_features(site, request)
        except WhatsNewError as error:
            logger.warning(str(error), location=node, type="whats_new")
            # What the reader's browser may be able to show.
            if link := site.link_to_filters(request.filters):
                node += _paragraph(_link("What’s new in Python", link))
            return [node]
        finally:
            _follow(self.env, site, node)
        node += nodes.bullet_list("", *map(_item, listing.entries), bullet="*")
        if listing.more:
            node += _paragraph(_link(listing.more, listing.link))
        return [node]


class NameRole(SphinxRole):
    """One of the `QUESTIONS` about a name of the standard library."""

    def __init__(self, question: str) -> None:
        self.question = question

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        site = site_of(self.env)
        location = self.get_location()
        try:
            fact = look_up(site, self.question, self.text)
        except WhatsNewError as error:
            logger.warning(str(error), location=location, type="whats_new")
            return [nodes.literal(self.rawtext, self.text)], []
        finally:
            _follow(self.env, site, location)
        return [_link(fact.text, fact.link)], []


def _item(entry: Entry) -> nodes.list_item:
    title = _link(entry.title, entry.link)
    text = nodes.Text(f" – {entry.facts}. {entry.sentence}")
    return nodes.list_item("", _paragraph(title, text))


def _paragraph(*content: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *content)


def _link(text: str, target: str | None) -> nodes.Node:
    if target is None:
        return nodes.Text(text)
    return nodes.reference("", text, refuri=target, internal=False)


def _follow(env: BuildEnvironment, site: Site, location: Any) -> None:
    """Has the page read again when a file of the site changes, and reports notices."""
    for file in site.files.values():
        env.note_dependency(str(file))
    while site.notices:
        logger.warning(site.notices.pop(), location=location, type="whats_new")


def site_of(env: BuildEnvironment) -> Site:
    """The site of the configuration."""
    config = env.config
    cache = Path(env.doctreedir, "whats-new")
    return _site(config.whats_new_site, config.whats_new_url, cache)


@lru_cache(maxsize=1)
def _site(source: str, url: str | None, cache: Path) -> Site:
    return Site(source, url, cache)


def check_configuration(app: Sphinx, config: Config) -> None:
    """Makes a path absolute, which is relative to the folder of `conf.py`."""
    source, url = config.whats_new_site, config.whats_new_url
    if not source:
        raise ConfigError(
            "whats_new_site is not set; give the address of the explorer, "
            'such as "https://example.org/whats-new/", or a folder that has api/v1'
        )
    if url and not is_address(url):
        raise ConfigError(f'whats_new_url "{url}" does not begin with https://')
    if not is_address(source):
        config.whats_new_site = str(Path(app.confdir, source).resolve())
    # Another build of the same process reads anew.
    _site.cache_clear()


def is_live(builder: Builder, node: nodes.Element) -> bool:
    """Whether a node becomes an element: the pages of a book run no scripts."""
    return bool(node["live"]) and builder.format == "html" and builder.name != "epub"


def visit_html(writer: HTML5Translator, node: whats_new) -> None:
    """Opens the element, between whose tags the list is."""
    if is_live(writer.builder, node):
        writer.body.append(writer.starttag(node, "whats-new", **node["live"]))
    else:
        writer.body.append(writer.starttag(node, "div"))


def depart_html(writer: HTML5Translator, node: whats_new) -> None:
    """Closes the element."""
    tag = "whats-new" if is_live(writer.builder, node) else "div"
    writer.body.append(f"</{tag}>\n")


def add_script(
    app: Sphinx,
    _page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Adds `embed.js` to a page with an element."""
    found = doctree.findall(whats_new) if doctree else ()
    if any(is_live(app.builder, node) for node in found):
        script = f"{site_of(app.env).url}embed.js"
        app.add_js_file(script, loading_method="async")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Adds the directive, the roles and the configuration."""
    app.add_config_value("whats_new_site", "", "env", types=frozenset({str}))
    app.add_config_value("whats_new_url", "", "env", types=frozenset({str}))
    # Other writers treat the node as the container that it is.
    app.add_node(whats_new, html=(visit_html, depart_html))
    app.add_directive("whats-new", WhatsNewDirective)
    for question in QUESTIONS:
        app.add_role(f"py-{question}", NameRole(question))
    app.connect("config-inited", check_configuration)
    app.connect("html-page-context", add_script)
    return {
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
