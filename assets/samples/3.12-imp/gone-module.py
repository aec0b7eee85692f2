# /// sample
# feature = "3.12-imp"
# title = "Reload a module without `imp`"
# order = 1
# note = "`imp` was removed in 3.12. `importlib.reload` has done the same since 3.4."
# [expect]
# "3.8..3.11" = "runs"
# "3.12.." = "ModuleNotFoundError: No module named 'imp'"
# [output]
# "3.8..3.11" = "json\njson\n"
# "3.12.." = "json\n"
# [warning]
# "3.8..3.11" = "DeprecationWarning: the imp module is deprecated"
# ///

import importlib
import json

print(importlib.reload(json).__name__)

import imp

print(imp.reload(json).__name__)
