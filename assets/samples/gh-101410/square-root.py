# /// sample
# feature = "gh-101410"
# title = "The square root of a negative number"
# order = 1
# note = "The same error in every series; from 3.14 it says what was expected and what came."
# [expect]
# "3.8..3.13" = "ValueError: math domain error"
# "3.14.." = "ValueError: expected a nonnegative input, got -4.0"
# ///

import math

print(math.sqrt(-4))
