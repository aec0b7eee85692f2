# /// sample
# feature = "3.14-serialization-notes"
# title = "Which item was it?"
# order = 1
# note = "The set cannot be turned into JSON. From 3.14 the exception has notes that lead to it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "Object of type set is not JSON serializable\n- no notes\n"
# "3.14.." = "Object of type set is not JSON serializable\n- when serializing dict item 'tags'\n- when serializing list item 0\n- when serializing dict item 'users'\n"
# ///

import json

try:
    json.dumps({"users": [{"name": "Ada", "tags": {1}}]})
except TypeError as error:
    print(error)
    for note in getattr(error, "__notes__", ["no notes"]):
        print("-", note)
