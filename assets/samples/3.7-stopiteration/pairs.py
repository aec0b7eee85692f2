# /// sample
# feature = "3.7-stopiteration"
# title = "A generator that ends by accident"
# order = 1
# note = "Since 3.7 a `StopIteration` that leaves a generator becomes an error, where it used to end it without a word."
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
