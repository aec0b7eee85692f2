# /// sample
# feature = "pep-649"
# title = "Imports only for type checkers"
# order = 8
# note = "The block under `if TYPE_CHECKING:` never runs, so its names are undefined at run time. Up to 3.13 such annotations must be quoted; since 3.14 they need no quotes."
# [expect]
# "3.8..3.13" = "NameError: name 'Decimal' is not defined"
# "3.14.." = "runs"
# ///

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def total(prices: Decimal) -> float:
    return float(prices)


print(total(3))
