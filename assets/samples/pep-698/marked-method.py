# /// sample
# feature = "pep-698"
# title = "The mark that a type checker reads"
# order = 1
# note = "At run time the decorator only sets `__override__`; that there is such a method in the base class is for a type checker to say."
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
