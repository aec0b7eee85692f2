# /// sample
# feature = "3.14-annotations-access"
# title = "Read annotations from the class, not the instance"
# order = 1
# note = "Up to 3.13 `__annotations__` of the class also happens to be found through the instance."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "['x', 'y']\nTrue\n"
# "3.14.." = "['x', 'y']\nFalse\n"
# ///

class Point:
    x: int
    y: int


print(sorted(Point.__annotations__))
print(hasattr(Point(), "__annotations__"))
