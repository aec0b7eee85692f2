# /// sample
# feature = "pep-661"
# title = "A sentinel for a missing argument"
# order = 1
# note = "Before 3.15 there is no built-in `sentinel`; `object()` was used, with an uninformative `repr`. A sentinel keeps its identity when copied."
# [expect]
# "3.8..3.14" = "NameError: name 'sentinel' is not defined"
# "3.15.." = "runs"
# [output]
# "3.15.." = "MISSING\nTrue\n"
# ///

import copy

MISSING = sentinel("MISSING")


def find(items, key, default=MISSING):
    return items.get(key, default)


print(find({}, "a"))
print(copy.deepcopy(MISSING) is MISSING)
