# /// sample
# feature = "bpo-47152"
# title = "Importing `sre_parse`"
# order = 1
# note = "Importing `sre_parse` emits a `DeprecationWarning` in 3.11 to 3.14; 3.15 removed the module."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "ModuleNotFoundError: No module named 'sre_parse'"
# [output]
# "3.8..3.14" = "a|b\nstill there\n"
# "3.15.." = "a|b\n"
# [warning]
# "3.11..3.14" = "DeprecationWarning: module 'sre_parse' is deprecated"
# ///

import re

print(re.compile("a|b").pattern)

import sre_parse

print("still there")
