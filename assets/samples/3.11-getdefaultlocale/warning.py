# /// sample
# feature = "3.11-getdefaultlocale"
# title = "`getdefaultlocale`: a deprecation withdrawn"
# order = 1
# note = "3.11 to 3.14 emit a `DeprecationWarning` that announces removal in 3.15. 3.15 keeps the function, without a warning."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "2\n"
# [warning]
# "3.11..3.14" = "Use setlocale(), getencoding() and getlocale() instead"
# ///

import locale

print(len(locale.getdefaultlocale()))
