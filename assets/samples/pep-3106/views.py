# /// sample
# feature = "pep-3106"
# title = "Dictionary views"
# order = 1
# note = "Since 3.0 `keys`, `values` and `items` return views, not lists. Views reflect changes of the dictionary and cannot be indexed."
# [expect]
# "3.8.." = "TypeError: 'dict_keys' object is not subscriptable"
# [output]
# "3.8.." = "['fig', 'pear', 'plum'] {'fig'}\n"
# ///

stock = {"pear": 2, "fig": 9}
names = stock.keys()
stock["plum"] = 4
print(sorted(names), names & {"fig", "kiwi"})
print(names[0])
