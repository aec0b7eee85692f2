# /// sample
# feature = "gh-124130"
# title = "No word boundary in an empty string"
# order = 1
# note = "There is no `\\b` in the empty string in any series. From 3.14 `\\B` matches it, being the opposite."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "None\nNone\n"
# "3.14.." = "None\n<re.Match object; span=(0, 0), match=''>\n"
# ///

import re

print(re.search(r"\b", ""))
print(re.search(r"\B", ""))
