# /// sample
# feature = "pep-544"
# title = "A runtime-checkable protocol"
# order = 1
# note = "`Door` does not inherit from the protocol; having the method is enough."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True False\n"
# ///

from typing import Protocol, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


class Door:
    def close(self):
        return "shut"


print(isinstance(Door(), Closable), isinstance("door", Closable))
