# /// sample
# feature = "3.11-re-atomic-groups"
# title = "What is matched stays matched"
# order = 1
# note = "`a++` takes every `a` and gives none back, so that the rest finds nothing. Up to 3.10 it is an error in the pattern."
# [expect]
# "3.8..3.10" = "re.error: multiple repeat at position 2"
# "3.11.." = "runs"
# [output]
# "3.8..3.10" = "<re.Match object; span=(0, 4), match='aaab'>\n"
# "3.11.." = "<re.Match object; span=(0, 4), match='aaab'>\nNone\n"
# ///

import re

print(re.search(r"a+ab", "aaab"))
print(re.search(r"a++ab", "aaab"))
