# /// sample
# feature = "bpo-32856"
# title = "A name for a part of a comprehension"
# order = 1
# note = "A loop over a list of one item gives the item a name. Since 3.9 no list is made for it; the result is the same in every series."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "[1, 9]\n"
# ///

print([y for x in range(5) for y in [x * x] if y % 2])
