# /// sample
# feature = "bpo-26389"
# title = "Format an exception object"
# order = 1
# note = "Since 3.10 the exception alone is enough; before, its type had to be passed too."
# [expect]
# "3.8..3.9" = "TypeError: format_exception_only() missing 1 required positional argument: 'value'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "['ValueError: no\\n']\n"
# ///

import traceback

print(traceback.format_exception_only(ValueError("no")))
