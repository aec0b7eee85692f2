# /// sample
# feature = "3.11-strenum"
# title = "Enum members that are strings"
# order = 1
# note = "`StrEnum` is new in 3.11. Its members are strings, and `auto` gives the lower-case member name."
# [expect]
# "3.8..3.10" = "AttributeError: module 'enum' has no attribute 'StrEnum'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "red sky\nSKY True\n"
# ///

import enum


class Color(enum.StrEnum):
    RED = enum.auto()
    BLUE = "sky"


print(Color.RED, f"{Color.BLUE}")
print(Color.BLUE.upper(), Color.RED == "red")
