# /// sample
# feature = "3.12-slice-hash"
# title = "A slice as a dictionary key"
# order = 1
# note = "Before 3.12 slices were not hashable."
# [expect]
# "3.8..3.11" = "TypeError: unhashable type: 'slice'"
# "3.12.." = "runs"
# [output]
# "3.12.." = "first three\n"
# ///

names = {slice(0, 3): "first three", slice(-3, None): "last three"}
print(names[slice(0, 3)])
