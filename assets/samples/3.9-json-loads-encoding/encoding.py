# /// sample
# feature = "3.9-json-loads-encoding"
# title = "The `encoding` parameter of `json.loads`"
# order = 1
# note = "3.8 ignores the argument and emits a `DeprecationWarning`; 3.9 removed the parameter."
# [expect]
# "3.8" = "runs"
# "3.9" = "TypeError: __init__() got an unexpected keyword argument 'encoding'"
# "3.10.." = "TypeError: JSONDecoder.__init__() got an unexpected keyword argument 'encoding'"
# [output]
# "3.8" = "[1, 2]\n"
# [warning]
# "3.8" = "DeprecationWarning: 'encoding' is ignored and deprecated."
# ///

import json

print(json.loads("[1, 2]", encoding="utf-8"))
