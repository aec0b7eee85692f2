# /// sample
# feature = "3.2-accumulate"
# title = "Running totals with `accumulate`"
# order = 1
# note = "`accumulate` is new in 3.2. It accepts a function other than addition since 3.3, and an initial value since 3.8."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# [8, 10, 15]
# [8, 8, 9, 9] [100, 108, 110]
# """
# ///

from itertools import accumulate

print(list(accumulate([8, 2, 5])))
print(list(accumulate([8, 2, 9, 5], max)), list(accumulate([8, 2], initial=100)))
