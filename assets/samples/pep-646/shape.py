# /// sample
# feature = "pep-646"
# title = "A class with any number of type parameters"
# order = 1
# note = "`TypeVarTuple` and `Unpack` are new in 3.11, and so is the star in subscripts."
# [expect]
# "3.8..3.10" = "ImportError: cannot import name 'TypeVarTuple' from 'typing'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "(<class 'int'>, <class 'str'>) ()\n"
# ///

from typing import Generic, TypeVarTuple, Unpack

Shape = TypeVarTuple("Shape")


class Array(Generic[Unpack[Shape]]):
    pass


print(Array[int, str].__args__, Array[()].__args__)
