# /// sample
# feature = "pep-557"
# title = "A class written by its fields"
# order = 1
# note = "Constructor, `repr` and comparison come from the annotations. A list as a default would be shared between objects, so the decorator refuses it; `field(default_factory=list)` makes a new one each time."
# [expect]
# "3.8.." = "ValueError: mutable default <class 'list'> for field labels is not allowed: use default_factory"
# [output]
# "3.8.." = "Parcel(weight=2.5, labels=['glass'])\nTrue\n"
# ///

from dataclasses import dataclass, field


@dataclass
class Parcel:
    weight: float
    labels: list = field(default_factory=list)


parcel = Parcel(2.5)
parcel.labels.append("glass")
print(parcel)
print(Parcel(1.0) == Parcel(1.0))


@dataclass
class Box:
    labels: list = []
