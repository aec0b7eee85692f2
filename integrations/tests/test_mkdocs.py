"""Pages that MkDocs builds."""

from __future__ import annotations

import re
import unittest

from support import (
    EXAMPLE,
    Case,
    copy_project,
    feature,
    name,
    published,
    published_json,
    run,
    succeed,
)


class Example(Case):
    """The example project, with the published data."""

    def test_a_page_has_the_list_in_the_live_element(self) -> None:
        project = self.folder / "project"
        setting = f"site: {EXAMPLE}"
        settings = f"site: {published()}\n      url: {EXAMPLE}"
        copy_project("mkdocs-plugin", project, setting, settings)
        output = self.folder / "output"
        file = project / "mkdocs.yml"
        succeed("mkdocs", "build", "-q", "--strict", "-d", output, "-f", file)
        page = (output / "index.html").read_text(encoding="utf-8")
        element = re.search(
            r'<whats-new version="3.14" module="asyncio" limit="3">(.*?)</whats-new>',
            page,
            re.DOTALL,
        )
        assert element
        links = re.findall(r'<li><a href="([^"]*)"', element[1])
        slugs = [
            one["slug"]
            for one in published_json("catalogue.json")["features"]
            if one["series"] == "3.14" and one["module"] == "asyncio"
        ]
        self.assertEqual(links, [f"{EXAMPLE}feature/{slug}/" for slug in slugs[:3]])
        self.assertRegex(page, rf'<script src="{EXAMPLE}embed\.js" async')
        batched = f'href="{EXAMPLE}module/itertools/#itertools.batched"'
        self.assertIn(f"({'<a ' + batched}>Added in Python 3.12</a>)", page)
        # In a list, and within another fence.
        self.assertRegex(
            page, r'(?s)<li>.*<whats-new feature="pep-758" theme="light">.*</li>'
        )
        self.assertEqual(page.count("</whats-new>"), 2)
        self.assertIn("```whats-new\nversion: 3.14\n```", page)


class Mistakes(Case):
    """What is said of mistakes, with file and line."""

    def build(self, text: str, site: object) -> tuple[str, str]:
        """What MkDocs says of a page, and the page."""
        docs = self.folder / "docs"
        docs.mkdir(exist_ok=True)
        (docs / "index.md").write_text(text, encoding="utf-8")
        file = self.folder / "mkdocs.yml"
        file.write_text(
            "site_name: Example\ntheme: {name: mkdocs, highlightjs: false}\n"
            f"plugins: [{{whats-new: {{site: {str(site)!r}}}}}]\n"
        )
        output = self.folder / "output"
        ran = run("mkdocs", "build", "-d", output, "-f", file)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran.stderr, (output / "index.html").read_text(encoding="utf-8")

    def test_an_unknown_option_is_an_error_and_the_block_stays(self) -> None:
        text = "---\ntitle: Page\n---\n\n# Page\n\n```whats-new 3.14\nmodul: ast\n```\n"
        said, page = self.build(text, self.site(feature("new")))
        self.assertIn("ERROR", said)
        self.assertIn('index.md:7: there is no option "modul"; the options are', said)
        self.assertIn("modul: ast", page)

    def test_a_wrong_line_is_an_error(self) -> None:
        site = self.site(feature("new"))
        for lines, problem in [
            ("version 3.14", '"version 3.14" is no option; write a line as'),
            ("kind: added\nkind: removed", 'the option "kind" is given twice'),
            ("version: three", '"three" is no version'),
        ]:
            with self.subTest(lines):
                said, _ = self.build(f"\n\n```whats-new\n{lines}\n```\n", site)
                self.assertIn(f"index.md:3: {problem}", said)

    def test_a_list_without_features_is_a_warning(self) -> None:
        said, _ = self.build("~~~whats-new 3.99\n~~~\n", self.site(feature("new")))
        self.assertRegex(said, r"WARNING.*index\.md:1: nothing in .* version 3\.99")

    def test_a_site_that_cannot_be_read_is_a_warning_and_a_link(self) -> None:
        nowhere = "http://127.0.0.1:9/python/"
        said, page = self.build("# Page\n\n```{whats-new} 3.14\n```\n", nowhere)
        self.assertRegex(said, r"WARNING.*index\.md:3: http.*catalogue\.json cannot be")
        self.assertIn('<whats-new version="3.14">', page)
        self.assertIn(f'href="{nowhere}#?version=3.14"', page)

    def test_an_unknown_name_is_a_warning_and_stays_a_name(self) -> None:
        names = {"shelf": [name("shelf.stack")], "builtins": []}
        text = "Text\n\n{py-removed}`shelf.stack`, `` {py-added}`shelf.stack` ``\n"
        said, page = self.build(text, self.site(names=names))
        self.assertRegex(said, r"WARNING.*index\.md:3: shelf\.stack is not removed")
        self.assertEqual(said.count("WARNING"), 1)
        self.assertIn("<code>shelf.stack</code>", page)
        self.assertIn("<code>{py-added}`shelf.stack`</code>", page)

    def test_without_an_explorer_there_is_a_list_alone(self) -> None:
        said, page = self.build("```whats-new 3.14\n```\n", self.site(feature("new")))
        self.assertNotIn("WARNING", said)
        self.assertIn(
            "<li>Title of new – added in Python 3.14. It is whole.</li>", page
        )
        self.assertNotIn("<whats-new", page)
        self.assertNotIn("embed.js", page)

    def test_text_is_never_markup(self) -> None:
        hostile = '<script>"x"</script> *a* `b`'
        site = self.site(feature("new", title=hostile, summary=hostile))
        _, page = self.build("```whats-new 3.14\n```\n", site)
        written = "&lt;script&gt;&quot;x&quot;&lt;/script&gt; *a* `b`"
        self.assertEqual(page.count(written), 2)


if __name__ == "__main__":
    unittest.main()
