# /// sample
# feature = "pep-562"
# title = "A module attribute with an old name"
# order = 1
# note = "`__getattr__` of a module is called only for missing attributes. The module here is created by the code."
# [expect]
# "3.8.." = "AttributeError: no shade in paint"
# [output]
# "3.8.." = "red\nold name asked for\nred\n"
# ///

import types

paint = types.ModuleType("paint")
paint.color = "red"


def old_names(name):
    if name == "hue":
        print("old name asked for")
        return paint.color
    raise AttributeError(f"no {name} in paint")


paint.__getattr__ = old_names
print(paint.color)
print(paint.hue)
print(paint.shade)
