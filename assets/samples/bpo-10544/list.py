# /// sample
# feature = "bpo-10544"
# title = "`yield` in a list comprehension"
# order = 1
# note = "3.7 only emitted a `DeprecationWarning`. Use a loop that contains the `yield`."
# [expect]
# "3.8.." = "SyntaxError: 'yield' inside list comprehension"
# ///

def twice(items):
    return [(yield item) for item in items]


print(list(twice("ab")))
