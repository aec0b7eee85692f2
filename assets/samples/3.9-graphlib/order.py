# /// sample
# feature = "3.9-graphlib"
# title = "Sort a graph topologically"
# order = 1
# note = "`graphlib` is new in 3.9. A graph with a cycle has no topological order."
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
