# /// sample
# feature = "3.9-math-lcm"
# title = "`gcd` and `lcm` of several integers"
# order = 1
# note = "In 3.8 `gcd` takes exactly two integers, and `lcm` does not exist."
# [expect]
# "3.8" = "TypeError: gcd expected 2 arguments, got 3"
# "3.9.." = "runs"
# [output]
# "3.9.." = "3\n60\n"
# ///

import math

print(math.gcd(12, 18, 27))
print(math.lcm(4, 6, 10))
