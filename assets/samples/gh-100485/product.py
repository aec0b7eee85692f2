# /// sample
# feature = "gh-100485"
# title = "The sum of products"
# order = 1
# note = "`math.sumprod` is new in 3.12, and more exact for floats than adding step by step."
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
