"""Which features a request selects, and how they are worded."""

from __future__ import annotations

import unittest
from pathlib import Path

from support import EXAMPLE, Case, feature

from whats_new_python.listing import Listing, NoMatch, first_sentence, list_features
from whats_new_python.request import Request
from whats_new_python.site import Site

FEATURES = [
    feature("new", series="3.14", module="xml.dom", peps=[8, 12]),
    feature("gone", series="3.12", module="xml", kind="removed"),
    feature("other", series="3.9", module="xmlrpc", peps=[8]),
]


class Select(Case):
    def slugs(self, **options: str) -> list[str]:
        site = Site(str(self.site(*FEATURES)), EXAMPLE, self.folder)
        found = list_features(site, Request.parse(options)).entries
        return [str(entry.link).split("/")[-2] for entry in found]

    def test_filters_hold_together_and_any_value_suffices(self) -> None:
        self.assertEqual(self.slugs(version="3.12.."), ["new", "gone"])
        self.assertEqual(self.slugs(version="..3.9"), ["other"])
        self.assertEqual(self.slugs(pep="8"), ["new", "other"])
        self.assertEqual(self.slugs(pep="12,700"), ["new"])
        self.assertEqual(self.slugs(kind="added,removed", version="3.12"), ["gone"])
        self.assertEqual(self.slugs(feature="gone"), ["gone"])

    def test_a_package_includes_its_modules_and_no_others(self) -> None:
        self.assertEqual(self.slugs(module="xml"), ["new", "gone"])

    def test_nothing_is_said_with_what_may_have_been_meant(self) -> None:
        for options, said in [
            ({"module": "xmlrcp"}, "no module xmlrcp, the nearest is xmlrpc"),
            ({"feature": "gonne"}, "no feature gonne, the nearest is gone"),
            ({"version": "3.99"}, "there are versions 3.9 to 3.14"),
            ({"module": "xml", "kind": "changed"}, "matches module xml, kind changed"),
        ]:
            with self.subTest(options), self.assertRaises(NoMatch) as raised:
                self.slugs(**options)
            self.assertIn(said, str(raised.exception))


class Words(Case):
    def listing(self, explorer: str, **changed: object) -> Listing:
        features = [feature("a/b c", **changed), feature("second"), feature("third")]
        site = Site(str(self.site(*features)), explorer, self.folder)
        request = Request.parse({"version": "3.14", "limit": "1"})
        return list_features(site, request)

    def test_what_became_of_it_is_said(self) -> None:
        entry = self.listing(EXAMPLE, peps=[1, 2], removed="3.14.5").entries[0]
        self.assertEqual(
            entry.facts, "added in Python 3.14 (PEP 1, PEP 2), removed in 3.14.5"
        )
        entry = self.listing(EXAMPLE, kind="deprecated", removal="3.16").entries[0]
        self.assertIn("3.14, scheduled for removal in 3.16", entry.facts)

    def test_the_first_sentence_is_enough(self) -> None:
        self.assertEqual(self.listing(EXAMPLE).entries[0].sentence, "It is whole.")
        self.assertEqual(first_sentence("In 3.14 os.path? Yes."), "In 3.14 os.path?")
        for text, sentence in [
            ("No full stop", "No full stop"),
            ("f(... x) is left. It", "f(... x) is left."),
            ("There are two:", "There are two."),
        ]:
            self.assertEqual(first_sentence(text), sentence)

    def test_links_lead_to_the_explorer(self) -> None:
        listing = self.listing("https://example.org/x")
        link = "https://example.org/x/feature/a/b%20c/"
        self.assertEqual(listing.entries[0].link, link)
        self.assertEqual(listing.more, "2 more in the explorer")
        self.assertEqual(listing.link, "https://example.org/x/#?version=3.14")

    def test_without_an_explorer_they_lead_to_pythons_documentation(self) -> None:
        listing = self.listing("", url="https://docs.python.org/3/")
        self.assertEqual(listing.entries[0].link, "https://docs.python.org/3/")
        self.assertEqual((listing.more, listing.link), ("2 more", None))
        listing = self.listing("", url="javascript:alert()")
        self.assertIsNone(listing.entries[0].link)

    def test_a_site_without_summaries_has_leads(self) -> None:
        features = [feature("old")]
        del features[0]["summary"]
        site = Site(str(self.site(*features)), "", Path())
        listing = list_features(site, Request.parse({"version": "3.14"}))
        self.assertEqual(listing.entries[0].sentence, "It is cut…")


if __name__ == "__main__":
    unittest.main()
