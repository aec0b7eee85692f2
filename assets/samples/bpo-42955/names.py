# /// sample
# feature = "bpo-42955"
# title = "Ask what belongs to the library"
# order = 1
# note = "`sys.stdlib_module_names` is new in 3.10 and is the same on every platform. `tomllib` came with 3.11, `imp` went in 3.12."
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
