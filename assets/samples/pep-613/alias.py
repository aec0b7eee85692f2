# /// sample
# feature = "pep-613"
# title = "An explicit type alias"
# order = 1
# note = "`TypeAlias`, new in 3.10, marks an assigned string as a type. 3.12 adds the `type` statement."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'TypeAlias' from 'typing'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "list[list[int]]\n"
# ///

from typing import TypeAlias

Grid: TypeAlias = "list[list[int]]"
print(Grid)
