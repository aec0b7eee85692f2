# /// sample
# feature = "pep-661"
# title = "A marker for \"not given\""
# order = 1
# note = "Before 3.15 there is no built-in `sentinel`; people used `object()`, whose `repr` tells nothing. The marker here stays itself when it is copied."
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
