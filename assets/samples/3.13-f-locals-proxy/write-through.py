# /// sample
# feature = "3.13-f-locals-proxy"
# title = "A variable set from outside its function"
# order = 1
# note = "From 3.13 `f_locals` is a proxy for the variables themselves. Earlier series changed a copy only."
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
