# /// sample
# feature = "pep-3132"
# title = "First, last, and a list of the rest"
# order = 1
# note = "The starred name takes what the others leave over, as a list, from any iterable. The same in every series."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "s ['p', 'a'] m\n[] 7\n"
# ///

first, *middle, last = "spam"
print(first, middle, last)

*others, only = [7]
print(others, only)
