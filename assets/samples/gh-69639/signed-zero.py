# /// sample
# feature = "gh-69639"
# title = "Mixed arithmetic with real and complex numbers"
# order = 1
# note = "Up to 3.13 the 1 is converted to `1+0j`, so the imaginary part is `0 - 0`. Since 3.14 it is only negated, and a real number times a complex infinity no longer produces a NaN."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "(1+0j)\n(nan+infj)\n"
# "3.14.." = "(1-0j)\n(2+infj)\n"
# ///

print(1 - 0j)
print(2.0 * complex(1, float("inf")))
