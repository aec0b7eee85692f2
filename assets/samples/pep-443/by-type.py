# /// sample
# feature = "pep-443"
# title = "Choose an implementation by type"
# order = 1
# note = "The type of the first argument selects the implementation. A `bool` is also an `int`, so it uses that one."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "text oats\nnumber 1\nnumber 7\nlist of text a, number 2\n"
# ///

from functools import singledispatch


@singledispatch
def describe(value):
    return "text " + str(value)


@describe.register(int)
def describe_number(value):
    return "number " + str(int(value))


@describe.register(list)
def describe_list(value):
    return "list of " + ", ".join(describe(item) for item in value)


for value in ("oats", True, 7, ["a", 2]):
    print(describe(value))
