# /// sample
# feature = "pep-688"
# title = "A class that is a buffer"
# order = 1
# note = "From 3.12 a class in Python takes part in the buffer protocol by defining `__buffer__`."
# [expect]
# "3.8..3.11" = "AttributeError: module 'collections.abc' has no attribute 'Buffer'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "True False\nb'spam'\n"
# ///

import collections.abc

class Can:
    def __buffer__(self, flags):
        return memoryview(b"spam")

print(isinstance(Can(), collections.abc.Buffer), isinstance("spam", collections.abc.Buffer))
print(bytes(Can()))
