# /// sample
# feature = "3.10-itertools-pairwise"
# title = "Differences between successive items"
# order = 1
# note = "New in 3.10. `zip(values, values[1:])` does the same for sequences, but not for every iterator."
# [expect]
# "3.8..3.9" = "AttributeError: module 'itertools' has no attribute 'pairwise'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "[15, -7]\n[('A', 'B')]\n"
# ///

import itertools

heights = [310, 325, 318]
print([after - before for before, after in itertools.pairwise(heights)])
print(list(itertools.pairwise(iter("AB"))))
