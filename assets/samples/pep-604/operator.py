# /// sample
# feature = "pep-604"
# title = "A union of two types with `|`"
# order = 1
# note = "Before 3.10 classes do not support `|`. The result works in `isinstance`; since 3.14 it is the same type as `typing.Union`."
# [expect]
# "3.8..3.9" = "TypeError: unsupported operand type(s) for |: 'type' and 'type'"
# "3.10.." = "runs"
# [output]
# "3.10..3.13" = "int | float\nTrue False\nUnionType\n"
# "3.14.." = "int | float\nTrue False\nUnion\n"
# ///

number = int | float

print(number)
print(isinstance(2.5, number), isinstance("2.5", number))
print(type(number).__name__)
