# /// sample
# feature = "3.7-re"
# title = "`re.escape` escapes only special characters"
# order = 1
# note = "Since 3.7 `escape` leaves characters without special meaning unchanged, such as the percent sign and quotes."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "50\\ %! a\\.b it's\nTrue\n"
# ///

import re

print(re.escape("50 %!"), re.escape("a.b"), re.escape("it's"))
print(re.fullmatch(re.escape("50 %!"), "50 %!") is not None)
