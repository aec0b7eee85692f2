# /// sample
# feature = "bpo-33462"
# title = "From the last insertion to the first"
# order = 1
# note = "From 3.8 dictionaries and their views can be walked backwards."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "['cake', 'tea']\n[('cake', 4), ('tea', 2)]\n"
# ///

prices = {"tea": 2, "cake": 4}
print(list(reversed(prices)))
print(list(reversed(prices.items())))
