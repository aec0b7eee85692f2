# /// sample
# feature = "pep-560"
# title = "A class that supports subscripts"
# order = 1
# note = "`__class_getitem__` and `__mro_entries__` are new in 3.7; before, this required a metaclass."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "Box of int (<class 'dict'>,)\n"
# ///

class Box:
    def __class_getitem__(cls, item):
        return "Box of " + item.__name__


class Shelf:
    def __mro_entries__(self, bases):
        return (dict,)


class Books(Shelf()):
    pass


print(Box[int], Books.__bases__)
