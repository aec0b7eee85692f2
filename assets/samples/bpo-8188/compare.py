# /// sample
# feature = "bpo-8188"
# title = "Compare numbers of different types"
# order = 1
# note = "Since 3.2 decimals, fractions and floats compare by their exact values, and equal numbers have the same hash."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# True True
# True 0.5
# """
# ///

from decimal import Decimal
from fractions import Fraction

print(Decimal("1.5") == 1.5 == Fraction(3, 2), hash(Decimal("1.5")) == hash(1.5))
print(Decimal("0.1") < 0.1, Decimal(0.5))
