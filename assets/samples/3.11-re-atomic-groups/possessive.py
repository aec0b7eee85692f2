# /// sample
# feature = "3.11-re-atomic-groups"
# title = "Possessive quantifiers do not backtrack"
# order = 1
# note = "`a++` matches every `a` and gives none back, so the rest of the pattern finds nothing. Up to 3.10 it is an error in the pattern."
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
