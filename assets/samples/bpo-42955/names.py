# /// sample
# feature = "bpo-42955"
# title = "List the standard library modules"
# order = 1
# note = "`sys.stdlib_module_names` is new in 3.10 and the same on every platform. `tomllib` was added in 3.11, and `imp` was removed in 3.12."
# [expect]
# "3.8..3.9" = "AttributeError: module 'sys' has no attribute 'stdlib_module_names'"
# "3.10.." = "runs"
# [output]
# "3.10" = "True False True\n"
# "3.11" = "True True True\n"
# "3.12.." = "True True False\n"
# ///

import sys

names = sys.stdlib_module_names
print("json" in names, "tomllib" in names, "imp" in names)
