# /// sample
# feature = "3.11-getdefaultlocale"
# title = "A deprecation taken back"
# order = 1
# note = "3.11 to 3.14 warn of a removal in 3.15. In 3.15 the function is there and silent."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "2\n"
# [warning]
# "3.11..3.14" = "DeprecationWarning: 'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), getencoding() and getlocale() instead."
# ///

import locale

print(len(locale.getdefaultlocale()))
