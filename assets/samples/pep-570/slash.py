# /// sample
# feature = "pep-570"
# title = "A positional-only parameter"
# order = 1
# note = "A caller cannot pass a positional-only parameter by name, so the name can be a key of `**labels`."
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
