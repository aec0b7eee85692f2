# /// sample
# feature = "3.11-math-cbrt-exp2"
# title = "Cube root with `math.cbrt`"
# order = 1
# note = "`math.cbrt` is new in 3.11. Raising a negative number to the power `1 / 3` gives a complex number."
# [expect]
# "3.8..3.10" = "AttributeError: module 'math' has no attribute 'cbrt'"
# "3.11.." = "runs"
# [output]
# "3.8..3.10" = "4.0\n"
# "3.11.." = "4.0\n-3.0 1024.0\n"
# ///

import math

print(round(64 ** (1 / 3), 9))
print(round(math.cbrt(-27), 9), math.exp2(10))
