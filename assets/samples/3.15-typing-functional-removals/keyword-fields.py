# /// sample
# feature = "3.15-typing-functional-removals"
# title = "`NamedTuple` fields as keyword arguments"
# order = 1
# note = "The first call works in all versions. The second was never documented; 3.13 and 3.14 emit a `DeprecationWarning`, and 3.15 rejects it."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "TypeError: NamedTuple() got an unexpected keyword argument 'width'"
# [output]
# "3.8..3.14" = "Point(x=1, y=2)\nSize(width=3, height=4)\n"
# "3.15.." = "Point(x=1, y=2)\n"
# [warning]
# "3.13..3.14" = "DeprecationWarning"
# ///

from typing import NamedTuple

Point = NamedTuple("Point", [("x", int), ("y", int)])
print(Point(1, 2))
Size = NamedTuple("Size", width=int, height=int)
print(Size(3, 4))
