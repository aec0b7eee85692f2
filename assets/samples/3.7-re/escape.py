# /// sample
# feature = "3.7-re"
# title = "Escape what means something"
# order = 1
# note = "Since 3.7 `escape` leaves characters alone that mean nothing in a pattern, such as the percent sign and the quote."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "50\\ %! a\\.b it's\nTrue\n"
# ///

import re

print(re.escape("50 %!"), re.escape("a.b"), re.escape("it's"))
print(re.fullmatch(re.escape("50 %!"), "50 %!") is not None)
