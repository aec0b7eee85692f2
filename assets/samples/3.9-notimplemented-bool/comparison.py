# /// sample
# feature = "3.9-notimplemented-bool"
# title = "A comparison method that asks the wrong way"
# order = 1
# note = "`not` takes `NotImplemented` for true, and the answer is wrong. 3.9 warns of it, 3.14 refuses it."
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
