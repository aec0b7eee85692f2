# /// sample
# feature = "bpo-37319"
# title = "A float passed to `randrange`"
# order = 1
# note = "3.10 and 3.11 emit a `DeprecationWarning` but accept integral floats; 3.12 rejects them."
# [expect]
# "3.8..3.11" = "runs"
# "3.12.." = "TypeError: 'float' object cannot be interpreted as an integer"
# [output]
# "3.8..3.11" = "0\n0\n"
# "3.12.." = "0\n"
# [warning]
# "3.10..3.11" = "DeprecationWarning: non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version"
# ///

import random

print(random.randrange(1))
print(random.randrange(1.0))
