"""Since when a name is there, deprecated or gone."""

from __future__ import annotations

import unittest

from support import EXAMPLE, Case, name, published

from whats_new_python.listing import NoMatch
from whats_new_python.names import look_up
from whats_new_python.site import Site


class Published(Case):
    def test_the_published_names_are_answered(self) -> None:
        site = Site(str(published()), EXAMPLE, self.folder)
        for question, qualified, text, link in [
            ("added", "itertools.batched", "3.12", "itertools/#itertools.batched"),
            ("added", "str.removeprefix()", "3.9", "builtins/#str.removeprefix"),
            ("added", "builtins.aiter", "3.10", "builtins/#aiter"),
            ("added", "xml.etree.ElementTree.indent", "3.9", "xml.etree.ElementTree/#"),
            ("added", "tomllib", "3.11", "tomllib/#tomllib"),
            ("deprecated", "datetime.datetime.utcnow", "3.12", "datetime/#"),
            ("removed", "asyncore", "3.12", "asyncore/#asyncore"),
        ]:
            with self.subTest(qualified):
                fact = look_up(site, question, qualified)
                self.assertEqual(fact.text, f"{question.title()} in Python {text}")
                self.assertIn(f"{EXAMPLE}module/{link}", str(fact.link))


class Words(Case):
    def answer(self, question: str, **changed: object) -> str:
        names = {"shelf": [name("shelf.stack", **changed)]}
        site = Site(str(self.site(names=names)), "", self.folder)
        return look_up(site, question, "shelf.stack").text

    def test_a_name_is_as_old_as_is_known(self) -> None:
        self.assertEqual(self.answer("added"), "Added in Python 3.6 or earlier")
        self.assertEqual(
            self.answer("added", added="3.12", patches=["3.11.4"]),
            "Added in Python 3.12 (and 3.11.4)",
        )

    def test_the_end_of_a_name_is_said(self) -> None:
        for question, changed, text in [
            ("deprecated", {"deprecated": "3.8"}, "Deprecated in Python 3.8"),
            (
                "deprecated",
                {"deprecated": "3.8", "removal": "3.16"},
                "Deprecated in Python 3.8, scheduled for removal in 3.16",
            ),
            (
                "deprecated",
                {"deprecated": "3.8", "removed": "3.10", "removal": "3.10"},
                "Deprecated in Python 3.8, removed in 3.10",
            ),
            ("removed", {"removed": "3.10"}, "Removed in Python 3.10"),
            ("removed", {"removal": "3.16"}, "Scheduled for removal in Python 3.16"),
        ]:
            with self.subTest(changed):
                self.assertEqual(self.answer(question, **changed), text)

    def test_what_is_not_so_is_not_said(self) -> None:
        for question in ("deprecated", "removed"):
            with self.assertRaises(NoMatch) as raised:
                self.answer(question)
            said = f"shelf.stack is not {question} as of Python 3.15"
            self.assertEqual(str(raised.exception), said)

    def test_of_an_unknown_name_the_nearest_is_said(self) -> None:
        names = {"shelf": [name("shelf.stack")], "builtins": [name("dict")]}
        site = Site(str(self.site(names=names)), "", self.folder)
        for qualified, nearest in [("shelf.stakc", "shelf.stack"), ("shelv", "shelf")]:
            with self.assertRaises(NoMatch) as raised:
                look_up(site, "added", qualified)
            said = f"no version of Python has {qualified}; the nearest is {nearest}"
            self.assertEqual(str(raised.exception), said)


if __name__ == "__main__":
    unittest.main()
