# /// sample
# feature = "bpo-15806"
# title = "Ignore an exception with `suppress`"
# order = 1
# note = "`suppress` is new in 3.4. The rest of the block is skipped when the exception occurs."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "on we go\n"
# ///

import os
from contextlib import suppress

with suppress(FileNotFoundError):
    os.remove("no-such-file.tmp")
    print("removed")
print("on we go")
