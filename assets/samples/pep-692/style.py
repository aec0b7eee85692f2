# /// sample
# feature = "pep-692"
# title = "Typed keyword arguments"
# order = 1
# note = "Since 3.12 `**` parameters can be annotated with a `TypedDict` in `Unpack`. Up to 3.11 type checkers interpreted such annotations differently; `Unpack` is new in 3.11."
# [expect]
# "3.8..3.10" = "ImportError: cannot import name 'Unpack' from 'typing'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "red 2\n"
# ///

from typing import TypedDict, Unpack


class Style(TypedDict):
    color: str
    width: int


def draw(**style: Unpack[Style]) -> None:
    print(style["color"], style["width"])


draw(color="red", width=2)
