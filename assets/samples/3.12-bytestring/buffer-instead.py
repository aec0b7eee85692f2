# /// sample
# feature = "3.12-bytestring"
# title = "Bytes-like or not?"
# order = 1
# note = "`Buffer` covers all bytes-like objects, `memoryview` too. `ByteString` warns when it is used with `isinstance` from 3.12, and at the mere import from 3.15."
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
