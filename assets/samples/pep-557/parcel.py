# /// sample
# feature = "pep-557"
# title = "A dataclass"
# order = 1
# note = "Constructor, `repr` and comparison are generated from the annotations. A list as default would be shared between instances, so it is rejected; `field(default_factory=list)` creates a new one for each."
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
