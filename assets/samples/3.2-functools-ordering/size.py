# /// sample
# feature = "3.2-functools-ordering"
# title = "Complete the comparison methods with `total_ordering`"
# order = 1
# note = "The decorator derives the other comparisons from `__eq__` and `__lt__`. Same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True False\n"
# ///

from functools import total_ordering


@total_ordering
class Size:
    def __init__(self, name):
        self.rank = "SML".index(name)

    def __eq__(self, other):
        return self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank


print(Size("L") >= Size("M"), Size("S") > Size("M"))
