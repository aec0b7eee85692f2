# /// sample
# feature = "pep-613"
# title = "Say that it is an alias"
# order = 1
# note = "`TypeAlias` is new in 3.10: a string assigned to a name is then known to be a type. Since 3.12 there is the statement `type`."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'TypeAlias' from 'typing'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "list[list[int]]\n"
# ///

from typing import TypeAlias

Grid: TypeAlias = "list[list[int]]"
print(Grid)
