# /// sample
# feature = "3.15-math-functions"
# title = "The sign of zero"
# order = 1
# note = "Minus zero equals zero, so a comparison cannot detect its sign; `math.signbit`, new in 3.15, can."
# [expect]
# "3.8..3.14" = "AttributeError: module 'math' has no attribute 'signbit'"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "False\n"
# "3.15.." = "False\nTrue False\n"
# ///

import math

print(-0.0 < 0)
print(math.signbit(-0.0), math.signbit(0.0))
