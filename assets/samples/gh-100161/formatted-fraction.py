# /// sample
# feature = "gh-100161"
# title = "Format a fraction with four decimal places"
# order = 1
# note = "Since 3.12 fractions are formatted exactly, without conversion to float."
# [expect]
# "3.8..3.11" = "TypeError: unsupported format string passed to Fraction.__format__"
# "3.12.." = "runs"
# [output]
# "3.12.." = "0.3333\n1.43e+00\n"
# ///

from fractions import Fraction

print(f"{Fraction(1, 3):.4f}")
print(f"{Fraction(10, 7):.2e}")
