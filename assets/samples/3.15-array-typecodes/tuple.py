# /// sample
# feature = "3.15-array-typecodes"
# title = "`array.typecodes` is a tuple"
# order = 1
# note = "It is a string up to 3.14 and a tuple since 3.15, because the type codes `Zf` and `Zd` have two letters."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.14" = "str\nFalse\n"
# "3.15.." = "tuple\nTrue\n"
# ///

import array

print(type(array.typecodes).__name__)
print("Zd" in array.typecodes)
