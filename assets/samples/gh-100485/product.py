# /// sample
# feature = "gh-100485"
# title = "Sum of products with `math.sumprod`"
# order = 1
# note = "`math.sumprod` is new in 3.12, and more accurate for floats than adding one by one."
# [expect]
# "3.8..3.11" = "AttributeError: module 'math' has no attribute 'sumprod'"
# "3.12.." = "runs"
# [output]
# "3.12.." = """
# 32
# 1.0 1.0
# """
# ///

import math

print(math.sumprod([1, 2, 3], [4, 5, 6]))
print(math.sumprod([0.1] * 10, [1] * 10), sum([0.1 * 1] * 10))
