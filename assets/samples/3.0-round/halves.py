# /// sample
# feature = "3.0-round"
# title = "Halves go to the even side"
# order = 1
# note = "Since 3.0 `round` takes a half to the nearest even number, and gives an `int` where no digits are asked for."
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
