# /// sample
# feature = "pep-791"
# title = "`math.integer`"
# order = 1
# note = "The functions remain available in `math`, also in older versions; the module `math.integer` is new in 3.15."
# [expect]
# "3.8..3.14" = "ModuleNotFoundError: No module named 'math.integer'; 'math' is not a package"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "10\n"
# "3.15.." = "10\n10\n"
# ///

import math

print(math.comb(5, 2))

import math.integer

print(math.integer.comb(5, 2))
