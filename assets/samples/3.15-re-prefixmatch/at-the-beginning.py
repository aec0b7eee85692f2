# /// sample
# feature = "3.15-re-prefixmatch"
# title = "`prefixmatch` and `search`"
# order = 1
# note = "Both look for digits; `prefixmatch` only at the start of the string, like `match`, whose name does not make that clear. `prefixmatch` is new in 3.15."
# [expect]
# "3.8..3.14" = "AttributeError: module 're' has no attribute 'prefixmatch'"
# "3.15.." = "runs"
# [output]
# "3.8..3.14" = "<re.Match object; span=(5, 7), match='42'>\nNone\n"
# "3.15.." = "<re.Match object; span=(5, 7), match='42'>\nNone\nNone\n"
# ///

import re

print(re.search(r"\d+", "room 42"))
print(re.match(r"\d+", "room 42"))
print(re.prefixmatch(r"\d+", "room 42"))
