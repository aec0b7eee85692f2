# /// sample
# feature = "pep-791"
# title = "Integer functions in their own module"
# order = 1
# note = "The functions also stay in `math`, where older series have them; the module `math.integer` exists from 3.15 on."
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
