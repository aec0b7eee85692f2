# /// sample
# feature = "3.3-chainmap"
# title = "The first mapping that has the key wins"
# order = 1
# note = "Changes go to the first mapping. The same in every series."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "red 3\n{'color': 'red', 'size': 9} 3\n"
# ///

from collections import ChainMap

defaults = {"color": "blue", "size": 3}
chosen = {"color": "red"}
options = ChainMap(chosen, defaults)
print(options["color"], options["size"])
options["size"] = 9
print(chosen, defaults["size"])
