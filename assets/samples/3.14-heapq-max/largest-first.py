# /// sample
# feature = "3.14-heapq-max"
# title = "A max-heap with `heapq`"
# order = 1
# note = "The functions with names ending in `_max` are new in 3.14."
# [expect]
# "3.8..3.9" = "AttributeError: module 'heapq' has no attribute 'heapify_max'"
# "3.10..3.12" = "AttributeError: module 'heapq' has no attribute 'heapify_max'. Did you mean: '_heapify_max'?"
# "3.13" = "AttributeError: module 'heapq' has no attribute 'heapify_max'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "[9, 7, 5, 3]\n"
# ///

import heapq

scores = [3, 9, 5]
heapq.heapify_max(scores)
heapq.heappush_max(scores, 7)
print([heapq.heappop_max(scores) for _ in range(4)])
