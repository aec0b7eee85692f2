# /// sample
# feature = "pep-372"
# title = "A new value keeps its place, a new key goes last"
# order = 1
# note = "The order is the same in every series. From 3.12 an `OrderedDict` is shown as a dictionary."
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
