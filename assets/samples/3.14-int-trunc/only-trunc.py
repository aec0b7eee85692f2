# /// sample
# feature = "3.14-int-trunc"
# title = "`int` of a class that only has `__trunc__`"
# order = 1
# note = "Up to 3.13 `int` falls back on `__trunc__`, with a `DeprecationWarning` since 3.11. Since 3.14 a class needs `__int__` or `__index__`."
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
