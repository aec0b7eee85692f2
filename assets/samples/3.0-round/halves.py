# /// sample
# feature = "3.0-round"
# title = "`round` rounds halves to even"
# order = 1
# note = "Since 3.0 `round` rounds halves to the nearest even number, and returns an `int` if no number of digits is given."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 0 2 2 4
# 2 2.0
# """
# ///

print(round(0.5), round(1.5), round(2.5), round(3.5))
print(round(2.0), round(2.0, 0))
