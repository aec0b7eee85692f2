# /// sample
# feature = "pep-562"
# title = "An old name of a module"
# order = 1
# note = "The function is only asked for what the module does not have. Here it stands in a module made on the spot."
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
