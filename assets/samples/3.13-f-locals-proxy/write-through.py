# /// sample
# feature = "3.13-f-locals-proxy"
# title = "Set a local variable through `f_locals`"
# order = 1
# note = "Since 3.13 `f_locals` is a write-through proxy for the variables. In earlier versions, assignments changed only a copy."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.12" = "10\n"
# "3.13.." = "20\n"
# ///

import sys


def raise_price():
    frame = sys._getframe(1)
    frame.f_locals["price"] = 20


def shop():
    price = 10
    raise_price()
    return price


print(shop())
