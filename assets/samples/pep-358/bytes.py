# /// sample
# feature = "pep-358"
# title = "Items of `bytes` are integers"
# order = 1
# note = "An item of `bytes` is an integer from 0 to 255, and a slice is again `bytes`."
# [expect]
# "3.8.." = "ValueError: bytes must be in range(0, 256)"
# [output]
# "3.8.." = "b'Py' 80 b'P'\n"
# ///

data = bytes([80, 121])
print(data, data[0], data[:1])
print(bytes([256]))
