# /// sample
# feature = "gh-138682"
# title = "Symmetric difference of two counters"
# order = 1
# note = "`^` keeps the absolute difference of the counts of each element. Before 3.15 `Counter` does not support it."
# [expect]
# "3.8..3.14" = "TypeError: unsupported operand type(s) for ^: 'Counter' and 'Counter'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "[('a', 1), ('b', 1), ('c', 1)]\n"
# ///

from collections import Counter

left = Counter("aabc")
right = Counter("abb")
print(sorted((left ^ right).items()))
