# /// sample
# feature = "pep-591"
# title = "Final names and classes"
# order = 1
# note = "`Final` and the decorator `final` are new in 3.8 and are for type checkers; since 3.11 the decorator sets `__final__`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = "60 None\n"
# "3.11.." = "60 True\n"
# ///

from typing import Final, final

TIMEOUT: Final = 30
TIMEOUT = 60


@final
class Leaf:
    pass


print(TIMEOUT, getattr(Leaf, "__final__", None))
