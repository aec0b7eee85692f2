# /// sample
# feature = "pep-655"
# title = "A `TypedDict` with optional keys"
# order = 1
# note = "`NotRequired` and `Required` are new in 3.11. Before, either all keys of a class were required or none."
# [expect]
# "3.8..3.10" = "ImportError: cannot import name 'NotRequired' from 'typing'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "['title'] ['subtitle']\n"
# ///

from typing import NotRequired, TypedDict


class Book(TypedDict):
    title: str
    subtitle: NotRequired[str]


print(sorted(Book.__required_keys__), sorted(Book.__optional_keys__))
