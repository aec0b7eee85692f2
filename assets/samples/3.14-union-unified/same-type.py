# /// sample
# feature = "3.14-union-unified"
# title = "`X | Y` and `Union[X, Y]` are the same type"
# order = 1
# note = "Since 3.14 both spellings print alike, and a `typing.Union` can be used in `isinstance`, which is a `TypeError` before. 3.8 and 3.9 do not support `|` for types."
# [expect]
# "3.8..3.9" = "TypeError: unsupported operand type(s) for |: 'type' and 'type'"
# "3.10..3.13" = "TypeError: typing.Union cannot be used with isinstance()"
# "3.14.." = "runs"
# [output]
# "3.8..3.9" = "typing.Union[int, str]\n"
# "3.10..3.13" = "typing.Union[int, str]\nTrue\n"
# "3.14.." = "int | str\nTrue\nTrue\n"
# ///

import typing

old = typing.Union[int, str]
print(old)
print(old == (int | str))
print(isinstance(int | str, typing.Union))
