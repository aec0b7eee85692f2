# /// sample
# feature = "gh-41779"
# title = "A tuple with a slot"
# order = 1
# note = "Up to 3.14 a subclass of `tuple` could have no slots with names."
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
