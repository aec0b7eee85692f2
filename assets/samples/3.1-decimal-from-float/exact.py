# /// sample
# feature = "3.1-decimal-from-float"
# title = "Convert a float to an exact decimal"
# order = 1
# note = "New in 3.1. The decimal is exactly the value of the float, which shows that the float 0.1 is not exactly one tenth."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 0.375
# 0.1000000000000000055511151231257827021181583404541015625
# """
# ///

from decimal import Decimal

print(Decimal.from_float(0.375))
print(Decimal.from_float(0.1))
