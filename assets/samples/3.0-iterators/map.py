# /// sample
# feature = "3.0-iterators"
# title = "`map` returns an iterator"
# order = 1
# note = "Since 3.0 `map`, `filter` and `zip` return iterators: each result is computed when it is requested, and the iterator can be used only once."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "A ['B'] []\n"
# ///

upper = map(str.upper, ["a", "b"])
print(next(upper), list(upper), list(upper))
