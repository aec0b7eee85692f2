# /// sample
# feature = "3.14-serialization-notes"
# title = "Which item cannot be serialized"
# order = 1
# note = "A set cannot be converted to JSON. Since 3.14 notes on the exception show where the set is."
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
