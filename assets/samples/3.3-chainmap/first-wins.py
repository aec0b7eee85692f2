# /// sample
# feature = "3.3-chainmap"
# title = "`ChainMap` searches its mappings in order"
# order = 1
# note = "The first mapping that has the key wins; changes affect only the first mapping. Same in all versions."
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
