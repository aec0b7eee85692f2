# /// sample
# feature = "bpo-25054"
# title = "Split where nothing stands"
# order = 1
# note = "Since 3.7 `split` takes a pattern that matches nothing, and `sub` replaces such a match right after another one."
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
