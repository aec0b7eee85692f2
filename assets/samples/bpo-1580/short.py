# /// sample
# feature = "bpo-1580"
# title = "`repr` of a float is the shortest that round-trips"
# order = 1
# note = "Since 3.1 `repr` shows the shortest decimal that reads back as the same float. The sum is still inexact."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 0.1 1.1 0.30000000000000004
# False True
# """
# ///

print(0.1, 1.1, 0.1 + 0.2)
print(0.1 + 0.2 == 0.3, float(repr(1 / 3)) == 1 / 3)
