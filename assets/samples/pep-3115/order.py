# /// sample
# feature = "pep-3115"
# title = "A namespace that the metaclass makes"
# order = 1
# note = "The metaclass is named in the class statement since 3.0, and its `__prepare__` gives the mapping that the body fills."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# set first
# set second
# """
# ///

class Loud(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key)
        super().__setitem__(key, value)


class Registry(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return Loud()


class Plugin(metaclass=Registry):
    first = 1
    second = 2
