# /// sample
# feature = "bpo-25054"
# title = "Split at empty matches"
# order = 1
# note = "Since 3.7 `split` accepts patterns that match the empty string, and `sub` also replaces an empty match right after another match."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ['a', '-b', '-c'] ['', 'two', ' ', 'words', '']
# -a-b--d-
# """
# ///

import re

print(re.split(r"(?=-)", "a-b-c"), re.split(r"\b", "two words"))
print(re.sub(r"x*", "-", "abxd"))
