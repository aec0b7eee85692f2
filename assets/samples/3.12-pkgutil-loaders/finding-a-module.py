# /// sample
# feature = "3.12-pkgutil-loaders"
# title = "Find out whether a module exists"
# order = 1
# note = "`importlib.util.find_spec` works in all versions. `pkgutil.find_loader` emits a `DeprecationWarning` since 3.12 and was removed in 3.14."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "AttributeError: module 'pkgutil' has no attribute 'find_loader'"
# [output]
# "3.8..3.13" = "True\nTrue\n"
# "3.14.." = "True\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: 'pkgutil.find_loader' is deprecated"
# ///

import importlib.util, pkgutil

print(importlib.util.find_spec("json") is not None)
print(pkgutil.find_loader("json") is not None)
