# /// sample
# feature = "3.0-iterators"
# title = "map gives its results one by one"
# order = 1
# note = "`map`, `filter` and `zip` return iterators since 3.0: nothing is computed before it is asked for, and only once."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "A ['B'] []\n"
# ///

upper = map(str.upper, ["a", "b"])
print(next(upper), list(upper), list(upper))
