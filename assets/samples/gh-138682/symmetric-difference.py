# /// sample
# feature = "gh-138682"
# title = "What two counters do not share"
# order = 1
# note = "`^` keeps for each element the difference of the two counts. Before 3.15 a `Counter` has no such operator."
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
