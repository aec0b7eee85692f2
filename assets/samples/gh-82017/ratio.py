# /// sample
# feature = "gh-82017"
# title = "A class with `as_integer_ratio`"
# order = 1
# note = "Up to 3.13 `Fraction` requires a number or a string. Since 3.14 an object with `as_integer_ratio` is enough."
# [expect]
# "3.8..3.13" = "TypeError: argument should be a string or a Rational instance"
# "3.14.." = "runs"
# [output]
# "3.14.." = "3/8\n"
# ///

from fractions import Fraction


class Share:
    def as_integer_ratio(self):
        return 3, 8


print(Fraction(Share()))
