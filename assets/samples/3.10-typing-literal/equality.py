# /// sample
# feature = "3.10-typing-literal"
# title = "Comparing `Literal` types"
# order = 1
# note = "Since 3.10 the types of the values matter and their order does not. The same applies to 3.9.1 and later 3.9 releases."
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
