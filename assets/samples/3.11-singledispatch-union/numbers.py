# /// sample
# feature = "3.11-singledispatch-union"
# title = "Register one function for two types"
# order = 1
# note = "Since 3.11 a union as annotation registers the function for each of its types."
# [expect]
# "3.8..3.10" = "TypeError: Invalid annotation for 'value'. typing.Union[int, float] is not a class."
# "3.11.." = "runs"
# [output]
# "3.11.." = """
# a number
# something
# """
# ///

from functools import singledispatch
from typing import Union


@singledispatch
def show(value):
    print("something")


@show.register
def _(value: Union[int, float]):
    print("a number")


show(2.5)
show("2.5")
