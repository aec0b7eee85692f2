# /// sample
# feature = "pep-3129"
# title = "Decorators on classes"
# order = 1
# note = "A class takes decorators as a function does, since 3.0 as well as 2.6."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "['Sensor']\n"
# ///

registry = []


def register(cls):
    registry.append(cls.__name__)
    return cls


@register
class Sensor:
    pass


print(registry)
