# /// sample
# feature = "gh-125916"
# title = "`reduce` with `initial` as a keyword"
# order = 1
# note = "Up to 3.13 `reduce` accepts no keyword arguments in CPython."
# [expect]
# "3.8..3.13" = "TypeError: reduce() takes no keyword arguments"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "42\n"
# "3.14.." = "42\n1\n"
# ///

from functools import reduce
from operator import mul

print(reduce(mul, [2, 3, 7], 1))
print(reduce(mul, [], initial=1))
