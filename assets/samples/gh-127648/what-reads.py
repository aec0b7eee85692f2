# /// sample
# feature = "gh-127648"
# title = "What can be read?"
# order = 1
# note = "The two protocols ask for one method only, so a class of your own is a `Reader` without being derived from anything. They are new in 3.14."
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
