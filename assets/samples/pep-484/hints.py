# /// sample
# feature = "pep-484"
# title = "Type hints"
# order = 1
# note = "`typing` is new in 3.5. Its types are for type checkers and can be inspected at run time; Python itself checks nothing."
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
