# /// sample
# feature = "pep-649"
# title = "Imports for type checkers only"
# order = 8
# note = "The block under `if TYPE_CHECKING:` never runs, so its names are missing at run time. Up to 3.13 such an annotation has to be quoted; from 3.14 it can stay as it is."
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
