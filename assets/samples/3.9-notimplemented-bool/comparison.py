# /// sample
# feature = "3.9-notimplemented-bool"
# title = "`not` applied to a comparison method"
# order = 1
# note = "`not` treats `NotImplemented` as true, so the result is wrong. 3.9 emits a `DeprecationWarning`; 3.14 raises a `TypeError`."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "TypeError: NotImplemented should not be used in a boolean context"
# [output]
# "3.8..3.13" = "False\n"
# [warning]
# "3.9..3.13" = "DeprecationWarning: NotImplemented should not be used in a boolean context"
# ///

class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __eq__(self, other):
        return self.grams == other.grams if isinstance(other, Weight) else NotImplemented

    def __ne__(self, other):
        return not self.__eq__(other)


print(Weight(3) != "three")
