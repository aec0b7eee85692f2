# /// sample
# feature = "pep-570"
# title = "A parameter that has no name for callers"
# order = 1
# note = "The name of a positional-only parameter is free for `**labels`, and callers cannot use it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "(15, {'value': 'x'})\nscale() missing 1 required positional argument: 'value'\n"
# ///

def scale(value, /, factor=2, **labels):
    return value * factor, labels


print(scale(5, factor=3, value="x"))

try:
    scale(value=5)
except TypeError as error:
    print(error)
