# /// sample
# feature = "3.14-int-trunc"
# title = "A class with __trunc__ alone"
# order = 1
# note = "Up to 3.13 `int` falls back on `__trunc__`, from 3.11 on with a warning. From 3.14 a class needs `__int__` or `__index__`."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Price'"
# [output]
# "3.8..3.13" = "12\n"
# [warning]
# "3.11..3.13" = "DeprecationWarning: The delegation of int()"
# ///

class Price:
    def __trunc__(self):
        return 12


print(int(Price()))
