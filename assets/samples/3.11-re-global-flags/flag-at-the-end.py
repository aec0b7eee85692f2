# /// sample
# feature = "3.11-re-global-flags"
# title = "A flag at the end of a pattern"
# order = 1
# note = "3.8 to 3.10 warn, 3.11 refuses it; 3.13 only renames the exception. At the start of the pattern the flag is fine."
# [expect]
# "3.8..3.10" = "runs"
# "3.11..3.12" = "re.error: global flags not at the start of the expression at position 6"
# "3.13.." = "re.PatternError: global flags not at the start of the expression at position 6"
# [output]
# "3.8..3.10" = "PYTHON\nPYTHON\n"
# "3.11.." = "PYTHON\n"
# [warning]
# "3.8" = "DeprecationWarning: Flags not at the start of the expression 'python(?i)'"
# "3.9..3.10" = "DeprecationWarning: Flags not at the start of the expression 'python(?i)' but at position 6"
# ///

import re

print(re.match("(?i)python", "PYTHON").group())
print(re.match("python(?i)", "PYTHON").group())
