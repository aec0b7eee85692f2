# /// sample
# feature = "pep-744"
# title = "A function that is worth compiling"
# order = 1
# note = "With the JIT or without it the answer is the same; only the time differs. 3.14 can say whether it is on, which here it is not."
# [expect]
# "3.8..3.13" = "AttributeError: module 'sys' has no attribute '_jit'"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "924\n"
# "3.14.." = """
# 924
# False
# """
# ///

import sys


def paths(rows, columns):
    if rows == 0 or columns == 0:
        return 1
    return paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(6, 6))
print(sys._jit.is_enabled())
