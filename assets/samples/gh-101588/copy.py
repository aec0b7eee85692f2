# /// sample
# feature = "gh-101588"
# title = "Copying an iterator"
# order = 1
# note = "Up to 3.13 `itertools` iterators can be copied, with a `DeprecationWarning` since 3.12. Since 3.14 they cannot."
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
