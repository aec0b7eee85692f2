# /// sample
# feature = "pep-3129"
# title = "Class decorators"
# order = 1
# note = "Classes can be decorated like functions since 2.6 and 3.0."
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
