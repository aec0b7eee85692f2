# /// sample
# feature = "3.6-typing"
# title = "Distinct types with `NewType`"
# order = 1
# note = "`NewType` is new in 3.5.2. Type checkers treat the types as distinct; at run time the call returns its argument."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "7 int OrderId\n"
# ///

from typing import NewType

OrderId = NewType("OrderId", int)
print(OrderId(7), type(OrderId(7)).__name__, OrderId.__name__)
