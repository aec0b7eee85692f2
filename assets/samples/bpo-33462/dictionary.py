# /// sample
# feature = "bpo-33462"
# title = "Iterate over a dictionary in reverse"
# order = 1
# note = "Since 3.8 dictionaries and their views support `reversed`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "['cake', 'tea']\n[('cake', 4), ('tea', 2)]\n"
# ///

prices = {"tea": 2, "cake": 4}
print(list(reversed(prices)))
print(list(reversed(prices.items())))
