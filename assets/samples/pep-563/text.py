# /// sample
# feature = "pep-563"
# title = "Annotations stored as strings"
# order = 1
# note = "With the `__future__` import an annotation is a string in all versions and may refer to later definitions. `typing.get_type_hints` evaluates it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "'Person'\nPerson\n"
# ///

from __future__ import annotations

import typing


class Ship:
    captain: Person


class Person:
    pass


print(repr(Ship.__annotations__["captain"]))
print(typing.get_type_hints(Ship)["captain"].__name__)
