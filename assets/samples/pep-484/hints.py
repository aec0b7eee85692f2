# /// sample
# feature = "pep-484"
# title = "Types in annotations"
# order = 1
# note = "`typing` came with 3.5. The names are for type checkers and can be read at run time; nothing is checked by Python."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# cherry None
# ['return', 'words'] [1, 2]
# """
# ///

from typing import List, Optional, get_type_hints


def longest(words: List[str]) -> Optional[str]:
    return max(words, key=len, default=None)


print(longest(["fig", "cherry"]), longest([]))
print(sorted(get_type_hints(longest)), longest([[1], [1, 2]]))
