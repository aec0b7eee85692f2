# /// sample
# feature = "3.11-re-global-flags"
# title = "A global flag at the end of a pattern"
# order = 1
# note = "3.8 to 3.10 emit a `DeprecationWarning`; since 3.11 it is an error, whose exception was renamed in 3.13. A flag at the start of the pattern is valid."
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
