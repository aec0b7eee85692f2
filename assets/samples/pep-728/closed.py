# /// sample
# feature = "pep-728"
# title = "A closed `TypedDict`"
# order = 1
# note = "Both class arguments are new in 3.15: `closed` excludes additional keys, and `extra_items` gives their type."
# [expect]
# "3.8..3.9" = "TypeError: __new__() got an unexpected keyword argument 'closed'"
# "3.10..3.14" = "TypeError: _TypedDictMeta.__new__() got an unexpected keyword argument 'closed'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "True str\n"
# ///

from typing import TypedDict


class Movie(TypedDict, closed=True):
    title: str


class Labels(TypedDict, extra_items=str):
    name: str


print(Movie.__closed__, Labels.__extra_items__.__name__)
