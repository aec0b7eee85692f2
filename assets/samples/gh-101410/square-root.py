# /// sample
# feature = "gh-101410"
# title = "The square root of a negative number"
# order = 1
# note = "A `ValueError` in all versions; since 3.14 the message shows the expected range and the argument."
# [expect]
# "3.8..3.13" = "ValueError: math domain error"
# "3.14.." = "ValueError: expected a nonnegative input, got -4.0"
# ///

import math

print(math.sqrt(-4))
