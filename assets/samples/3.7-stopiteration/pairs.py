# /// sample
# feature = "3.7-stopiteration"
# title = "`StopIteration` inside a generator"
# order = 1
# note = "Since 3.7 a `StopIteration` that propagates out of a generator becomes a `RuntimeError`; before, it ended the generator silently."
# [expect]
# "3.8.." = "RuntimeError: generator raised StopIteration"
# [output]
# "3.8.." = "('a', 'b')\n"
# ///

def pairs(items):
    items = iter(items)
    while True:
        yield next(items), next(items)


print(next(pairs("abcd")))
print(list(pairs("abcd")))
