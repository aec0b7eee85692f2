# /// sample
# feature = "3.2-range-sequence"
# title = "Slice a range"
# order = 1
# note = "Since 3.2 ranges support slicing, `index` and `count` like other sequences, without creating a list."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "range(10, 20, 5) 55 9 0\n"
# ///

steps = range(0, 60, 5)
print(steps[2:4], steps[-1], steps.index(45), steps.count(7))
