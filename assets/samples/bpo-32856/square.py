# /// sample
# feature = "bpo-32856"
# title = "Assign a variable in a comprehension"
# order = 1
# note = "A loop over a one-item list binds a variable. Since 3.9 the list is optimized away; the result is the same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "[1, 9]\n"
# ///

print([y for x in range(5) for y in [x * x] if y % 2])
