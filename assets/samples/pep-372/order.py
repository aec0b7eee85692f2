# /// sample
# feature = "pep-372"
# title = "Insertion order of `OrderedDict`"
# order = 1
# note = "A new value does not change the position of a key; a new key goes to the end. Since 3.12 the `repr` shows a dictionary."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.11" = "['mix', 'bake', 'cool']\nOrderedDict([('mix', 7), ('bake', 40), ('cool', 10)])\n"
# "3.12.." = "['mix', 'bake', 'cool']\nOrderedDict({'mix': 7, 'bake': 40, 'cool': 10})\n"
# ///

from collections import OrderedDict

steps = OrderedDict([("mix", 5), ("bake", 40)])
steps["mix"] = 7
steps["cool"] = 10
print(list(steps))
print(steps)
