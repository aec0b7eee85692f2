# /// sample
# feature = "pep-688"
# title = "A class that supports the buffer protocol"
# order = 1
# note = "Since 3.12 a Python class can support the buffer protocol by defining `__buffer__`."
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
