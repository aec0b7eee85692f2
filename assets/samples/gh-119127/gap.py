# /// sample
# feature = "gh-119127"
# title = "Fix the second argument, not the first"
# order = 1
# note = "`Placeholder` is new in 3.14. Before, `partial` can fix positional arguments only from the left."
# [expect]
# "3.8..3.13" = "AttributeError: module 'functools' has no attribute 'Placeholder'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "3140\n"
# ///

import functools

without_dots = functools.partial(str.replace, functools.Placeholder, ".", "")
print(without_dots("3.14.0"))
