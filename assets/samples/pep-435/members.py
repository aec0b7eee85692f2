# /// sample
# feature = "pep-435"
# title = "Enum members by name and by value"
# order = 1
# note = "A member can be looked up by value or by name and is always the same object. Since 3.11 an `IntEnum` member prints as its number."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = "<Size.large: 2>\nTrue\n['small', 'large']\nSize.large\n"
# "3.11.." = "<Size.large: 2>\nTrue\n['small', 'large']\n2\n"
# ///

from enum import IntEnum


class Size(IntEnum):
    small = 1
    large = 2


print(repr(Size(2)))
print(Size["large"] is Size(2))
print([size.name for size in Size])
print(Size.large)
