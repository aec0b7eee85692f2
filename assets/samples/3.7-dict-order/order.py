# /// sample
# feature = "3.7-dict-order"
# title = "Dictionaries keep insertion order"
# order = 1
# note = "Guaranteed by the language since 3.7; the order is that in which keys were first inserted. Equality ignores it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "['b', 'a'] True ('a', 2)\n"
# ///

order = {"b": 1, "a": 2}
order["b"] = 3
print(list(order), order == {"a": 2, "b": 3}, order.popitem())
