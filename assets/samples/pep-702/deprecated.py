# /// sample
# feature = "pep-702"
# title = "Mark a function as deprecated"
# order = 1
# note = "`deprecated` is new in 3.13. Type checkers read it, and a call emits a `DeprecationWarning`."
# [expect]
# "3.8..3.10" = "AttributeError: module 'warnings' has no attribute 'deprecated'"
# "3.11..3.12" = "AttributeError: module 'warnings' has no attribute 'deprecated'. Did you mean: '_deprecated'?"
# "3.13.." = "runs"
# [output]
# "3.13.." = "6 use total() instead\n"
# [warning]
# "3.13.." = "DeprecationWarning: use total() instead"
# ///

import warnings


@warnings.deprecated("use total() instead")
def add_up(values):
    return sum(values)


print(add_up([1, 2, 3]), add_up.__deprecated__)
