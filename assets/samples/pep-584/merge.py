# /// sample
# feature = "pep-584"
# title = "Merge dictionaries with `|`"
# order = 1
# note = "New in 3.9. If both have a key, the right value wins."
# [expect]
# "3.8" = "TypeError: unsupported operand type(s) for |: 'dict' and 'dict'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "{'color': 'black', 'size': 12}\n{'color': 'black', 'size': 10, 'font': 'serif'}\n"
# ///

def merged(base, extra):
    return base | extra


defaults = {"color": "black", "size": 10}
print(merged(defaults, {"size": 12}))
defaults |= {"font": "serif"}
print(defaults)
