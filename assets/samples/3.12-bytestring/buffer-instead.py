# /// sample
# feature = "3.12-bytestring"
# title = "`Buffer` instead of `ByteString`"
# order = 1
# note = "`Buffer` covers all bytes-like objects, including `memoryview`. `ByteString` emits a `DeprecationWarning` in `isinstance` since 3.12, and already on import since 3.15."
# [expect]
# "3.8..3.11" = "AttributeError: module 'collections.abc' has no attribute 'Buffer'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "True\nFalse\n"
# [warning]
# "3.12.." = "ByteString"
# ///

import collections.abc

print(isinstance(memoryview(b"spam"), collections.abc.Buffer))
print(isinstance(memoryview(b"spam"), collections.abc.ByteString))
