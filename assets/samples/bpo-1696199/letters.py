# /// sample
# feature = "bpo-1696199"
# title = "Count letters with `Counter`"
# order = 1
# note = "A `Counter` maps each item to its count, and returns 0 for missing items. Same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "4 0\n[('i', 4)]\nCounter({'i': 4, 's': 4, 'p': 2, 'm': 1})\n"
# ///

from collections import Counter

letters = Counter("mississippi")
print(letters["s"], letters["x"])
print(letters.most_common(1))
print(letters)
