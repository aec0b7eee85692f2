# /// sample
# feature = "bpo-19361"
# title = "The position of a JSON error"
# order = 1
# note = "`JSONDecodeError` is new in 3.5. It is a subclass of `ValueError`, which was raised before."
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
