# /// sample
# feature = "gh-113202"
# title = "A last batch that is too short"
# order = 1
# note = "`batched` is new in 3.12, its parameter `strict` in 3.13."
# [expect]
# "3.8..3.11" = "AttributeError: module 'itertools' has no attribute 'batched'"
# "3.12" = "TypeError: batched() takes at most 2 arguments (3 given)"
# "3.13.." = "runs"
# [output]
# "3.13.." = "('a', 'b')\n('c', 'd')\nValueError: batched(): incomplete batch\n"
# ///

import itertools

try:
    for pair in itertools.batched("abcde", 2, strict=True):
        print(pair)
except ValueError as error:
    print("ValueError:", error)
