# /// sample
# feature = "pep-3135"
# title = "`super` without arguments"
# order = 1
# note = "Since 3.0 `super()` determines the class and the instance automatically."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "Ada\n"
# ///

class Named:
    def __init__(self, name):
        self.name = name


class User(Named):
    def __init__(self, name):
        super().__init__(name.title())


print(User("ada").name)
