# /// sample
# feature = "pep-3115"
# title = "A metaclass with `__prepare__`"
# order = 1
# note = "Since 3.0 the metaclass is a keyword in the class statement, and its `__prepare__` returns the namespace for the class body."
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
