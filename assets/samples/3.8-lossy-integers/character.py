# /// sample
# feature = "3.8-lossy-integers"
# title = "A `Decimal` passed to `chr`"
# order = 1
# note = "Up to 3.9 the fraction is dropped, with a `DeprecationWarning`. Since 3.10 a `Decimal` is rejected."
# [expect]
# "3.8..3.9" = "runs"
# "3.10.." = "TypeError: 'decimal.Decimal' object cannot be interpreted as an integer"
# [output]
# "3.8..3.9" = "A\n"
# [warning]
# "3.8..3.9" = "DeprecationWarning: an integer is required (got type decimal.Decimal)"
# ///

from decimal import Decimal

print(chr(Decimal("65.9")))
