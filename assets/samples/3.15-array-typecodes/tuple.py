# /// sample
# feature = "3.15-array-typecodes"
# title = "The type codes of array"
# order = 1
# note = "A string up to 3.14, a tuple from 3.15 on, because `Zf` and `Zd` have two letters."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.14" = "str\nFalse\n"
# "3.15.." = "tuple\nTrue\n"
# ///

import array

print(type(array.typecodes).__name__)
print("Zd" in array.typecodes)
