# /// sample
# feature = "3.12-itertools-copy"
# title = "Copying a counter"
# order = 1
# note = "Up to 3.11 the copy goes on from where the counter is. 3.12 and 3.13 warn; from 3.14 these iterators cannot be copied."
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
