# /// sample
# feature = "gh-127648"
# title = "The `Reader` and `Writer` protocols"
# order = 1
# note = "Each protocol requires only one method, so a class of your own is a `Reader` without inheriting from it. Both are new in 3.14."
# [expect]
# "3.8..3.9" = "AttributeError: module 'io' has no attribute 'Reader'"
# "3.10" = "AttributeError: Reader"
# "3.11..3.13" = "AttributeError: module 'io' has no attribute 'Reader'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "True False\n"
# ///

import io


class Tape:
    def read(self, size=-1, /):
        return "..."


print(isinstance(Tape(), io.Reader), isinstance(Tape(), io.Writer))
