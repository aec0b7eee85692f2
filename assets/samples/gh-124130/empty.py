# /// sample
# feature = "gh-124130"
# title = "`\\b` and `\\B` in an empty string"
# order = 1
# note = "`\\b` does not match the empty string in any version. Since 3.14 `\\B`, its opposite, does."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "None\nNone\n"
# "3.14.." = "None\n<re.Match object; span=(0, 0), match=''>\n"
# ///

import re

print(re.search(r"\b", ""))
print(re.search(r"\B", ""))
