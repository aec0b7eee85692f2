"""Pages and books that Sphinx builds."""

from __future__ import annotations

import os
import re
import time
import unittest
from pathlib import Path
from xml.etree import ElementTree

from support import (
    EXAMPLE,
    Case,
    copy_project,
    feature,
    published,
    published_json,
    run,
    succeed,
)


class Example(Case):
    """The example project, with the published data."""

    def setUp(self) -> None:
        super().setUp()
        setting = f'whats_new_site = "{EXAMPLE}"'
        settings = f"whats_new_site = {str(published())!r}\nwhats_new_url = {EXAMPLE!r}"
        copy_project("sphinx-extension", self.folder / "project", setting, settings)
        features = published_json("catalogue.json")["features"]
        self.features = [
            one
            for one in features
            if one["series"] == "3.14" and one["module"] == "asyncio"
        ]

    def build(self, builder: str) -> Path:
        output = self.folder / builder
        source = self.folder / "project"
        known = self.folder / "doctrees" / builder
        succeed("sphinx", "-q", "-W", "-b", builder, "-d", known, source, output)
        return output

    def test_a_page_has_the_list_in_the_live_element(self) -> None:
        html = self.build("html")
        page = (html / "index.html").read_text(encoding="utf-8")
        element = re.search(
            r'<whats-new class="whats-new" limit="3" module="asyncio" version="3.14">'
            r"(.*?)</whats-new>",
            page,
            re.DOTALL,
        )
        assert element
        links = re.findall(r'<li><p><a [^>]*href="([^"]*)"', element[1])
        slugs = [one["slug"] for one in self.features]
        self.assertEqual(links, [f"{EXAMPLE}feature/{slug}/" for slug in slugs[:3]])
        self.assertIn(f">{len(slugs) - 3} more in the explorer</a>", element[1])
        self.assertIn(f'src="{EXAMPLE}embed.js"', page)
        self.assertIn('<whats-new class="whats-new" feature="pep-758"', page)
        batched = f'href="{EXAMPLE}module/itertools/#itertools.batched"'
        self.assertIn(f"{batched}>Added in Python 3.12</a>", page)

    def test_myst_has_the_directive_and_the_roles(self) -> None:
        page = (self.build("html") / "markdown.html").read_text(encoding="utf-8")
        self.assertIn('kind="changed" pep="649,701" version="3.12..3.14"', page)
        self.assertIn(f'href="{EXAMPLE}feature/pep-649/"', page)
        self.assertIn(">Deprecated in Python 3.12</a>", page)

    def test_a_page_without_an_element_has_no_script(self) -> None:
        project = self.folder / "project"
        (project / "markdown.md").write_text("# Bare\n")
        page = (self.build("html") / "markdown.html").read_text(encoding="utf-8")
        self.assertNotIn("embed.js", page)

    def test_plain_text_has_titles_versions_and_sentences(self) -> None:
        text = (self.build("text") / "index.txt").read_text(encoding="utf-8")
        words = " ".join(text.split())
        for one in self.features[:3]:
            start = f"* {one['title']} – {one['kind']} in Python 3.14"
            self.assertIn(" ".join(start.split()), words)
        self.assertIn("(Added in Python 3.12)", words)
        self.assertNotIn("<", words)

    def test_latex_has_the_list_and_links(self) -> None:
        latex = (self.build("latex") / "example.tex").read_text(encoding="utf-8")
        for one in self.features[:3]:
            link = rf"\sphinxhref{{{EXAMPLE}feature/{one['slug']}/}}"
            self.assertIn(link, latex)
        self.assertNotIn("<whats-new", latex)

    def test_a_book_has_the_list_and_no_script(self) -> None:
        book = (self.build("epub") / "index.xhtml").read_text(encoding="utf-8")
        ElementTree.fromstring(book.replace("<!DOCTYPE html>", ""))
        self.assertIn(f'href="{EXAMPLE}feature/{self.features[0]["slug"]}/"', book)
        self.assertIn('<div class="whats-new">', book)
        self.assertNotIn("<script", book)
        self.assertNotIn("<whats-new", book)

    def test_translators_get_the_authors_text_alone(self) -> None:
        folder = self.build("gettext")
        texts = "".join(
            file.read_text(encoding="utf-8") for file in folder.glob("*.pot")
        )
        self.assertIn("What asyncio brought", texts)
        self.assertNotIn("in Python 3.14", texts)


