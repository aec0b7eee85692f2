"""Reading a site from a folder and from an address."""

from __future__ import annotations

import functools
import os
import threading
import time
import unittest
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support import Case, feature, published

from whats_new_python.site import DAY, Site, SiteError


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder and counts requests."""

    count = 0

    def do_GET(self) -> None:  # noqa: N802 - the base class's name
        type(self).count += 1
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Stays silent."""


class Folder(Case):
    def test_every_published_file_can_be_read(self) -> None:
        site = Site(str(published()), "", self.folder)
        self.assertGreater(len(site.features()), 1000)
        for module in site.modules():
            self.assertIn(module, [*site.module(module).names, "builtins"])

    def test_a_missing_file_is_named(self) -> None:
        site = Site(str(self.folder), "", self.folder)
        with self.assertRaises(SiteError) as raised:
            site.features()
        path = os.path.join("api", "v1", "catalogue.json")
        self.assertIn(f"{path} cannot be read: ", str(raised.exception))

    def test_other_contents_are_named(self) -> None:
        for text in ("[]", "{", "<html>", '{"features": [{"slug": 1}]}', "\ud800"):
            folder = self.site()
            file = folder / "api" / "v1" / "catalogue.json"
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
            with self.subTest(text), self.assertRaises(SiteError) as raised:
                Site(str(folder), "", self.folder).features()
            self.assertIn("catalogue.json", str(raised.exception))


class Address(Case):
    def setUp(self) -> None:
        super().setUp()
        folder = self.site(feature("first"))

        class Counting(Handler):
            pass

        handler = functools.partial(Counting, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.handler = Counting
        thread = threading.Thread(target=self.server.serve_forever)
        thread.start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(thread.join)
        self.addCleanup(self.server.shutdown)
        self.catalogue = folder / "api" / "v1" / "catalogue.json"

    def open(self) -> Site:
        """The site, as another build opens it."""
        address = f"http://127.0.0.1:{self.server.server_port}"
        return Site(address, "", self.folder / "cache")

    def cached(self) -> Path:
        (file,) = (self.folder / "cache").iterdir()
        return file

    def expire(self) -> None:
        old = time.time() - DAY - 60
        os.utime(self.cached(), (old, old))

    def test_a_file_is_downloaded_once_a_day(self) -> None:
        for _ in range(2):
            site = self.open()
            for _ in range(2):
                self.assertEqual(site.features()[0].slug, "first")
        self.assertEqual(self.handler.count, 1)
        self.assertEqual(list(site.files.values()), [self.cached()])
        self.site(feature("second"))
        self.expire()
        self.assertEqual(self.open().features()[0].slug, "second")
        self.assertEqual(self.handler.count, 2)

    def test_an_old_copy_is_better_than_none(self) -> None:
        self.open().features()
        self.expire()
        for content in (None, "no JSON"):
            if content is None:
                self.catalogue.unlink()
            else:
                self.catalogue.write_text(content)
            site = self.open()
            self.assertEqual(site.features()[0].slug, "first")
            self.assertRegex(site.notices[0], r"cannot be read: .*; the copy of \d{4}-")

    def test_a_failure_is_met_once_and_not_kept(self) -> None:
        content = self.catalogue.read_text()
        self.catalogue.unlink()
        site = self.open()
        for _ in range(2):
            with self.assertRaises(SiteError) as raised:
                site.features()
        self.assertIn("404", str(raised.exception))
        self.assertEqual(self.handler.count, 1)
        self.catalogue.write_text(content)
        self.assertEqual(self.open().features()[0].slug, "first")

    def test_links_lead_to_the_address(self) -> None:
        self.assertTrue(self.open().url.endswith(f":{self.server.server_port}/"))


if __name__ == "__main__":
    unittest.main()
