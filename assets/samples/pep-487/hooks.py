# /// sample
# feature = "pep-487"
# title = "`__set_name__` and `__init_subclass__`"
# order = 1
# note = "`__set_name__` gives a descriptor its name; then `__init_subclass__` gets the new class and the keywords of the `class` statement. No metaclass is needed."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "Field is called weight\nParcel is new, unit kg\n"
# ///

class Field:
    def __set_name__(self, owner, name):
        print("Field is called", name)


class Record:
    def __init_subclass__(cls, unit, **rest):
        super().__init_subclass__(**rest)
        print(cls.__name__, "is new, unit", unit)


class Parcel(Record, unit="kg"):
    weight = Field()
