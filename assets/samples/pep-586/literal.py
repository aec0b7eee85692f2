# /// sample
# feature = "pep-586"
# title = "A parameter restricted to literal values"
# order = 1
# note = "`Literal` is new in 3.8; type checkers reject any other value. `get_args` returns the values."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# turning left
# turning up
# ('left', 'right')
# """
# ///

from typing import Literal, get_args

Side = Literal["left", "right"]


def turn(side: Side) -> None:
    print("turning", side)


turn("left")
turn("up")
print(get_args(Side))
