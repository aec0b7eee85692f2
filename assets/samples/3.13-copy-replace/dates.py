# /// sample
# feature = "3.13-copy-replace"
# title = "Replace the year of a date"
# order = 1
# note = "`copy.replace` is new in 3.13. It also works for named tuples and data classes."
# [expect]
# "3.8..3.12" = "AttributeError: module 'copy' has no attribute 'replace'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "2025-10-07\nPoint(x=1, y=5)\n"
# ///

import copy
from collections import namedtuple
from datetime import date

Point = namedtuple("Point", "x y")

print(copy.replace(date(2024, 10, 7), year=2025))
print(copy.replace(Point(1, 2), y=5))
