# /// sample
# feature = "bpo-4707"
# title = "Round to hundreds"
# order = 1
# note = "With a negative number of digits, `round` rounds to the left of the decimal point; an integer stays an integer since 3.1."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 2000 2000 1800
# 1984 2000.0
# """
# ///

print(round(1984, -2), round(1950, -2), round(1850, -2))
print(round(1984, 1), round(1984.0, -2))
