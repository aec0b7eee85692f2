# /// sample
# feature = "pep-3106"
# title = "A view follows its dictionary"
# order = 1
# note = "`keys`, `values` and `items` return views since 3.0, not lists. They change with the dictionary, and have no index."
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
