# /// sample
# feature = "gh-41779"
# title = "`__slots__` in a subclass of `tuple`"
# order = 1
# note = "Up to 3.14 a subclass of `tuple` cannot have non-empty `__slots__`."
# [expect]
# "3.8..3.14" = "TypeError: nonempty __slots__ not supported for subtype of 'tuple'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "(3, 4) corner\n"
# ///

class Point(tuple):
    __slots__ = ("label",)


point = Point((3, 4))
point.label = "corner"
print(point, point.label)
