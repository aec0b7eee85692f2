# /// sample
# feature = "pep-705"
# title = "A read-only key"
# order = 1
# note = "`ReadOnly` is new in 3.13. Type checkers reject writes to the key; `__readonly_keys__` lists such keys at run time."
# [expect]
# "3.8..3.12" = "ImportError: cannot import name 'ReadOnly' from 'typing'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "['id'] ['name']\n"
# ///

from typing import ReadOnly, TypedDict


class Account(TypedDict):
    id: ReadOnly[int]
    name: str


print(sorted(Account.__readonly_keys__), sorted(Account.__mutable_keys__))
