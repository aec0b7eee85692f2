# /// sample
# feature = "pep-3132"
# title = "Extended iterable unpacking"
# order = 1
# note = "The starred name collects the remaining items in a list, from any iterable. Same in all versions."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "s ['p', 'a'] m\n[] 7\n"
# ///

first, *middle, last = "spam"
print(first, middle, last)

*others, only = [7]
print(others, only)
