# /// sample
# feature = "bpo-40890"
# title = "The dictionary behind a view"
# order = 1
# note = "Since 3.10 the views of keys, values and items have a `mapping` attribute: a read-only proxy of the dictionary."
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
