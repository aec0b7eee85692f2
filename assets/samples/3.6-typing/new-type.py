# /// sample
# feature = "3.6-typing"
# title = "A number that is not any number"
# order = 1
# note = "`NewType` came with 3.5.2, in time for 3.6. Type checkers keep the two apart; at run time the call returns its argument."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "7 int OrderId\n"
# ///

from typing import NewType

OrderId = NewType("OrderId", int)
print(OrderId(7), type(OrderId(7)).__name__, OrderId.__name__)
