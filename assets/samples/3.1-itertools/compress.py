# /// sample
# feature = "3.1-itertools"
# title = "`compress` and `combinations_with_replacement`"
# order = 1
# note = "`compress`, `combinations_with_replacement` and the `step` parameter of `count` are new in 3.1."
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
