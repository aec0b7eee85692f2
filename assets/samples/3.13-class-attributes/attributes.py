# /// sample
# feature = "3.13-class-attributes"
# title = "`__static_attributes__` and `__firstlineno__`"
# order = 1
# note = "Both attributes are new in 3.13; the compiler sets them."
# [expect]
# "3.8..3.12" = "AttributeError: type object 'Point' has no attribute '__static_attributes__'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "['x', 'y']\n6 lines apart\n"
# ///

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    pass


print(sorted(Point.__static_attributes__))
print(Circle.__firstlineno__ - Point.__firstlineno__, "lines apart")
