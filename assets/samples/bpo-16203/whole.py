# /// sample
# feature = "bpo-16203"
# title = "Match the whole string with `fullmatch`"
# order = 1
# note = "`fullmatch` is new in 3.4. A pattern that ends in `$` also matches before a newline at the end."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# None None
# <re.Match object; span=(0, 2), match='12'> <re.Match object; span=(0, 2), match='12'>
# """
# ///

import re

print(re.fullmatch("[0-9]+", "12a"), re.fullmatch("[0-9]+", "12\n"))
print(re.match("[0-9]+$", "12\n"), re.fullmatch("[0-9]+", "12"))
