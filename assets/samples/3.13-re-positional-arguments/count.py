# /// sample
# feature = "3.13-re-positional-arguments"
# title = "`count` as a positional and a keyword argument"
# order = 1
# note = "The result is the same in all versions; since 3.13 the first form emits a `DeprecationWarning`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "baa\nbaa\n"
# [warning]
# "3.13.." = "DeprecationWarning: 'count' is passed as positional argument"
# ///

import re

print(re.sub("a", "b", "aaa", 1))
print(re.sub("a", "b", "aaa", count=1))