class Mistakes(Case):
    """What is said of mistakes, with file and line."""

    def build(self, text: str, site: object, *options: str) -> tuple[str, str]:
        """What Sphinx says of a page, and the page."""
        project = self.folder / "project"
        project.mkdir(exist_ok=True)
        source = project / "index.rst"
        if not source.exists() or source.read_text(encoding="utf-8") != text:
            source.write_text(text, encoding="utf-8")
        (project / "conf.py").write_text(
            "extensions = ['whats_new_python.sphinx']\n"
            f"whats_new_site = {str(site)!r}\n"
        )
        output = self.folder / "output"
        ran = run("sphinx", "-q", "-b", "html", *options, project, output)
        page = output / "index.html"
        return ran.stderr, page.read_text(encoding="utf-8") if page.exists() else ""

    def test_an_unknown_option_is_an_error_that_names_the_others(self) -> None:
        text = "Page\n====\n\n.. whats-new:: 3.14\n   :modul: ast\n"
        said, _ = self.build(text, self.site(feature("new")))
        self.assertRegex(said, r"index\.rst:4: ERROR: .*whats-new")
        self.assertIn(
            'there is no option "modul"; the options are version, module', said
        )

    def test_a_wrong_value_is_an_error(self) -> None:
        site = self.site(feature("new"))
        for text, problem in [
            (".. whats-new:: three", '"three" is no version'),
            (".. whats-new:: 3.14\n   :kind: new", '"new" is no kind'),
            (".. whats-new:: 3.14\n   :version: 3.13", "the version is given twice"),
            (".. whats-new::", "there is nothing to select"),
        ]:
            with self.subTest(text):
                said, _ = self.build(f"Page\n====\n\n{text}\n", site)
                self.assertRegex(said, r"index\.rst:4: ERROR: ")
                self.assertIn(problem, said)

    def test_a_list_without_features_is_a_warning(self) -> None:
        text = "Page\n====\n\n.. whats-new:: 3.99\n"
        said, _ = self.build(text, self.site(feature("new")))
        self.assertRegex(said, r"index\.rst:4: WARNING: nothing in .* version 3\.99")

    def test_a_site_that_cannot_be_read_is_a_warning_and_a_link(self) -> None:
        text = "Page\n====\n\n.. whats-new:: 3.14\n\n:py-added:`ast`\n"
        nowhere = "http://127.0.0.1:9/python/"
        said, page = self.build(text, nowhere)
        self.assertRegex(
            said, r"index\.rst:4: WARNING: http.*catalogue\.json cannot be"
        )
        self.assertRegex(said, r"index\.rst:6: WARNING: http.*modules\.json cannot be")
        self.assertIn('<whats-new class="whats-new" version="3.14">', page)
        self.assertIn(f'href="{nowhere}#?version=3.14"', page)
        said, _ = self.build(text, nowhere, "-E", "-D", "suppress_warnings=whats_new")
        self.assertEqual(said, "")

    def test_an_unknown_name_is_a_warning_and_stays_a_name(self) -> None:
        text = "Page\n====\n\n:py-removed:`shelf.stack`\n"
        names: dict[str, list[dict[str, object]]] = {"shelf": [], "builtins": []}
        said, page = self.build(text, self.site(names=names))
        self.assertRegex(said, r"index\.rst:4: WARNING: no version of Python has shelf")
        self.assertRegex(page, r"<code[^>]*><span[^>]*>shelf\.stack</span></code>")

    def test_a_site_has_to_be_named(self) -> None:
        said, _ = self.build("Page\n====\n", "")
        self.assertIn("whats_new_site is not set", said)

    def test_text_is_never_markup_and_quotes_stay(self) -> None:
        hostile = '<script>"x"</script> *a* |b|'
        site = self.site(feature("new", title=hostile, summary=hostile))
        said, page = self.build("Page\n====\n\n.. whats-new:: 3.14\n", site)
        self.assertEqual(said, "")
        written = "&lt;script&gt;&quot;x&quot;&lt;/script&gt; *a* |b|"
        self.assertEqual(page.count(written), 2)

    def test_a_page_follows_the_data(self) -> None:
        text = "Page\n====\n\n.. whats-new:: 3.14\n"
        site = self.site(feature("new", title="Before"))
        self.assertIn("Before", self.build(text, site)[1])
        site = self.site(feature("new", title="After"))
        later = time.time() + 60
        os.utime(site / "api" / "v1" / "catalogue.json", (later, later))
        self.assertIn("After", self.build(text, site)[1])


if __name__ == "__main__":
    unittest.main()
