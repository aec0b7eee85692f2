"""What an author may ask for, and what is said of mistakes."""

from __future__ import annotations

import unittest

from whats_new_python.request import Request, RequestError


class Parse(unittest.TestCase):
    def test_options_become_attributes(self) -> None:
        asked = {"limit": "5", "kind": "added, removed", "version": "3.12 .. 3.14"}
        request = Request.parse(asked)
        attributes = [
            ("version", "3.12..3.14"),
            ("kind", "added,removed"),
            ("limit", "5"),
        ]
        self.assertEqual(list(request.options.items()), attributes)
        self.assertEqual(list(request.filters), ["version", "kind"])

    def test_versions_are_numbers_and_in_order(self) -> None:
        for text, ends in [
            ("3.9", ((3, 9), (3, 9))),
            ("3.9..3.12", ((3, 9), (3, 12))),
            ("3.12..3.9", ((3, 9), (3, 12))),
            ("3.9..", ((3, 9), None)),
            ("..3.9", (None, (3, 9))),
        ]:
            with self.subTest(text):
                self.assertEqual(Request.parse({"version": text}).versions(), ends)
        self.assertEqual(Request.parse({"pep": "8"}).versions(), (None, None))

    def test_a_mistake_is_named_with_what_is_right(self) -> None:
        for options, said in [
            (
                {"modul": "ast"},
                'there is no option "modul"; the options are version, module',
            ),
            ({"version": "3"}, '"3" is no version; write 3.14'),
            ({"version": ".."}, '".." is no version'),
            ({"kind": "added,new"}, '"new" is no kind; the kinds are added, changed'),
            ({"pep": "PEP 8"}, '"PEP 8" is no number of a PEP'),
            ({"module": "a b"}, '"a b" is no module'),
            ({"version": "3.14", "limit": "0"}, 'the limit "0" is no number above 0'),
            ({"version": "3.14", "theme": "red"}, "none of light, dark, auto"),
            ({"version": " "}, 'the option "version" has no value'),
            ({"limit": "3"}, "there is nothing to select"),
            ({"feature": "pep-8", "limit": "3"}, "leave out limit"),
        ]:
            with self.subTest(options), self.assertRaises(RequestError) as raised:
                Request.parse(options)
            self.assertIn(said, str(raised.exception))


if __name__ == "__main__":
    unittest.main()
