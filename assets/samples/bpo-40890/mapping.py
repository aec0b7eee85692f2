# /// sample
# feature = "bpo-40890"
# title = "From a view back to its dictionary"
# order = 1
# note = "From 3.10 on a view of keys, values or items leads to a read-only proxy of the dictionary."
# [expect]
# "3.8..3.9" = "AttributeError: 'dict_keys' object has no attribute 'mapping'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "3\n3\n"
# ///

prices = {"tea": 3, "coffee": 4}
keys = prices.keys()

print(keys.mapping["tea"])
prices["milk"] = 2
print(len(keys.mapping))
