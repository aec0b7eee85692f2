# /// sample
# feature = "pep-632"
# title = "Where `distutils` used to be"
# order = 1
# note = "`distutils` was deprecated in 3.10 and is gone since 3.12. `setuptools`, which is installed on its own, took its place."
# [expect]
# "3.8..3.11" = "runs"
# "3.12.." = "ModuleNotFoundError: No module named 'distutils'"
# [output]
# "3.8..3.11" = "True\n"
# ///

import distutils.core

print(hasattr(distutils.core, "setup"))
