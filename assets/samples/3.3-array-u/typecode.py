# /// sample
# feature = "3.3-array-u"
# title = "Type codes `u` and `w`"
# order = 1
# note = "Since 3.13 `u` emits a `DeprecationWarning`, and `w` replaces it."
# [expect]
# "3.8..3.12" = "TypeError: cannot use a str to initialize an array with typecode 'w'"
# "3.13.." = "runs"
# [output]
# "3.8..3.12" = "ab\n"
# "3.13.." = "ab\nab\n"
# [warning]
# "3.13.." = "DeprecationWarning"
# ///

import warnings
from array import array

warnings.simplefilter("always")
print(array("u", "ab").tounicode())
print(array("w", "ab").tounicode())
