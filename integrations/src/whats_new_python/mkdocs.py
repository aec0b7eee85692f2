"""The plugin for MkDocs. The entry point is `WhatsNewPlugin`; `markdown` has what is
written in pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.pages import Page

from .markdown import WhatsNewExtension
from .site import Site, is_address

log = get_plugin_logger("whats-new")


class WhatsNewConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in `mkdocs.yml`."""

    site = config_options.Type(str)
    """The address of the explorer, or a folder that has `api/v1`."""
    url = config_options.Type(str, default="")
    """Where links lead if `site` is a folder."""


class WhatsNewPlugin(BasePlugin[WhatsNewConfig]):  # type: ignore[no-untyped-call]
    """Replaces the blocks and roles in the pages of a site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds the Markdown extension and `embed.js`."""
        source, url = self.config.site, self.config.url
        if url and not is_address(url):
            raise PluginError(f'whats-new: url "{url}" does not begin with https://')
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        if not is_address(source):
            source = str(root / source)
        site = Site(source, url, root / ".cache" / "whats-new")
        self._extension = WhatsNewExtension(site, log)
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        if site.url:
            script = config_options.ExtraScriptValue(f"{site.url}embed.js")
            script.async_ = True
            config.extra_javascript.append(script)
        return config

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str | None:
        """Notes which page is about to be converted."""
        source = page.file.content_string
        # Front matter is cut off before.
        before = source[: -len(markdown)] if source.endswith(markdown) else ""
        self._extension.begin(page.file.src_uri, markdown, before.count("\n"))
        return None
