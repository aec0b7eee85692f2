# /// sample
# feature = "3.15-module-version-attributes"
# title = "The version of a module"
# order = 1
# note = "The number of `json` has not meant anything for years. 3.15 warns when it is read; `sys.version_info` is the one to ask."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "str\nTrue\n"
# [warning]
# "3.15.." = "DeprecationWarning"
# ///

import json
import sys

print(type(json.__version__).__name__)
print(sys.version_info >= (3, 8))
