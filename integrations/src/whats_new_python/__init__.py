"""What is new in Python, in documentation made with Sphinx and MkDocs.

`site` reads the published data, `request` parses what an author asks for, `listing` and
`names` answer it, `sphinx` and `mkdocs` put the answers into pages.
"""

from __future__ import annotations


class WhatsNewError(Exception):
    """Why an answer cannot be given, as a sentence for the author."""
