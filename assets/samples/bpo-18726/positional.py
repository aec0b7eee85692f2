# /// sample
# feature = "bpo-18726"
# title = "`json.dumps` with a positional option"
# order = 1
# note = "Only the object itself can be passed by position; all options are keyword-only."
# [expect]
# "3.8.." = "TypeError: dumps() takes 1 positional argument but 2 were given"
# [output]
# "3.8.." = "{\"a\": 1, \"b\": 2}\n"
# ///

import json

print(json.dumps({"b": 2, "a": 1}, sort_keys=True))
print(json.dumps({"b": 2, "a": 1}, True))
