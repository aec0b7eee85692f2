# /// sample
# feature = "pep-744"
# title = "Check whether the JIT is enabled"
# order = 1
# note = "The result is the same with and without the JIT; only the speed differs. Since 3.14 Python can report whether it is enabled; here it is not."
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
