# /// sample
# feature = "pep-673"
# title = "Methods that return `Self`"
# order = 1
# note = "`Self` is new in 3.11. Before, this required a type variable bound to the class."
# [expect]
# "3.8..3.10" = "ImportError: cannot import name 'Self' from 'typing'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "Cached typing.Self\n"
# ///

from typing import Self


class Query:
    steps = ()

    def limit(self, count: int) -> Self:
        self.steps += (count,)
        return self


class Cached(Query):
    pass


print(type(Cached().limit(3)).__name__, Query.limit.__annotations__["return"])
