# /// sample
# feature = "pep-632"
# title = "Importing `distutils`"
# order = 1
# note = "`distutils`, deprecated since 3.10, was removed in 3.12. The third-party package `setuptools` replaces it."
# browser = "The browser's CPython 3.11 comes without `distutils`."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.11" = "runs"
# "3.12.." = "ModuleNotFoundError: No module named 'distutils'"
# [output]
# "3.8..3.11" = "True\n"
# ///

import distutils.core

print(hasattr(distutils.core, "setup"))
