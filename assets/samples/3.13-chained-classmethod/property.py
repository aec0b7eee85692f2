# /// sample
# feature = "3.13-chained-classmethod"
# title = "`classmethod` no longer wraps `property`"
# order = 1
# note = "From 3.9 to 3.12 `classmethod` returned the value of the property. In other versions the attribute is a bound method around the property object, which is of no use."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "method\n"
# "3.9..3.12" = "int\n"
# "3.13.." = "method\n"
# ///

class Circle:
    @classmethod
    @property
    def corners(cls):
        return 0


print(type(Circle.corners).__name__)
