# /// sample
# feature = "3.15-re-prefixmatch"
# title = "prefixmatch and search"
# order = 1
# note = "Both look for digits; `prefixmatch` only at the beginning of the text, which is what `match` does under a name that hides it. The new name is known from 3.15 on."
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
