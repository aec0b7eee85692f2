# /// sample
# feature = "gh-101588"
# title = "Copy an iterator"
# order = 1
# note = "Up to 3.13 an iterator of `itertools` can be copied, from 3.12 on with a warning. From 3.14 it cannot."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: cannot pickle 'itertools.count' object"
# [output]
# "3.8..3.13" = "4\n"
# ///

import copy
import itertools

numbers = itertools.count(3)
next(numbers)
print(next(copy.copy(numbers)))
