# /// sample
# feature = "3.9-math-lcm"
# title = "Any number of integers"
# order = 1
# note = "In 3.8 `gcd` takes exactly two numbers, and there is no `lcm`."
# [expect]
# "3.8" = "TypeError: gcd expected 2 arguments, got 3"
# "3.9.." = "runs"
# [output]
# "3.9.." = "3\n60\n"
# ///

import math

print(math.gcd(12, 18, 27))
print(math.lcm(4, 6, 10))
