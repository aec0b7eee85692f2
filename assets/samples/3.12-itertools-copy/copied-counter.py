# /// sample
# feature = "3.12-itertools-copy"
# title = "Copying an `itertools.count`"
# order = 1
# note = "Up to 3.11 the copy continues from the current count. 3.12 and 3.13 emit a `DeprecationWarning`; since 3.14 `itertools` iterators cannot be copied."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: cannot pickle 'itertools.count' object"
# [output]
# "3.8..3.13" = "3\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: Pickle, copy, and deepcopy support will be removed from itertools"
# ///

import copy, itertools, warnings

warnings.simplefilter("always")

counter = itertools.count(3)
twin = copy.copy(counter)
print(next(twin))
