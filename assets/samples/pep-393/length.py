# /// sample
# feature = "pep-393"
# title = "Every character counts as one"
# order = 1
# note = "Since 3.3 every character has length 1, including those beyond the first 65,536, however Python was built."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 1 True
# True True
# """
# ///

import sys

print(len("\U0001F40D"), sys.maxunicode == 0x10FFFF)
print("a\U0001F40Db"[1] == "\U0001F40D", sys.getsizeof("a" * 1000) < sys.getsizeof("é…" * 500))
