# /// sample
# feature = "3.15-module-version-attributes"
# title = "`json.__version__` is deprecated"
# order = 1
# note = "`json.__version__` has not been meaningful for years. 3.15 emits a `DeprecationWarning` when it is read; use `sys.version_info` instead."
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
