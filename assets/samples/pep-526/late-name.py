# /// sample
# feature = "pep-526"
# title = "An annotation that refers to a later class"
# order = 1
# note = "Up to 3.13 the annotations of a class body are evaluated immediately, and `Person` is not defined yet. Since 3.14 they are evaluated on access (PEP 649)."
# [expect]
# "3.8..3.13" = "NameError: name 'Person' is not defined"
# "3.14.." = "runs"
# [output]
# "3.14.." = "3\nFalse\n['masts', 'captain']\n"
# ///

class Ship:
    masts: int = 3
    captain: Person


class Person:
    pass


print(Ship.masts)
print(hasattr(Ship, "captain"))
print(list(Ship.__annotations__))
