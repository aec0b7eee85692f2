# /// sample
# feature = "bpo-13742"
# title = "Merge by length"
# order = 1
# note = "`key` and `reverse` are new in 3.5. The inputs must already be sorted in that order."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ['fig', 'kiwi', 'cherry']
# [5, 4, 2, 1]
# """
# ///

import heapq

print(list(heapq.merge(["fig"], ["kiwi", "cherry"], key=len)))
print(list(heapq.merge([5, 2], [4, 1], reverse=True)))
