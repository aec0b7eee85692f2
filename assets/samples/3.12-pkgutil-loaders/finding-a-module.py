# /// sample
# feature = "3.12-pkgutil-loaders"
# title = "Is there such a module?"
# order = 1
# note = "`importlib.util.find_spec` answers in every series. `pkgutil.find_loader` warns from 3.12 and is gone from 3.14."
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
