# /// sample
# feature = "3.1-json-object-pairs-hook"
# title = "Read JSON objects as lists of pairs"
# order = 1
# note = "`object_pairs_hook` is new in 3.1. It gets the pairs in the order of the text, including duplicate keys."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# [('b', 1), ('a', 2)]
# [('a', 1), ('a', 2)]
# """
# ///

import json

print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=list))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
