# /// sample
# feature = "gh-69639"
# title = "Subtracting a complex number from a real one"
# order = 1
# note = "Up to 3.13 the 1 becomes `1+0j` first, so the imaginary part is `0 - 0`. From 3.14 it is just negated, and infinity times a missing imaginary part no longer makes a NaN."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "(1+0j)\n(nan+infj)\n"
# "3.14.." = "(1-0j)\n(2+infj)\n"
# ///

print(1 - 0j)
print(2.0 * complex(1, float("inf")))
