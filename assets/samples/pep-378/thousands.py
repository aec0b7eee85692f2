# /// sample
# feature = "pep-378"
# title = "Thousands separators"
# order = 1
# note = "The comma works for integers, floats, complex numbers and decimals. Same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "9,876,543\n9,876,543.21\n1,234.5\n"
# ///

from decimal import Decimal

print(format(9876543, ","))
print("{:,.2f}".format(9876543.21))
print(format(Decimal("1234.5"), ","))
