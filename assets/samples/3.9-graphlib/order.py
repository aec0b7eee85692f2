# /// sample
# feature = "3.9-graphlib"
# title = "What to put on first"
# order = 1
# note = "The module is new in 3.9. A graph that goes round in circles has no order."
# [expect]
# "3.8" = "ModuleNotFoundError: No module named 'graphlib'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "['socks', 'shoes', 'coat']\nnodes are in a cycle\n"
# ///

from graphlib import CycleError, TopologicalSorter

clothes = {"shoes": ["socks"], "coat": ["shoes"]}
print(list(TopologicalSorter(clothes).static_order()))

try:
    list(TopologicalSorter({"hen": ["egg"], "egg": ["hen"]}).static_order())
except CycleError as error:
    print(error.args[0])
