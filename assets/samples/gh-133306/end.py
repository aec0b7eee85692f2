# /// sample
# feature = "gh-133306"
# title = "Match only at the very end of the string"
# order = 1
# note = "`$` also matches before a newline at the end; `\\z` does not. Up to 3.13 `\\z` is an invalid escape."
# [expect]
# "3.8..3.12" = "re.error: bad escape \\z at position 2"
# "3.13" = "re.PatternError: bad escape \\z at position 2"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "True\n"
# "3.14.." = "True\nFalse\nTrue\n"
# ///

import re

print(bool(re.search(r"14$", "3.14\n")))
print(bool(re.search(r"14\z", "3.14\n")))
print(bool(re.search(r"14\z", "3.14")))
