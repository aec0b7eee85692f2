# /// sample
# feature = "3.1-itertools"
# title = "Select and combine"
# order = 1
# note = "`compress` and `combinations_with_replacement` are new in 3.1, as is the step of `count`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ['a', 'd']
# [('a', 'a'), ('a', 'b'), ('b', 'b')]
# [10, 15, 20]
# """
# ///

from itertools import combinations_with_replacement, compress, count, islice

print(list(compress("abcd", [1, 0, 0, 1])))
print(list(combinations_with_replacement("ab", 2)))
print(list(islice(count(10, 5), 3)))
