# /// sample
# feature = "bpo-19361"
# title = "Where the JSON is broken"
# order = 1
# note = "The exception is new in 3.5 and a `ValueError`, as was raised before."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# Expecting value 2 7 15
# True
# """
# ///

import json

try:
    json.loads('{"a": 1,\n "b": }')
except json.JSONDecodeError as error:
    print(error.msg, error.lineno, error.colno, error.pos)
    print(isinstance(error, ValueError))
