# /// sample
# feature = "pep-3114"
# title = "The next item"
# order = 1
# note = "The method is called `__next__` since 3.0 and is reached through the function `next`, which takes a default."
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
