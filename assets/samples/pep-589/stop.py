# /// sample
# feature = "pep-589"
# title = "A dictionary with known keys"
# order = 1
# note = "`TypedDict` is new in 3.8. At run time it creates an ordinary dictionary and checks nothing."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "dict a few ['minutes', 'name']\n"
# ///

from typing import TypedDict


class Stop(TypedDict):
    name: str
    minutes: int


stop: Stop = {"name": "Harbor", "minutes": "a few"}
print(type(stop).__name__, stop["minutes"], sorted(Stop.__annotations__))
