# /// sample
# feature = "pep-593"
# title = "Read the metadata of a parameter"
# order = 1
# note = "`typing.Annotated` is new in 3.9. Without `include_extras` the hint would be just `float`."
# [expect]
# "3.8" = "AttributeError: module 'typing' has no attribute 'Annotated'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "('unit: m',)\n"
# ///

import typing

Meters = typing.Annotated[float, "unit: m"]


def jump(height: Meters):
    pass


hints = typing.get_type_hints(jump, include_extras=True)
print(hints["height"].__metadata__)
