# /// sample
# feature = "pep-362"
# title = "The signature of a function"
# order = 1
# note = "`inspect.signature` is new in 3.3. A signature can be bound to arguments, which finds errors without a call."
# [expect]
# "3.8.." = "TypeError: too many positional arguments"
# [output]
# "3.8.." = "(x, y=0, *, fast=False) True\n"
# ///

import inspect


def move(x, y=0, *, fast=False):
    pass


signature = inspect.signature(move)
print(signature, signature.bind(1, fast=True).arguments["fast"])
signature.bind(1, 2, 3)
