# /// sample
# feature = "3.8-math"
# title = "`math.prod`, `comb`, `perm`, `isqrt` and `dist`"
# order = 1
# note = "All five functions are new in 3.8. `isqrt` is exact even for integers that a float cannot represent."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "42 20 10\n999999999999999 5.0\n"
# ///

import math

print(math.prod([2, 3, 7]), math.perm(5, 2), math.comb(5, 2))
print(math.isqrt(10**30 - 1), math.dist((0, 0), (3, 4)))
