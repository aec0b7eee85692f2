# /// sample
# feature = "3.10-dataclass-slots-kw-only"
# title = "A dataclass with slots and a keyword-only field"
# order = 1
# note = "`kw_only` and `slots` are new in 3.10. With slots, setting an attribute that the class does not declare is an error; 3.13 changed the message."
# [expect]
# "3.8..3.9" = "TypeError: dataclass() got an unexpected keyword argument 'slots'"
# "3.10..3.12" = "AttributeError: 'Point' object has no attribute 'z'"
# "3.13.." = "AttributeError: 'Point' object has no attribute 'z' and no __dict__ for setting new attributes"
# [output]
# "3.10.." = "Point(x=1, y=2, label='home')\n"
# ///

import dataclasses


@dataclasses.dataclass(slots=True)
class Point:
    x: int
    y: int
    label: str = dataclasses.field(default="", kw_only=True)


point = Point(1, 2, label="home")
print(point)
point.z = 3
