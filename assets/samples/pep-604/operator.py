# /// sample
# feature = "pep-604"
# title = "A union as a value"
# order = 1
# note = "Before 3.10 two classes have no operator `|`. The result works in `isinstance`, and 3.14 makes it one with `typing.Union`."
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
