# /// sample
# feature = "pep-479"
# title = "An unguarded `next()` in a generator"
# order = 1
# note = "The empty row raises `StopIteration` inside the generator. It used to end the loop silently; it is an error since 3.7, and in 3.5 and 3.6 with the `__future__` import."
# [expect]
# "3.8.." = "RuntimeError: generator raised StopIteration"
# [output]
# "3.8.." = "a\n"
# ///

def first_of_each(rows):
    for row in rows:
        yield next(iter(row))


for first in first_of_each(["ab", "", "cd"]):
    print(first)
