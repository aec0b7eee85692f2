# /// sample
# feature = "3.10-typing-literal"
# title = "Comparing `Literal` types"
# order = 1
# note = "From 3.10 on the type counts, and the order does not. The maintenance releases of 3.9 from 3.9.1 on do the same."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "True\nFalse\ntyping.Literal[1, 2, 1]\n"
# "3.9.." = "False\nTrue\ntyping.Literal[1, 2]\n"
# ///

from typing import Literal

print(Literal[0] == Literal[False])
print(Literal["r", "w"] == Literal["w", "r"])
print(Literal[1, 2, 1])
