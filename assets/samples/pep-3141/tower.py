# /// sample
# feature = "pep-3141"
# title = "The numeric tower"
# order = 1
# note = "The abstract classes of `numbers`, new in 3.0, form a hierarchy: every integer is rational, every rational number is real."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 1/2
# ['Integral', 'Rational', 'Real']
# ['Rational', 'Real']
# ['Real']
# """
# ///

from fractions import Fraction
from numbers import Integral, Rational, Real

print(Fraction(1, 3) + Fraction(1, 6))
for number in (3, Fraction(1, 2), 0.5):
    print([kind.__name__ for kind in (Integral, Rational, Real) if isinstance(number, kind)])
