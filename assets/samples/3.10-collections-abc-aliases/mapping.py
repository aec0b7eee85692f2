# /// sample
# feature = "3.10-collections-abc-aliases"
# title = "`collections.Mapping`"
# order = 1
# note = "3.8 and 3.9 emit a `DeprecationWarning`; 3.10 removed the alias. `collections.abc.Mapping` works in all versions."
# [expect]
# "3.8..3.9" = "runs"
# "3.10..3.14" = "AttributeError: module 'collections' has no attribute 'Mapping'"
# "3.15.." = "AttributeError: module 'collections' has no attribute 'Mapping'. Did you mean '.abc.Mapping' instead of '.Mapping'?"
# [output]
# "3.8..3.9" = "True\nTrue\n"
# "3.10.." = "True\n"
# [warning]
# "3.8..3.9" = "DeprecationWarning: Using or importing the ABCs from 'collections' instead of from 'collections.abc' is deprecated since Python 3.3, and in 3.10 it will stop working"
# ///

import collections
import collections.abc

print(isinstance({}, collections.abc.Mapping))
print(isinstance({}, collections.Mapping))
