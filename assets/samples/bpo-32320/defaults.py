# /// sample
# feature = "bpo-32320"
# title = "A named tuple with defaults"
# order = 1
# note = "Defaults apply to the last fields. The first field has none here, so it is required."
# [expect]
# "3.8" = "TypeError: __new__() missing 1 required positional argument: 'x'"
# "3.9" = "TypeError: <lambda>() missing 1 required positional argument: 'x'"
# "3.10.." = "TypeError: Point.__new__() missing 1 required positional argument: 'x'"
# [output]
# "3.8.." = "Point(x=3, y=0, z=0)\n{'y': 0, 'z': 0}\n"
# ///

from collections import namedtuple

Point = namedtuple("Point", "x y z", defaults=[0, 0])
print(Point(3))
print(Point._field_defaults)
print(Point())
