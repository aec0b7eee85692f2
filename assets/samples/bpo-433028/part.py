# /// sample
# feature = "bpo-433028"
# title = "Ignore case in part of a pattern"
# order = 1
# note = "An inline flag group such as `(?i:…)` affects only the group. Since 3.11 a global flag is an error except at the start; 3.13 renamed the exception."
# [expect]
# "3.8..3.10" = "runs"
# "3.11..3.12" = "re.error: global flags not at the start of the expression at position 3"
# "3.13.." = "re.PatternError: global flags not at the start of the expression at position 3"
# [output]
# "3.8.." = "True False\n"
# ///

import re

pattern = re.compile("(?i:dr) Who")
print(bool(pattern.match("DR Who")), bool(pattern.match("Dr WHO")))
re.compile("Dr (?i)who")
