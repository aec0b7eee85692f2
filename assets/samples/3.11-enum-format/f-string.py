# /// sample
# feature = "3.11-enum-format"
# title = "An enum with integer values in an f-string"
# order = 1
# note = "Up to 3.10 the f-string shows the value of an enum with a mixed-in type, while `str` shows the name. Since 3.11 both show the name."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = "Size.LARGE\n2\n"
# "3.11.." = "Size.LARGE\nSize.LARGE\n"
# ///

from enum import Enum


class Size(int, Enum):
    SMALL = 1
    LARGE = 2


print(str(Size.LARGE))
print(f"{Size.LARGE}")
