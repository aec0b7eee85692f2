# /// sample
# feature = "pep-798"
# title = "Unpack lists in a comprehension"
# order = 1
# note = "Up to 3.14 `*` is not allowed at the start of a comprehension; use a second `for` or `itertools.chain`."
# [expect]
# "3.8..3.14" = "SyntaxError: iterable unpacking cannot be used in comprehension"
# "3.15.." = "runs"
# [output]
# "3.15.." = "[1, 2, 3]\n{'a': 1, 'b': 2}\n"
# ///

rows = [[1, 2], [3], []]
print([*row for row in rows])
print({**part for part in [{"a": 1}, {"b": 2}]})
