# /// sample
# feature = "pep-698"
# title = "Mark a method with `override`"
# order = 1
# note = "At run time the decorator only sets `__override__`; type checkers report if the base class has no such method."
# [expect]
# "3.8..3.11" = "AttributeError: module 'typing' has no attribute 'override'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "1.0 True\n"
# ///

import typing

class Shape:
    def area(self) -> float:
        return 0.0

class Square(Shape):
    @typing.override
    def area(self) -> float:
        return 1.0

print(Square().area(), Square.area.__override__)
