# /// sample
# feature = "3.15-json-array-hook"
# title = "Read JSON arrays as tuples"
# order = 1
# note = "Arrays always became lists when read. Since 3.15 a callback can convert each of them."
# [expect]
# "3.8..3.9" = "TypeError: __init__() got an unexpected keyword argument 'array_hook'"
# "3.10..3.14" = "TypeError: JSONDecoder.__init__() got an unexpected keyword argument 'array_hook'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "(1, (2, 3))\n"
# ///

import json

print(json.loads("[1, [2, 3]]", array_hook=tuple))
