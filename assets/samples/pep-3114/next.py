# /// sample
# feature = "pep-3114"
# title = "`__next__` and `next`"
# order = 1
# note = "The method is called `__next__` since 3.0; the built-in function `next` calls it and accepts a default."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# x y no more
# False
# """
# ///

letters = iter("xy")
print(next(letters), next(letters), next(letters, "no more"))
print(hasattr(letters, "next"))
